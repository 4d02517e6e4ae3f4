"""A draft's preview: what readers would get, plainly marked, and kept nowhere."""

import pytest
from django.urls import reverse

from blog.models import ArticlePage
from blog.rendering import render_body
from blog.tests.conftest import WORDS, editor_data, signed_in
from blog.tests.factories import PersonFactory, site_tree

pytestmark = pytest.mark.django_db
NOTE = "Preview of an unapproved draft"


def assert_is_preview(response):
    text = response.content.decode()
    assert response.status_code == 200
    assert NOTE in text and WORDS in text
    assert 'class="help-bar' in text
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    return text


def test_the_preview_shows_the_body_that_a_review_would_freeze(author, draft):
    text = assert_is_preview(signed_in(author).get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk])))
    assert render_body(ArticlePage.objects.get(pk=draft.pk))[0] in text


def test_the_preview_of_unsaved_changes(author, draft):
    client = signed_in(author)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    assert client.post(url, editor_data(title="Not saved yet")).json()["is_valid"]
    assert "Not saved yet" in assert_is_preview(client.get(url))


def test_the_preview_of_an_article_that_was_never_saved(author):
    client = signed_in(author)
    url = reverse("wagtailadmin_pages:preview_on_add", args=["blog", "articlepage", site_tree()[1].pk])
    person = PersonFactory(name="Ada Example")
    data = editor_data(slug="brand-new") | {
        "authors-TOTAL_FORMS": "1",
        "authors-0-person": person.pk,
        "authors-0-ORDER": "1",
        "authors-0-DELETE": "",
        "authors-0-id": "",
    }
    assert client.post(url, data).json()["is_valid"]
    assert "Ada Example" in assert_is_preview(client.get(url))
    assert not ArticlePage.objects.exists()


def test_the_preview_of_an_older_revision(author, draft):
    url = reverse("wagtailadmin_pages:revisions_view", args=[draft.pk, draft.revisions.first().pk])
    assert_is_preview(signed_in(author).get(url))


def test_an_empty_draft_has_a_preview(author, draft):
    draft.body = []
    draft.summary = ""
    draft.save()
    draft.save_revision(clean=False)
    response = signed_in(author).get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    assert NOTE in response.content.decode()
