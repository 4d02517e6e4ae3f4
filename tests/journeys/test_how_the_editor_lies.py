"""How the editor of an article lies on a phone and beside the text, where only a browser can tell."""

import pytest
from playwright.sync_api import expect

from blog.tests.factories import ArticleFactory
from people.models import User
from tests.journeys.editor import PANEL, section
from tests.journeys.steps import sign_in

PHONE, DESK = {"viewport": {"width": 390, "height": 844}}, {"viewport": {"width": 1280, "height": 900}}
# The tablet's width is the last at which the button that closes the panel stands above its text.
TABLET = {"viewport": {"width": 1000, "height": 844}}
UNBROKEN = "x" * 70
PATHWAY = {"target": "NMDA receptor", "action": "positive_allosteric_modulator", "evidence_basis": "human_trial"}
TOO_WIDE = """() => [...document.querySelectorAll("select")]
  .filter((select) => select.getBoundingClientRect().right > innerWidth)
  .map((select) => select.id)"""
# What is seen at the middle of an icon: the icon, or what lies over it.
COVERED = """(icon) => {
  const place = icon.getBoundingClientRect();
  const seen = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
  return !icon.contains(seen) && !seen.contains(icon);
}"""


@pytest.fixture
def draft(demo):
    """A draft of the demo's author with long choices, a heading that cannot be broken, a finding, and no table."""
    author = User.objects.get(username="demo-author")
    return ArticleFactory(
        owner=author,
        saved_by=author,
        body=[
            ("overview", {"section_heading": UNBROKEN, "health_aspect": "overview", "body": "<p>Take 1.0 mg.</p>"}),
            ("mechanism", {"section_heading": "", "intro": "", "pathways": [PATHWAY]}),
            ("table", {"section_heading": "", "caption": "Visits"}),
        ],
    )


@pytest.fixture
def editor(page, draft):
    sign_in(page, "demo-author")
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    return page


@pytest.mark.parametrize("context", [PHONE], indirect=True)
def test_no_choice_is_wider_than_a_phone(editor):
    expect(section(editor, "How it works").locator("select").first).to_be_visible()
    assert editor.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("context", [PHONE, TABLET, DESK], indirect=True)
def test_the_panel_of_checks_is_seen_whole(editor):
    panel = editor.locator(PANEL)
    editor.get_by_role("button", name="Toggle clinical checks").click()
    expect(panel.get_by_role("link", name=f"Go to “{UNBROKEN}”").first).to_be_visible()
    # Its place is that of a panel that has come to rest.
    panel.evaluate("panel => Promise.all(panel.parentElement.getAnimations().map((each) => each.finished))")
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")
    assert not panel.locator("[data-checks-summary] .icon").evaluate(COVERED)


def test_a_table_that_is_refused_has_one_caption(editor):
    table = section(editor, "Table")
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Submit for clinical review").click()
    expect(table.get_by_text("Add at least one column and one row.").first).to_be_visible()
    expect(table.locator("label:visible", has_text="Caption")).to_have_count(1)
