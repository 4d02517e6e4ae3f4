"""An article turns out to be wrong: an administrator withdraws it, and readers are told so from the next second on."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.journeys.steps import menu, sign_in

TITLE = "How our articles are written and checked"
ADDRESS = "/articles/how-our-articles-are-checked/"
SEARCH = "/search/?q=clinician+draft"
REASON = "It named the wrong person to call. We are putting it right."


def test_withdrawn_article_is_a_notice_with_its_reason_and_found_by_nobody(page, demo, clock):
    assert page.goto(ADDRESS).status == 200
    page.goto(SEARCH)
    expect(page.get_by_role("main").get_by_role("link", name=TITLE)).to_be_visible()

    sign_in(page, "demo-admin")
    menu(page, "Publication desk")
    page.get_by_role("link", name="Live").click()
    page.get_by_role("row", name=TITLE).get_by_role("link", name="Withdraw").click()
    page.get_by_role("textbox", name="Reason").fill(REASON)
    expect(page.get_by_role("region", name="What readers see")).to_contain_text("Withdrawn notice")
    page.get_by_role("button", name="Withdraw now").click()
    expect(page.get_by_text(f"“{TITLE}” is withdrawn")).to_be_visible()
    clock.shift(timedelta(seconds=2))

    page.context.clear_cookies()
    assert page.goto(ADDRESS).status == 410
    main = page.get_by_role("main")
    expect(main).to_contain_text("We have withdrawn this article")
    expect(main).to_contain_text(REASON)
    crisis = main.get_by_role("region", name="Thinking about ending your life?")
    expect(crisis.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    expect(main).not_to_contain_text("One clinician writes an article")

    for list_of_articles in (SEARCH, "/articles/", "/how-we-work/", "/"):
        page.goto(list_of_articles)
        expect(page.get_by_role("main").get_by_role("link", name=TITLE)).to_have_count(0)
