"""A real browser against a real server, with the database of the test."""

import os
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect, sync_playwright

from tests.journeys.chromium import FLAGS, chromium_program
from tests.journeys.steps import PASSWORD

PATIENCE = 15_000  # milliseconds


@pytest.fixture(scope="package")
def browser():
    """One Chromium for all journeys; without one they fail in CI and are skipped, loudly, elsewhere."""
    program = chromium_program()
    if program is None:
        message = "no browser: install Chromium, or name one in the variable CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    # Playwright keeps an event loop running in this thread, which Django takes for a caller that must not block.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # As patient as what is clicked: a machine may be busy with other tests.
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def context(request, browser, transactional_db, live_server):
    """A fresh browser profile that knows the server as its base address, so `page.goto("/search/")` works.

    A test may parametrize it with options of Playwright's `new_context`.
    """
    options = {"locale": "en-US", "viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    profile = browser.new_context(base_url=live_server.url, **options)
    profile.set_default_timeout(PATIENCE)
    yield profile
    profile.close()


@pytest.fixture
def page(context):
    """One tab; a script error or a failed request to our own server fails the journey."""
    problems = []
    tab = context.new_page()
    tab.on("pageerror", lambda error: problems.append(f"script error at {tab.url}: {error}"))
    yield tab
    assert problems == []


@pytest.fixture
def picture(page):
    """Takes a picture for the guide where GUIDE_PICTURES names a folder (scripts/guide_pictures.py), else nothing."""
    folder = os.environ.get("GUIDE_PICTURES")

    def take(name, at=None):
        if not folder:
            return
        if at:
            at.evaluate("place => place.scrollIntoView({ block: 'start' })")
            page.mouse.wheel(0, -80)
        # What was brought into view may have pushed the column of the page sideways.
        page.evaluate("document.querySelector('main').scrollTo({ left: 0, behavior: 'instant' })")
        page.wait_for_timeout(1_500)
        page.screenshot(path=Path(folder) / f"guide-{name}.png")

    return take


@pytest.fixture
def clock():
    """Noon of tomorrow in the site's zone: no day has two of it, and a session that starts then outlives the test."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    with time_machine.travel(datetime.combine(tomorrow, time(12), timezone.get_default_timezone())) as traveller:
        yield traveller


@pytest.fixture
def demo(transactional_db, clock, settings):
    """The demo's people and its articles, which readers have."""
    settings.DEMO_PASSWORD = PASSWORD
    call_command("load_demo", verbosity=0)
    clock.shift(timedelta(seconds=2))
