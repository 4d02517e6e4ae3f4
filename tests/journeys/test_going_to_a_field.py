"""From a finding of the panel “Clinical checks” to its field: the keyboard is there, and it can be seen."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.blocks import StreamValue

from blog.documents.families import Family, family
from blog.models import ArticlePage
from blog.tests.examples import with_rows
from blog.tests.factories import ArticleFactory
from people.models import User
from tests.journeys.editor import finding, open_checks, part, row, section, wait_until_taken
from tests.journeys.steps import sign_in

# The names that the form has for what the keyboard is in, when that can be seen.
WHERE = """() => {
    const field = document.activeElement;
    const { left, top } = field.getBoundingClientRect();
    if (!field.contains(document.elementFromPoint(left + 5, top + 5))) return ["not to be seen"];
    const frame = field.closest("td, th, [data-contentpath]");
    return [...frame.querySelectorAll("[name]")].map((input) => input.name);
}"""
FOLD_ALL = """() => {
    const toggles = document.querySelectorAll('form[data-edit-form] [data-panel-toggle][aria-expanded="true"]');
    for (const toggle of [...toggles].reverse()) toggle.click();
}"""
FOLLOW = """async (panel, [block, field]) => {
    const link = document.createElement("a");
    Object.assign(link.dataset, { checksGoto: "", block, field });
    panel.append(link);
    link.click();
    link.remove();
    // Where a tab has to be shown first, the way goes on behind what waits already.
    await new Promise((done) => setTimeout(done));
}"""


def examples():
    """A section of every kind, with what its example holds."""
    block = ArticlePage.body.field.stream_block
    stored = []
    for name, child in block.child_blocks.items():
        value = with_rows(child.normalize(child.get_preview_value()))
        stored.append({"type": name, "id": name, "value": child.get_prep_value(value)})
    return StreamValue(block, stored, is_lazy=True)


def fields_of(block, value, path, name):
    """`(path, name)` of each field in a section's value: as a finding gives it, and as Wagtail's form calls it."""
    match family(block):
        case Family.GROUP:
            for key, child in block.child_blocks.items():
                yield from fields_of(child, value[key], [*path, key], f"{name}-{key}")
        case Family.LIST:
            for number, item in enumerate(value):
                item_name = f"{name}-{number}-value"
                yield from fields_of(block.child_block, item["value"], [*path, str(number)], item_name)
            if not value:
                yield path, f"{name}-count"
        case Family.GRID:
            for column, _value in enumerate(value["columns"]):
                yield [*path, "columns", str(column), "heading"], f"{name}-column-{column}-heading"
                for number, _row in enumerate(value["rows"]):
                    yield [*path, "rows", str(number), "values", str(column)], f"{name}-cell-{number}-{column}"
        case _:
            yield path, name


@pytest.fixture
def at_once(page):
    """As for who wants no movement; else the way to a field takes as long as the page is."""
    page.emulate_media(reduced_motion="reduce")


@pytest.fixture
def of_every_kind(demo):
    author = User.objects.get(username="demo-author")
    return ArticleFactory(owner=author, saved_by=author, authors=[author.person], body=examples())


def edit(page, article):
    sign_in(page, "demo-author")
    page.goto(f"/admin/pages/{article.pk}/edit/")
    return open_checks(page)


def where(page, expected):
    """The names of what the keyboard is in, which a busy machine takes a moment to scroll to."""
    for _time in range(40):
        if expected in (found := page.evaluate(WHERE)):
            break
        page.wait_for_timeout(50)
    return found


def test_every_field_of_every_section_is_reached_however_much_is_folded_away(page, at_once, of_every_kind):
    panel = edit(page, of_every_kind)
    expect(page.locator("[data-contentpath=body] .public-DraftEditor-content").first).to_be_attached()
    missed = {}
    for position, stored in enumerate(of_every_kind.body.raw_data):
        block = of_every_kind.body.stream_block.child_blocks[stored["type"]]
        for path, name in fields_of(block, stored["value"], [], f"body-{position}-value"):
            page.evaluate(FOLD_ALL)
            panel.evaluate(FOLLOW, [stored["id"], ".".join(path)])
            if name not in (found := page.evaluate(WHERE)):
                missed[name] = found
    assert missed == {}


def test_fields_of_the_article_itself_are_reached(page, at_once, of_every_kind):
    panel = edit(page, of_every_kind)
    named = ["title", "summary", "article_type", "medicine", "conditions", "funding", "evidence_checked_on"]
    # What is about no field, and what asks for another section, leads to the plus above the sections.
    places = {name: name for name in named} | {"": "body-count", "body": "body-count"}
    missed = {}
    for path, name in places.items():
        page.evaluate(FOLD_ALL)
        panel.evaluate(FOLLOW, ["", path])
        if name not in (found := where(page, name)):
            missed[path] = found
    assert missed == {}


def follow(page, panel, words, label):
    found = finding(panel, words).first
    expect(found).to_be_visible()
    found.get_by_role("link", name=label).click()


def seeded(page):
    seed = ArticlePage.objects.get(title__startswith="Unlocking the Potential")
    return edit(page, seed)


def expect_keyboard_in(place):
    expect(place.locator(":focus")).to_be_in_viewport()


def test_an_empty_chooser_is_reached_at_its_button(page, at_once, demo):
    panel = seeded(page)
    follow(page, panel, "Choose the source that was read for how often this happens.", "Go to “Ketamine Side Effects”")
    expect_keyboard_in(part(row(section(page, "Side effects"), "Side effects", 0), "Source"))
    expect(page.get_by_role("button", name="Choose reference").and_(page.locator(":focus"))).to_have_count(1)

    page.locator("#id_article_type").select_option(label="Medicine")
    follow(page, panel, "Choose the medicine that this article is about, or add it.", "Go to Medicine")
    expect(page.get_by_role("button", name="Choose medicine")).to_be_focused()
    expect(page.get_by_role("button", name="Choose medicine")).to_be_in_viewport()


def test_a_group_that_is_folded_away_is_opened(page, at_once, demo):
    panel = seeded(page)
    group = section(page, "Side effects").locator("[data-contentpath=applies_to]")
    group.get_by_role("button", name="Toggle section").click()
    expect(group.get_by_label("Medicine")).to_be_hidden()
    follow(page, panel, "Say what the table is about", "Go to “Ketamine Side Effects”")
    expect(group.get_by_label("Medicine")).to_be_focused()
    expect(group.get_by_label("Medicine")).to_be_in_viewport()


def test_the_words_that_a_finding_quotes_are_selected_and_typing_replaces_them(page, at_once, demo):
    panel = seeded(page)
    overview = section(page, "Overview")
    follow(page, panel, "groundbreaking", "Go to “What it is”")
    expect(overview.locator(".public-DraftEditor-content:focus")).to_have_count(1)
    where = "() => document.getSelection().getRangeAt(0).getBoundingClientRect().top / window.innerHeight"
    assert 0.2 < page.evaluate(where) < 0.8
    page.keyboard.type("early")
    wait_until_taken(part(overview, "Body"), "has made a early shift")

    follow(page, panel, "Unlocking", "Go to Title")
    page.keyboard.type("Using")
    expect(page.locator("#id_title")).to_have_value(re.compile("^Using the Potential"))


def test_authors_are_reached_with_and_without_one(page, at_once, demo):
    panel = seeded(page)
    follow(page, panel, "Name at least one author.", "Go to Authors")
    expect(page.get_by_role("button", name="Add Author")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Choose person")).to_be_visible()
    panel.evaluate(FOLLOW, ["", "authors"])
    expect(page.get_by_role("button", name="Choose person")).to_be_focused()


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_the_panel_makes_way_for_the_field(page, at_once, demo):
    panel = seeded(page)
    follow(page, panel, "Say who paid for the writing.", "Go to Funding")
    expect(panel).to_be_hidden()
    expect(page.locator("#id_funding")).to_be_focused()
    expect(page.locator("#id_funding")).to_be_in_viewport()
