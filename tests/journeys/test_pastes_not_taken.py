"""A paste that is not taken is answered in words below its box, whatever the server says."""

import re

import pytest
from playwright.sync_api import expect

from blog.references.records import LONGEST_PASTE, TOO_LONG
from blog.tests.factories import ArticleFactory
from review.tests.factories import author
from tests.journeys.steps import PASSWORD, sign_in

CREATE = re.compile("/snippets/choose/blog/reference/create/")


@pytest.fixture
def writer(transactional_db):
    account = author()
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def dialog(page, writer):
    """The dialogue for a new source, opened from an article's list of references."""
    body = [("overview", {"section_heading": "About it", "body": "<p>It may help</p>"})]
    article = ArticleFactory(title="Examplamine", owner=writer, saved_by=writer, body=body)
    sign_in(page, "author")
    page.goto(f"/admin/pages/{article.pk}/edit/")
    page.locator("[data-contentpath=body] .public-DraftEditor-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("/")
    page.get_by_role("option", name="Cite a source").click()
    opened = page.locator(".modal")
    opened.get_by_role("tab", name="New source").click()
    return opened


def said_after(place, text):
    place.get_by_label("Paste a DOI").fill(text)
    place.get_by_role("button", name=re.compile("Fill in|Read it")).click()
    return place.locator(".paste-box").get_by_role("status")


def test_a_paste_that_is_too_long_is_not_sent(page, writer):
    sign_in(page, "author")
    for address in ("/admin/references/paste/", "/admin/snippets/blog/reference/add/"):
        page.goto(address)
        expect(said_after(page, "x" * (LONGEST_PASTE + 1))).to_have_text(TOO_LONG)
        expect(page).to_have_url(re.compile(f"{re.escape(address)}$"))


def test_in_the_dialogue_it_is_not_sent_either(page, dialog):
    sent = []
    page.on("request", lambda request: sent.append(request.url) if CREATE.search(request.url) else None)
    expect(said_after(dialog, "x" * 5_000_000)).to_have_text(TOO_LONG)
    assert sent == []
    expect(said_after(dialog, "10.1000/short")).to_have_count(1)
    expect(dialog.get_by_label("DOI", exact=True)).to_have_value("10.1000/short")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (413, TOO_LONG),
        (403, "This was not taken: you may have been signed out."),
        (500, "The server could not take this (error 500)."),
        (None, "There was no answer."),
    ],
)
def test_whatever_the_server_refuses_is_said(page, dialog, status, words):
    page.route(CREATE, lambda route: route.fulfill(status=status) if status else route.abort())
    said = said_after(dialog, "10.1000/short")
    expect(said).to_contain_text(words)
    expect(said).to_be_in_viewport()
    expect(dialog.locator(".help-critical")).to_have_count(0)
