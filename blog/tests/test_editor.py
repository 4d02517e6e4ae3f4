import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import ArticlePage, Contribution
from blog.rendering import render_body
from blog.tests.factories import UserFactory, site_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = UserFactory(first_name="Ann", is_superuser=True, is_staff=True)
    client.force_login(user)
    return client


def post_draft(client, body, **fields):
    _home, index = site_tree()
    data = nested_form_data(
        {
            "title": "How we work",
            "slug": "how-we-work",
            "summary": "",
            "article_type": "wellbeing",
            "review_interval_months": "12",
            "body": streamfield(body),
            "authors": inline_formset([]),
            "references": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )
    return client.post(reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk]), data)


def test_the_editor_offers_every_section(editor):
    _home, index = site_tree()
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
    page = editor.get(address, {"article_type": "news"})
    assert page.status_code == 200
    assert all(label in page.text for label in ("Key points", "How it works", "Side effects", "Who should not have it"))


def test_a_draft_needs_no_more_than_its_title(editor):
    response = post_draft(editor, [("overview", {"section_heading": "", "body": rich_text("")})])
    assert response.status_code == 302
    article = ArticlePage.objects.get()
    assert not article.live
    assert list(Contribution.objects.values_list("page_id", "user_name")) == [(article.pk, "Ann")]


def test_what_the_editor_saves_is_what_is_rendered(editor):
    post_draft(editor, [("warning", {"heading": "Stop", "body": rich_text("<p>Do <b>not</b> drive.</p>")})])
    html, sections = render_body(ArticlePage.objects.get().latest_revision.as_object())
    assert [section["heading"] for section in sections] == ["Stop"]
    assert "<p>Do <b>not</b> drive.</p>" in html


@pytest.mark.parametrize("name", ["key_points", "stages", "side_effects", "mechanism", "image", "glossary"])
def test_the_editor_shows_an_example_of_a_section(editor, name):
    block = ArticlePage.body.field.stream_block.child_blocks[name]
    page = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert page.status_code == 200
    assert f'data-kind="{name}"' in page.text
    assert name != "glossary" or "infusion" in page.text


@pytest.mark.parametrize("name", ["care_card", "crisis_help"])
def test_the_example_of_a_section_with_help_lines_shows_them(editor, name):
    block = ArticlePage.body.field.stream_block.child_blocks[name]
    page = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert 'href="tel:988"' in page.text


def test_half_a_surrogate_pair_from_a_script_does_not_stop_a_draft(editor):
    state = json.loads(rich_text("<p>x</p>"))
    state["blocks"][0]["text"] = "\ud800 ok"
    post_draft(editor, [("overview", {"section_heading": "", "body": json.dumps(state)})])
    assert "\ufffd ok" in render_body(ArticlePage.objects.get().latest_revision.as_object())[0]
