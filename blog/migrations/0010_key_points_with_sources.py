from django.db import migrations

from blog.content_shapes import rewrite_drafts, with_key_point_sources


def forwards(apps, schema_editor):
    rewrite_drafts(apps, with_key_point_sources)


def backwards(apps, schema_editor):
    """Sources have no place in the older shape and are left out."""
    rewrite_drafts(apps, without_key_point_sources)


def without_key_point_sources(stream):
    for block in stream:
        if block.get("type") == "key_points":
            block["value"]["points"] = [text_alone(point) for point in block["value"].get("points") or []]
    return stream


def text_alone(point):
    row = point.get("value", point)
    text = row.get("text", "") if isinstance(row, dict) else row
    return point | {"value": text} if "value" in point else text


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0009_invented_examples"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(forwards, backwards),
    ]
