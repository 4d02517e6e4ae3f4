"""Readers need no JavaScript, and their browser asks nobody but us for anything."""

import pytest
from playwright.sync_api import expect

ARTICLE = "/articles/how-our-articles-are-checked/"


@pytest.fixture
def asked(page):
    """Addresses that the page's browser has asked for."""
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True, ids=["no scripts"])
def test_a_reader_finds_and_reads_an_article(page, demo, asked, live_server):
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("who checks articles")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name="How our articles are written and checked").click()
    expect(page).to_have_url(f"{live_server.url}{ARTICLE}")
    expect(page.get_by_role("heading", level=1)).to_have_text("How our articles are written and checked")
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="What the dates mean").click()
    expect(page.get_by_role("heading", name="What the dates mean")).to_be_in_viewport()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="All articles").click()
    expect(page.get_by_role("main").get_by_role("heading", level=2)).to_have_count(3)
    page.goto("/no-such-page/")
    expect(page.get_by_role("main").get_by_role("link", name="Call 988")).to_be_visible()
    assert page.locator("script:not([src])").count() == 0
    assert [address for address in asked if not address.startswith(f"{live_server.url}/")] == []


def test_scripts_change_nothing_in_what_is_asked_for(page, demo, asked, live_server):
    for address in ("/", "/articles/", "/depression/", ARTICLE, "/search/?q=ketamine"):
        page.goto(address, wait_until="networkidle")
    assert [address for address in asked if not address.startswith(f"{live_server.url}/")] == []
