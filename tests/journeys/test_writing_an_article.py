"""An author who was told nothing writes an article about a treatment, from its outline to the reviewer's screen."""

import json

from django.utils import timezone
from playwright.sync_api import expect

from blog.clinical_rules import Level, check
from blog.models import Reference
from review.models import Submission
from tests.journeys import examplight
from tests.journeys.editor import (
    finding,
    hand_in,
    kinds_of_sections,
    open_checks,
    part,
    row,
    section,
)
from tests.journeys.steps import menu, sign_in

OUTLINE = [
    "Key points",
    "Overview",
    "Overview",
    "What the research shows",
    "Side effects",
    "Who should not have it",
    "Other medicines, alcohol and food",
    "Care card",
    "Care card",
    "Other choices",
    "Questions to ask",
    "Conclusion",
]
REASON = "It is one list, and easy to follow when it is read aloud."


def begin(page, picture):
    """From the front page of the admin to the outline of an article about a treatment."""
    # Else the way to a field is scrolled slowly.
    page.emulate_media(reduced_motion="reduce")
    sign_in(page, "demo-author")
    menu(page, "Articles")
    page.get_by_role("link", name="Add article").click()
    expect(page.get_by_role("heading", name="New article")).to_be_visible()
    picture("choose-a-type")
    page.get_by_role("link", name="Treatment", exact=True).click()
    expect(kinds_of_sections(page)).to_have_text(OUTLINE)
    picture("outline", at=section(page, "Key points"))


def write(page, picture):
    examplight.say_what_it_is(page)
    examplight.write_key_points(page, picture)
    examplight.write_what_it_is(page, picture)
    examplight.write_what_research_shows(page)
    examplight.write_side_effects(page)
    examplight.write_who_should_not(page)
    examplight.write_interactions(page)
    examplight.write_care_cards(page)
    examplight.write_other_choices(page)
    examplight.write_questions_and_conclusion(page)


def put_right(page, picture):
    """Go from each thing that the panel lists to its field, and put it right there."""
    panel = open_checks(page)
    go_to(page, panel, "1 out of 200 people is “uncommon”.")
    picture("checks")
    page.locator(":focus").select_option(label="Uncommon")
    lacking = {"searched": f"{timezone.localdate()}", "who paid": "None", "authors gain": "None declared"}
    for words, answer in lacking.items():
        go_to(page, panel, words)
        page.keyboard.type(answer)
        expect(finding(panel, words)).to_have_count(0)
    expect(page.locator(".error-message")).to_have_count(0)


def go_to(page, panel, words):
    """Follow a finding to its field, in which one can type then."""
    expect(finding(panel, words)).to_be_visible()
    finding(panel, words).get_by_role("link").click()
    expect(page.locator("form[data-edit-form] :focus")).to_have_count(1)


def answer(page, picture):
    """Say why a warning does not count here."""
    panel = open_checks(page)
    warning = finding(panel, "This sentence has")
    warning.get_by_text("Leave it so, because").click()
    warning.get_by_label("Why does it stay?").fill(REASON)
    picture("answer")
    warning.get_by_role("button", name="Keep it").click()
    expect(warning).to_contain_text(f"Demo author keeps it: {REASON}")
    expect(panel.locator("[data-checks-summary]")).to_contain_text("Nothing left to put right")


def test_an_author_writes_and_hands_in_an_article_from_its_outline(page, demo, picture):
    begin(page, picture)
    write(page, picture)

    hand_in(page)
    expect(page.get_by_text("Not handed in yet.")).to_be_visible()
    expect(page.locator(".error-message")).to_have_count(3)
    expect(page.locator("[data-field-errors]").filter(has_text="Say who paid for the writing.")).to_be_visible()
    slip = row(section(page, "Side effects"), "Side effects", 1)
    expect(part(slip, "How often")).to_contain_text("1 out of 200 people is “uncommon”.")
    put_right(page, picture)
    answer(page, picture)
    page.get_by_role("button", name="More actions").click()
    picture("hand-in")
    page.keyboard.press("Escape")
    hand_in(page)
    expect(page.get_by_text(f"“{examplight.TITLE}” is handed in for clinical review.")).to_be_visible()

    submission = Submission.objects.open().get()
    handed_in = json.loads(submission.content)
    assert handed_in["title"] == examplight.TITLE
    assert [flag for flag in check(handed_in) if flag.level is Level.BLOCK] == []
    trial = Reference.objects.get(doi="10.5555/examplight.trial")
    assert f'<a linktype="citation" id="{trial.pk}">' in handed_in["body"][1]["value"]["body"]

    sign_in(page, "demo-reviewer")
    menu(page, "Review desk")
    page.get_by_role("link", name=examplight.TITLE).click()
    text = page.locator(".article-body")
    expect(text).to_contain_text("30 in 100")
    expect(text).to_contain_text("people sat in front of it every morning")
    expect(page.get_by_text("Nothing left to put right")).to_be_visible()
    page.get_by_text("Answered (1)").click()
    expect(page.get_by_text(REASON)).to_be_visible()
    expect(page.get_by_role("button", name="Approve this text")).to_be_enabled()
    picture("review")
