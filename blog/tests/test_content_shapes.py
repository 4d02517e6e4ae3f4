"""Stored drafts and sealed editions outlive a change of the sections that they are made of."""

import json
from datetime import timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.utils import timezone
from wagtail.blocks import StreamValue

from blog import content_shapes
from blog.content import content, metadata
from blog.content_shapes import SHAPE, current
from blog.exporters import exported
from blog.importers import read_file
from blog.models import ArticlePage
from blog.rendering import render_body
from blog.tests.factories import ArticleFactory
from editions.canonical import canonical_json
from editions.ledger import publish, seal_edition
from editions.models import Edition

pytestmark = pytest.mark.django_db
migration = import_module("blog.migrations.0010_key_points_with_sources")

OLD = [
    {
        "type": "key_points",
        "id": "a7a7a7a7-0000-4000-8000-000000000001",
        "value": {
            "section_heading": "",
            "points": [
                {"type": "item", "id": "a7a7a7a7-0000-4000-8000-000000000002", "value": "It may help."},
                "It may not.",
            ],
        },
    },
    {"type": "overview", "id": "b", "value": {"section_heading": "", "body": "<p>Untouched.</p>"}},
]
NEW_POINTS = [{"text": "It may help.", "source": None}, {"text": "It may not.", "source": None}]


def points_of(body):
    points = body[0]["value"]["points"]
    return [point.get("value", point) for point in points]


def stored_as(stream):
    """An article whose row and revision hold `stream`, as an older release stored it."""
    article = ArticleFactory()
    sections = ArticlePage._meta.get_field("body").stream_block
    ArticlePage.objects.filter(pk=article.pk).update(body=StreamValue(sections, stream, is_lazy=True))
    revision = article.latest_revision
    revision.content["body"] = json.dumps(stream)
    revision.save()
    return ArticlePage.objects.get(pk=article.pk)


def sealed(article, whole, html):
    """An edition of these contents and of this HTML, which readers get."""
    edition = seal_edition(
        page_id=article.pk,
        kind=Edition.Kind.UNREVIEWED,
        content=canonical_json(whole),
        html=html,
        metadata=metadata(article, []) | {"reviewers": [], "reviewed_on": None, "next_review_due": None},
        frozen_at=timezone.now(),
        reason="A test.",
        by=None,
    )
    publish(edition, by=None)
    return edition


@pytest.fixture
def old_draft():
    """An article that was stored before key points had sources."""
    return stored_as(OLD)


def test_a_draft_and_its_revisions_are_rewritten_by_the_migration(old_draft):
    migration.forwards(apps, None)
    article = ArticlePage.objects.get(pk=old_draft.pk)
    for manuscript in (article, article.get_latest_revision_as_object()):
        assert points_of(content(manuscript)["body"]) == NEW_POINTS
        assert "It may not." in render_body(manuscript)[0]
    assert content(article)["body"][1]["value"]["body"] == "<p>Untouched.</p>"


def test_the_migration_goes_back(old_draft):
    migration.forwards(apps, None)
    migration.backwards(apps, None)
    body = ArticlePage.objects.get(pk=old_draft.pk).body.raw_data
    first, second = body[0]["value"]["points"]
    assert (first["value"], second) == ("It may help.", "It may not.")


def test_a_sealed_edition_is_shown_as_it_was_sealed_and_read_in_todays_shape(client, old_draft):
    whole = content(old_draft) | {"body": OLD}
    del whole["shape"]
    edition = sealed(
        old_draft,
        whole,
        '<section id="key-points" data-kind="key_points"><ul><li>It may help.</li></ul></section>',
    )
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        page = client.get(old_draft.get_url())
    assert edition.html in page.text
    now = current(json.loads(edition.content))
    assert points_of(now["body"]) == NEW_POINTS
    assert now["shape"] == SHAPE
    edition.refresh_from_db()
    assert edition.content == canonical_json(whole), "reading changes nothing"


# As they would be written if overviews had been called “about” before, and their text “words”.
def about_is_overview(stream):
    return [block | {"type": "overview"} if block["type"] == "about" else block for block in stream]


def words_are_body(stream):
    return [
        block | {"value": {("body" if name == "words" else name): text for name, text in block["value"].items()}}
        if block["type"] == "overview"
        else block
        for block in stream
    ]


BEFORE_RENAMES = [
    {"type": "about", "id": "c", "value": {"section_heading": "What it is", "words": "<p>A lamp.</p>"}},
    {"type": "conclusion", "id": "d", "value": {"section_heading": "", "body": "<p>Ask us.</p>"}},
]
AFTER_RENAMES = {"type": "overview", "id": "c", "value": {"section_heading": "What it is", "body": "<p>A lamp.</p>"}}


@pytest.fixture
def renamed(monkeypatch):
    """A release in which a kind of section and one of its fields got another name."""
    steps = (*content_shapes.STEPS, about_is_overview, words_are_body)
    monkeypatch.setattr(content_shapes, "STEPS", steps)
    monkeypatch.setattr(content_shapes, "SHAPE", len(steps))


def test_drafts_and_revisions_survive_the_rename_of_a_kind_and_of_a_field(renamed):
    stored = stored_as(BEFORE_RENAMES)
    for step in content_shapes.STEPS[SHAPE:]:
        content_shapes.rewrite_drafts(apps, step)
    article = ArticlePage.objects.get(pk=stored.pk)
    for manuscript in (article, article.get_latest_revision_as_object()):
        first = content(manuscript)["body"][0]
        assert (first["type"], first["id"], first["value"]["body"]) == ("overview", "c", "<p>A lamp.</p>")
        html = render_body(manuscript)[0]
        assert '<section id="what-it-is" data-kind="overview"' in html
        assert "A lamp." in html and "Ask us." in html


def test_a_sealed_edition_survives_the_rename_of_a_kind_and_of_a_field(renamed, client):
    article = ArticleFactory()
    html = '<section id="what-it-is" data-kind="about"><h2>What it is</h2><p>A lamp.</p></section>'
    edition = sealed(article, content(article) | {"body": BEFORE_RENAMES}, html)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        assert html in client.get(article.get_url()).text
    whole = json.loads(edition.content)
    assert current(whole)["body"] == [AFTER_RENAMES, BEFORE_RENAMES[1]]
    assert whole["body"] == BEFORE_RENAMES, "reading changes nothing"
    imported = read_file("a.md", exported(whole, "md"))
    assert dict(imported.sections)["overview"]["body"].endswith("A lamp.</p>")


def test_what_is_in_todays_shape_stays_as_it_is():
    article = ArticleFactory()
    assert current(content(article)) == content(article)
