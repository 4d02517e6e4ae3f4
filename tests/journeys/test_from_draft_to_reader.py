"""The whole way of an article through the browser: written, handed in, approved, scheduled, read at its moment.

No clock process runs: what readers get follows from the ledger and the time. Time is moved, not waited for.
"""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.steps import begin_article, menu, sign_in

TITLE = "Walking and talking groups"
WORDS = "Our walking groups meet in the park on Tuesdays, whatever the weather."
POINTS = ["We meet on Tuesdays.", "Bring shoes that you can walk in.", "Tell us before if walking is hard for you."]
ADDRESS = "/articles/walking-and-talking-groups/"


def readers_get(page, status):
    """What somebody who is not signed in gets at the address, in the list and by search: the article, or no trace."""
    page.context.clear_cookies()
    assert page.request.get(ADDRESS).status == status
    for url in ("/articles/", "/search/?q=walking+groups+park"):
        assert (TITLE in page.request.get(url).text()) == (status == 200), url


def write(page):
    begin_article(page, "News")
    page.get_by_role("textbox", name="Title").first.fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill("Where our groups meet and what to bring.")
    page.get_by_role("textbox", name="Funding").fill("None")
    page.get_by_role("textbox", name="Competing interests").fill("None declared")
    page.get_by_role("button", name="Add Author").click()
    page.get_by_role("button", name="Choose person").click()
    page.get_by_role("dialog").get_by_role("link", name="Demo author").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    for number, point in enumerate(POINTS):
        page.locator(f"#body-0-value-points-{number}-value-text").fill(point)
    for number, words in enumerate(
        [WORDS, "Come along, or ask us first.", "Ask your clinician about our groups."], start=1
    ):
        page.locator("[data-contentpath=body] .public-DraftEditor-content").nth(number - 1).click()
        page.keyboard.type(words)
        # The editor hands typed words to the form a quarter of a second after the last one.
        expect(page.locator(f"input[name=body-{number}-value-body]")).to_have_value(re.compile(re.escape(words)))


def hand_in(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit for clinical review").click()
    expect(page.get_by_text("In review")).to_be_visible()


def approve(page):
    menu(page, "Review desk")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator(".article-body")).to_contain_text(WORDS)
    page.get_by_role("button", name="Approve this text").click()
    expect(page.get_by_text("Approved by Demo reviewer")).to_be_visible()


def schedule(page, moment):
    sign_in(page, "demo-admin")
    menu(page, "Publication desk")
    page.get_by_role("row", name=TITLE).get_by_role("link", name="Publish").click()
    page.get_by_role("textbox", name=re.compile("day|date", re.I)).first.fill(f"{moment:%-d %b %Y}")
    page.locator("#id_at_time").fill(f"{moment:%H:%M}")
    page.locator("#id_at_time").blur()
    page.get_by_role("button", name=f"Publish on {moment:%-d %B} at {moment:%H:%M}").click()
    expect(page.get_by_role("link", name=re.compile("Scheduled"))).to_contain_text("1")


def test_article_reaches_its_readers_at_the_second_with_no_clock_running(page, demo, clock):
    write(page)
    hand_in(page)
    readers_get(page, 404)

    sign_in(page, "demo-author")
    menu(page, "Review desk")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_text("a different clinician must approve it")).to_be_visible()
    expect(page.get_by_role("button", name="Approve this text")).to_have_count(0)

    sign_in(page, "demo-reviewer")
    approve(page)
    readers_get(page, 404)

    moment = timezone.localtime().replace(second=0, microsecond=0) + timedelta(minutes=5)
    schedule(page, moment)
    readers_get(page, 404)
    clock.move_to(moment - timedelta(seconds=30))
    readers_get(page, 404)

    clock.move_to(moment)
    readers_get(page, 200)
    page.goto("/")
    page.get_by_role("searchbox").first.fill("walking groups")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("main")).to_contain_text(WORDS)
    expect(page.get_by_role("main")).to_contain_text("Demo reviewer")
