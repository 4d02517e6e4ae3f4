"""Stored drafts and sealed editions outlive a change of the sections that they are made of."""

import json
from datetime import timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.utils import timezone
from wagtail.blocks import StreamValue

from blog.content import content, metadata
from blog.content_shapes import SHAPE, current
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


@pytest.fixture
def old_draft():
    """An article whose row and revision were stored before key points had sources."""
    article = ArticleFactory()
    sections = ArticlePage._meta.get_field("body").stream_block
    ArticlePage.objects.filter(pk=article.pk).update(body=StreamValue(sections, OLD, is_lazy=True))
    revision = article.latest_revision
    revision.content["body"] = json.dumps(OLD)
    revision.save()
    return ArticlePage.objects.get(pk=article.pk)


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
    edition = seal_edition(
        page_id=old_draft.pk,
        kind=Edition.Kind.UNREVIEWED,
        content=canonical_json(whole),
        html='<section id="key-points" data-kind="key_points"><ul><li>It may help.</li></ul></section>',
        metadata=metadata(old_draft, []) | {"reviewers": [], "reviewed_on": None, "next_review_due": None},
        frozen_at=timezone.now(),
        reason="A test.",
        by=None,
    )
    publish(edition, by=None)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        page = client.get(old_draft.get_url())
    assert edition.html in page.text
    now = current(json.loads(edition.content))
    assert points_of(now["body"]) == NEW_POINTS
    assert now["shape"] == SHAPE
    edition.refresh_from_db()
    assert edition.content == canonical_json(whole), "reading changes nothing"


def test_what_is_in_todays_shape_stays_as_it_is():
    article = ArticleFactory()
    assert current(content(article)) == content(article)
