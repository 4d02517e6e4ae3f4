import json

from django.db import migrations
from wagtail.blocks import StreamValue

from blog.content_shapes import with_key_point_sources


def forwards(apps, schema_editor):
    rewrite(apps, with_key_point_sources)


def backwards(apps, schema_editor):
    """Sources have no place in the older shape and are left out."""
    rewrite(apps, without_key_point_sources)


def without_key_point_sources(stream):
    for block in stream:
        if block.get("type") == "key_points":
            block["value"]["points"] = [text_alone(point) for point in block["value"].get("points") or []]
    return stream


def text_alone(point):
    row = point.get("value", point)
    text = row.get("text", "") if isinstance(row, dict) else row
    return point | {"value": text} if "value" in point else text


def rewrite(apps, step):
    """Drafts and all their revisions; sealed editions are never rewritten, and read through `blog/content_shapes.py`."""
    ArticlePage = apps.get_model("blog", "ArticlePage")
    sections = ArticlePage._meta.get_field("body").stream_block
    for article in ArticlePage.objects.all():
        body = StreamValue(sections, step(list(article.body.raw_data)), is_lazy=True)
        ArticlePage.objects.filter(pk=article.pk).update(body=body)
    ContentType = apps.get_model("contenttypes", "ContentType")
    Revision = apps.get_model("wagtailcore", "Revision")
    kind = ContentType.objects.filter(app_label="blog", model="articlepage").first()
    for revision in Revision.objects.filter(content_type=kind).iterator() if kind else ():
        body = revision.content.get("body")
        if body:
            revision.content["body"] = json.dumps(step(json.loads(body)))
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0009_invented_examples"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(forwards, backwards),
    ]
