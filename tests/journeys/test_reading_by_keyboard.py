"""From the front page to a section of an article by keyboard alone, with and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import press_on, tab_to

FOCUSED = "document.activeElement"


@pytest.mark.parametrize(
    "context", [{}, {"java_script_enabled": False}], indirect=True, ids=["with scripts", "no scripts"]
)
def test_a_reader_skips_to_the_search_and_reads_a_section(page, demo, live_server):
    page.goto("/")
    skip = page.get_by_role("link", name="Skip to main content")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    page.keyboard.press("Tab")
    box = page.get_by_role("main").get_by_role("searchbox")
    expect(box).to_be_focused()
    page.keyboard.type("who checks articles")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}/search/?q=who+checks+articles")
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("who checks articles")

    press_on(page, page.get_by_role("link", name="How our articles are written and checked"))
    expect(page.get_by_role("heading", level=1)).to_have_text("How our articles are written and checked")
    contents = page.get_by_role("navigation", name="On this page")
    press_on(page, contents.get_by_role("link", name="What the dates mean"))
    section = page.get_by_role("heading", name="What the dates mean")
    expect(section).to_be_in_viewport()

    # Reading goes on from the section, and not from the top of the page.
    page.keyboard.press("Tab")
    assert page.evaluate(
        f"{FOCUSED}.compareDocumentPosition(document.getElementById('what-the-dates-mean')) & "
        "(Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINS)"
    )


def test_what_has_the_focus_is_outlined(page, demo):
    page.goto("/")
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            f"(style => [style.outlineStyle, parseFloat(style.outlineWidth)])(getComputedStyle({FOCUSED}))"
        )
        assert outline[0] != "none" and outline[1] >= 2, page.evaluate(f"{FOCUSED}.outerHTML")


def test_contents_box_can_be_reached_in_the_order_in_which_it_is_seen(page, demo):
    page.goto("/articles/how-our-articles-are-checked/")
    for link in page.get_by_role("navigation", name="On this page").get_by_role("link").all():
        tab_to(page, link)
