"""The clinical rules while somebody writes: told beside the text, put right or answered, and read by the reviewer."""

import re

import pytest
from playwright.sync_api import expect

from blog.tests.factories import ArticleFactory
from people.models import User
from tests.journeys.conftest import PATIENCE
from tests.journeys.steps import begin_article, menu, sign_in

TITLE = "How the clinic works"
DOSE, PRAISE = " Take 1.0 mg with water.", " This is a breakthrough."
MISREAD = "“1.0 mg” has been given as 10 mg"
REASON = "It is the name of our reading group."


@pytest.fixture
def draft(demo):
    """A draft of the demo's author in which nothing is found."""
    author = User.objects.get(username="demo-author")
    return ArticleFactory(
        title=TITLE,
        summary="When we are open.",
        owner=author,
        saved_by=author,
        authors=[author.person],
        evidence_checked_on="2026-11-01",
    )


def open_editor(page, draft):
    sign_in(page, "demo-author")
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    panel = page.locator('[data-side-panel="clinical_checks"]')
    page.get_by_role("button", name="Toggle clinical checks").click()
    expect(panel.locator("[data-checks-summary]")).to_contain_text(re.compile(r"^\s*Nothing found in \d+ words\."))
    return panel


def text_of(page):
    return page.locator("[data-contentpath=body] .public-DraftEditor-content").first


def replace(page, words):
    text_of(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    expect(page.locator("input[name=body-0-value-body]")).to_have_value(re.compile(re.escape(words)))


def hand_in(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit for clinical review").click()


def finding(panel, words):
    return panel.get_by_role("listitem").filter(has_text=words)


def test_a_dose_is_put_right_and_a_warning_answered_and_the_reviewer_reads_why(page, draft):
    panel = open_editor(page, draft)
    badge = page.get_by_role("button", name="Toggle clinical checks").locator("[data-side-panel-toggle-counter]")
    expect(badge).to_be_hidden()

    replace(page, f"The clinic is open on weekdays.{DOSE}")
    expect(finding(panel, MISREAD)).to_contain_text("Must be put right")
    # A dose is a figure, too: it wants a source.
    expect(badge).to_have_text("2")
    expect(panel.get_by_role("status")).to_have_text("2 must be put right.")

    hand_in(page)
    expect(page.get_by_text("Not handed in yet.")).to_be_visible()
    expect(page.locator("#body-0-value-body-errors")).to_contain_text("Take out the point and the zero")

    panel.get_by_role("link", name="Go to “About the clinic”").first.click()
    expect(text_of(page)).to_be_focused()
    replace(page, f"The clinic is open on weekdays.{PRAISE}")
    expect(finding(panel, "1.0 mg")).to_have_count(0)

    warning = finding(panel, "breakthrough")
    expect(warning).to_contain_text("Warning")
    warning.get_by_text("Leave it so, because …").click()
    warning.get_by_label("Why does it stay?").fill(REASON)
    warning.get_by_role("button", name="Keep it").click()
    expect(finding(panel, REASON)).to_contain_text("Answered")
    expect(badge).to_be_hidden()

    hand_in(page)
    expect(page.get_by_text("In review")).to_be_visible()

    sign_in(page, "demo-reviewer")
    menu(page, "Review desk")
    page.get_by_role("link", name=TITLE).first.click()
    checks = page.get_by_role("complementary").filter(has=page.get_by_role("heading", name="Machine checks"))
    checks.get_by_text("Answered (1)").click()
    expect(checks).to_contain_text(f"Demo author keeps it: {REASON}")
    checks.get_by_role("link", name="Read “About the clinic”").click()
    expect(page).to_have_url(re.compile(r"#about-the-clinic$"))
    page.get_by_role("button", name="Approve this text").click()
    expect(page.get_by_text("Approved by Demo reviewer")).to_be_visible()


def test_without_a_connection_the_last_result_stays_and_says_so(page, draft):
    panel = open_editor(page, draft)
    page.route("**/check/", lambda route: route.abort())
    replace(page, f"The clinic is open.{DOSE}")
    expect(panel.get_by_role("alert")).to_have_text("Could not check; the last result is shown.")
    expect(panel.locator("[data-checks-summary]")).to_contain_text("Nothing found")

    page.unroute("**/check/")
    replace(page, f"The clinic is open today.{DOSE}")
    expect(finding(panel, MISREAD)).to_be_visible()
    expect(panel.get_by_role("alert")).to_be_hidden()


def test_a_slow_check_says_so_is_given_up_and_made_anew_with_the_next_words(page, draft):
    panel = open_editor(page, draft)
    status, findings = panel.get_by_role("status"), panel.locator("[data-checks-findings]")
    # A server that never answers.
    page.route("**/check/", lambda route: None)
    replace(page, f"The clinic is open.{DOSE}")
    expect(status).to_have_text("Checking…")
    expect(findings).to_have_attribute("aria-busy", "true")

    with page.expect_event("requestfailed", lambda request: request.url.endswith("/check/")):
        replace(page, f"The clinic is open today.{DOSE}")
    expect(panel.get_by_role("alert")).to_have_text("Could not check; the last result is shown.", timeout=2 * PATIENCE)
    expect(status).to_have_text("")
    expect(findings).to_have_attribute("aria-busy", "false")
    expect(panel.locator("[data-checks-summary]")).to_contain_text("Nothing found")

    page.unroute("**/check/")
    replace(page, f"The clinic is open tomorrow.{DOSE}")
    expect(finding(panel, MISREAD)).to_be_visible()
    expect(status).to_have_text("2 must be put right.")
    expect(panel.get_by_role("alert")).to_be_hidden()


def test_a_reason_that_is_being_written_is_not_lost_when_the_text_changes(page, draft):
    panel = open_editor(page, draft)
    replace(page, f"The clinic is open.{PRAISE}")
    warning = finding(panel, "breakthrough")
    warning.get_by_text("Leave it so, because …").click()
    warning.get_by_label("Why does it stay?").fill(REASON)
    replace(page, f"The clinic is open.{DOSE}{PRAISE}")
    expect(finding(panel, MISREAD)).to_be_visible()
    expect(warning.get_by_label("Why does it stay?")).to_have_value(REASON)


# In a field behind the panel, while the keyboard stays where it is.
TYPE_BEHIND = """(field, words) => {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
WHO_PAID, HAILED = "Say who paid for the writing.", "They call it groundbreaking."


def test_by_keyboard_one_warning_after_the_other_is_answered(page, draft):
    panel = open_editor(page, draft)
    replace(page, f"The clinic is open.{PRAISE} {HAILED}")
    warning, following = finding(panel, "breakthrough"), finding(panel, "groundbreaking")
    warning.locator("summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(REASON)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(following.get_by_role("link")).to_be_focused()
    expect(panel.get_by_role("status")).to_have_text("Kept, and listed under “Answered”.")

    panel.get_by_role("link", name="Answered").press("Enter")
    expect(panel.get_by_role("heading", name="Answered")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(warning.get_by_role("button", name="Take back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(warning.locator("summary")).to_be_focused()
    expect(panel.get_by_role("status")).to_have_text("Taken back.")


def test_the_keyboard_keeps_its_place_among_findings_that_come_and_go(page, draft):
    panel = open_editor(page, draft)
    page.locator("#id_title").fill("A breakthrough")
    replace(page, f"The clinic is open.{PRAISE}")
    expect(finding(panel, "breakthrough")).to_have_count(2)
    link = finding(panel, "breakthrough").nth(1).get_by_role("link")
    link.focus()
    page.locator("#id_funding").evaluate(TYPE_BEHIND, "")
    expect(finding(panel, WHO_PAID)).to_be_visible()
    expect(link).to_be_focused()

    finding(panel, WHO_PAID).get_by_role("link").focus()
    page.locator("#id_funding").evaluate(TYPE_BEHIND, "None")
    expect(finding(panel, WHO_PAID)).to_have_count(0)
    expect(finding(panel, "breakthrough").first.get_by_role("link")).to_be_focused()


def test_a_new_article_is_checked_before_and_after_it_is_first_saved(page, demo):
    begin_article(page, "Wellbeing")
    page.get_by_role("button", name="Toggle clinical checks").click()
    panel = page.locator('[data-side-panel="clinical_checks"]')
    page.locator("#body-0-value-points-0-value-text").fill("This is a breakthrough.")
    expect(finding(panel, "breakthrough")).to_be_visible()
    expect(panel.get_by_text("Leave it so, because …")).to_have_count(0)

    # Wagtail takes for the form's first state what stands in it two seconds after it opened.
    page.get_by_role("textbox", name="Title").first.press_sequentially("How to sleep well", delay=200)
    expect(page).to_have_url(re.compile(r"/edit/$"))
    expect(panel.get_by_text("Leave it so, because …").first).to_be_visible()
    page.locator("#body-0-value-points-1-value-text").fill("Take 1.0 mg.")
    expect(finding(panel, MISREAD)).to_be_visible()
