"""How the editor of an article lies, where only a browser can tell."""

import pytest
from playwright.sync_api import expect

from blog.tests.factories import ArticleFactory
from people.models import User
from tests.journeys.editor import section
from tests.journeys.steps import sign_in


@pytest.fixture
def draft(demo):
    """A draft of the demo's author with a section for a table that has none."""
    author = User.objects.get(username="demo-author")
    return ArticleFactory(
        owner=author,
        saved_by=author,
        body=[
            ("table", {"section_heading": "", "caption": "Visits"}),
        ],
    )


@pytest.fixture
def editor(page, draft):
    sign_in(page, "demo-author")
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    return page


def test_a_table_that_is_refused_has_one_caption(editor):
    table = section(editor, "Table")
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Submit for clinical review").click()
    expect(table.get_by_text("Add at least one column and one row.").first).to_be_visible()
    expect(table.locator("label:visible", has_text="Caption")).to_have_count(1)
