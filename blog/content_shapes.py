"""How the shape of stored sections has changed, and how to read what was stored in an older one.

A step takes the stored stream of a body (a list of `{"type", "id", "value"}`) and gives it in its next shape. The same
step serves a migration, which rewrites drafts and their revisions, and whoever reads a sealed edition's content, which
nobody rewrites. A step is never changed or removed once it was released; new ones go to the end.
"""

import json

from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.blocks import StreamValue


def with_key_point_sources(stream):
    """Key points: from texts to rows of text and source."""
    return [_points_as_rows(block) if block.get("type") == "key_points" else block for block in stream]


STEPS = (with_key_point_sources,)
SHAPE = len(STEPS)


def current(content):
    """The content of an edition or submission in today's shape; what it lacks is left lacking."""
    body = content.get("body") or []
    for step in STEPS[content.get("shape", 0) :]:
        body = step(body)
    return content | {"body": body, "shape": SHAPE}


def rewrite_drafts(apps, step):
    """Of a migration: put the drafts of all articles and all their revisions through `step`; sealed editions stay."""
    ArticlePage = apps.get_model("blog", "ArticlePage")
    sections = ArticlePage._meta.get_field("body").stream_block
    # As it stands in the table: Wagtail leaves out every section of a kind that it does not know.
    for pk, stored in ArticlePage.objects.values_list("pk", Cast("body", TextField())):
        body = StreamValue(sections, step(json.loads(stored or "[]")), is_lazy=True)
        ArticlePage.objects.filter(pk=pk).update(body=body)
    ContentType = apps.get_model("contenttypes", "ContentType")
    Revision = apps.get_model("wagtailcore", "Revision")
    kind = ContentType.objects.filter(app_label="blog", model="articlepage").first()
    for revision in Revision.objects.filter(content_type=kind).iterator() if kind else ():
        body = revision.content.get("body")
        if body:
            revision.content["body"] = json.dumps(step(json.loads(body)))
            revision.save(update_fields=["content"])


def _points_as_rows(block):
    value = block.get("value") or {}
    return block | {"value": value | {"points": [_point_as_row(point) for point in value.get("points") or []]}}


def _point_as_row(point):
    # Wagtail has stored lists as bare values, and stores them as items with ids.
    if isinstance(point, str):
        return {"text": point, "source": None}
    if isinstance(point, dict) and isinstance(point.get("value"), str):
        return point | {"value": {"text": point["value"], "source": None}}
    return point
