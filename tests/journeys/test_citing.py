"""An author cites a source from inside a paragraph, by mouse and by keyboard, and explains a word."""

import re

import pytest
from playwright.sync_api import expect

from blog.models import ArticlePage, GlossaryTerm, Reference
from blog.tests.factories import ArticleFactory, ReferenceFactory
from review.tests.factories import author
from tests.journeys.steps import PASSWORD, sign_in

WORDS = "It may help some people"
RECORD = """TY  - JOUR
AU  - Sample, Sam
TI  - A pasted trial of examplamine
JO  - Journal of Examples
PY  - 2025
DO  - 10.1000/pasted
ER  -
"""


@pytest.fixture
def writer(transactional_db):
    account = author()
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def source(transactional_db):
    ReferenceFactory(title="A review of examplamine", authors="Sample S", year=2020)
    return ReferenceFactory(title="A trial of examplamine in adults", authors="Example A, Example B", year=2024)


@pytest.fixture
def article(source, writer):
    body = [("overview", {"section_heading": "About it", "body": f"<p>{WORDS}</p>"})]
    return ArticleFactory(title="Examplamine", owner=writer, saved_by=writer, body=body)


@pytest.fixture
def text(page, article):
    """The paragraph in the author's editor, with the caret at its end."""
    sign_in(page, "author")
    page.goto(f"/admin/pages/{article.pk}/edit/")
    field = page.locator("[data-contentpath=body] .public-DraftEditor-content").first
    field.click()
    page.keyboard.press("Control+End")
    return field


def stored(page):
    """What the editor hands to the form, a quarter of a second after the last change."""
    return page.locator("input[name=body-0-value-body]")


def save(page):
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("has been updated")).to_be_visible()


def saved_body(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().body[0].value["body"].source


def open_control(page, name):
    """The editor's toolbar floats over a selection, and the slash palette serves the caret."""
    page.keyboard.type("/")
    page.get_by_role("option", name=name).click()


def choose(page, link):
    dialog = page.locator(".modal")
    dialog.get_by_role("link", name=link).click()
    expect(dialog).to_be_hidden()


def test_a_citation_is_set_saved_replaced_and_removed(page, text, article, source):
    open_control(page, "Cite a source")
    choose(page, re.compile("A trial of examplamine in adults"))
    expect(text).to_have_text(f"{WORDS}[Example 2024]")
    expect(text).to_be_focused()
    page.keyboard.type(", we think.")
    expect(stored(page)).to_have_value(re.compile("we think"))
    save(page)
    assert saved_body(article).endswith(
        f'{WORDS}<a linktype="citation" id="{source.pk}">[Example 2024]</a>, we think.</p>'
    )

    page.reload()
    mark = page.locator("[data-mark]")
    expect(mark).to_have_text("[Example 2024]")
    expect(mark).to_have_attribute("title", str(source))
    mark.click()
    panel = page.locator(".mark-panel:visible")
    expect(panel).to_contain_text("A trial of examplamine in adults")

    page.keyboard.press("Alt+Enter")
    expect(panel.get_by_role("button", name="Replace")).to_be_focused()
    page.keyboard.press("Escape")
    expect(text).to_be_focused()
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Enter")
    choose(page, re.compile("A review of examplamine"))
    expect(text).to_have_text(f"{WORDS}[Sample 2020], we think.")
    expect(text).to_be_focused()
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(text).to_have_text(f"{WORDS}, we think.")


def test_two_sources_stand_behind_one_statement(page, text, article):
    for link in ("A trial of examplamine", "A review of examplamine"):
        open_control(page, "Cite a source")
        choose(page, re.compile(link))
        expect(text).to_be_focused()
    expect(text).to_have_text(f"{WORDS}[Example 2024][Sample 2020]")


def test_a_source_is_created_from_a_pasted_record_inside_the_paragraph(page, text, article):
    open_control(page, "Cite a source")
    dialog = page.locator(".modal")
    dialog.get_by_role("tab", name="New source").click()
    dialog.get_by_label("Paste a DOI").fill(RECORD)
    dialog.get_by_role("button", name="Fill in").click()
    expect(dialog.get_by_label("Title")).to_have_value("A pasted trial of examplamine")
    dialog.get_by_role("button", name="Add this source").click()
    expect(dialog).to_be_hidden()
    expect(text).to_have_text(f"{WORDS}[Sample 2025]")
    reference = Reference.objects.get(doi="10.1000/pasted")
    expect(stored(page)).to_have_value(re.compile(f'"id":\\s*"{reference.pk}"'))
    save(page)
    assert f'<a linktype="citation" id="{reference.pk}">[Sample 2025]</a>' in saved_body(article)


def test_a_word_is_explained_where_it_stands(page, text, article):
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.get_by_role("button", name="Explain a word").click()
    dialog = page.locator(".modal")
    expect(dialog.get_by_label("Search term")).to_have_value("people")
    dialog.get_by_role("tab", name="New word").click()
    expect(dialog.get_by_role("textbox", name="Term*")).to_have_value("people")
    dialog.get_by_label("In plain words").fill("You, and everybody else.")
    dialog.get_by_role("button", name="Explain this word").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".rich-mark--glossary")).to_have_text("people")
    term = GlossaryTerm.objects.get()
    expect(stored(page)).to_have_value(re.compile("GLOSSARY"))
    save(page)
    assert f'<a linktype="glossary" id="{term.pk}">people</a>' in saved_body(article)
