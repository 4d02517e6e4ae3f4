"""What of an article is sealed: everything that its authors decide, as plain JSON."""

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Model
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Locale, Page

from blog.clinical_rules import suicide
from blog.clinical_rules.document import Document
from blog.content_shapes import SHAPE
from blog.marks import marked
from blog.pictures import identity
from blog.text import well_formed
from editions.canonical import canonical_moment
from people.models import Person

# A field is content unless it is named here: one added later is sealed without anybody remembering to.
NOT_CONTENT = {
    # The row and its place in the tree; the address belongs to the page and not to an edition.
    *("id", "page_ptr", "content_type", "path", "depth", "numchild", "url_path", "slug", "translation_key", "alias_of"),
    # Wagtail's state of drafts, publication and locks.
    *("live", "has_unpublished_changes", "first_published_at", "last_published_at", "latest_revision_created_at"),
    *("latest_revision", "live_revision", "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by"),
    # A copy of the title, the account that made the page, and menus, which readers' pages do not have.
    *("draft_title", "owner", "show_in_menus"),
    # What the system knows of the manuscript's history.
    *("imported_digest", "contributions_under"),
}
# Of a row that is sealed with all its fields: its drafts are nobody's concern.
NOT_SEALED = {"latest_revision", "sort_order"}
NOT_CONTENT_RELATIONS = {"wagtail_admin_comments"}


def content(article):
    """The article's content as a dict that `canonical_json` takes: fields, child rows in order, topics, sections.

    Authors, topics, its medicine, and the sources and words that its sections point at stand in it as they are at this
    moment, with their ids. `shape` tells how later versions of the program have to read it.
    """
    points_at = marked(article.body)
    found = {
        "shape": SHAPE,
        "cited": _plain(points_at.references),
        "glossary": _plain(points_at.terms),
    } | {
        field.name: _field_value(article, field)
        for field in article._meta.concrete_fields
        if field.name not in NOT_CONTENT
    }
    for field in article._meta.many_to_many:
        if isinstance(field, ParentalManyToManyField):
            found[field.name] = _plain(sorted(getattr(article, field.name).all(), key=lambda row: row.pk))
    for relation in get_all_child_relations(type(article)):
        name = relation.get_accessor_name()
        if name not in NOT_CONTENT_RELATIONS:
            found[name] = [_child_row(row, relation.field.name) for row in in_order(getattr(article, name))]
    return found


def metadata(article, sections):
    """The draft's part of what an edition tells about itself; the reviewer and the dates come with the approval."""
    whole = content(article)
    return {
        "title": whole["title"],
        "summary": whole["summary"],
        "article_type": whole["article_type"],
        "locale": whole["locale"],
        # With their ids, which readers never see: names change, and what somebody wrote is still theirs.
        "authors": [row["person"] for row in whole["authors"]],
        "topics": whole["topics"],
        "medicine": whole["medicine"]
        and {name: whole["medicine"][name] for name in ("generic_name", "brands", "slang", "medicine_class")},
        "conditions": [{name: row[name] for name in ("name", "also_called")} for row in whole["conditions"]],
        **{name: whole[name] for name in ("audience", "jurisdiction", "funding", "competing_interests")},
        "evidence_checked_on": whole["evidence_checked_on"],
        "sections": sections,
        # Whether the page round the text must show where to get help, before its first section and at its end.
        "crisis": bool(suicide.triggers(Document(whole))),
        "demonstration": whole["demonstration"],
    }


def snapshot(row):
    """A row of another table as an edition keeps it; None for none."""
    return None if row is None else _plain(row)


def in_order(rows):
    """Child rows in the order that the editor shows, also where it has not been saved yet."""
    return sorted(rows.all(), key=lambda row: (row.sort_order is None, row.sort_order or 0))


def _child_row(row, parent_key):
    return {
        field.name: _field_value(row, field)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.name not in (parent_key, "sort_order")
    }


def _field_value(row, field):
    if isinstance(field, StreamField):
        return _plain(_stream(getattr(row, field.name), field.stream_block))
    if field.is_relation and getattr(row, field.attname) is None:
        return None
    return _plain(getattr(row, field.name))


def _stream(value, block):
    """A stream as stored JSON, with all fields of every block: those that it was made without have their default."""
    complete = block.to_python(block.get_prep_value(value))
    # Wagtail hands on stored JSON as it is for as long as nobody has looked at the blocks.
    list(complete)
    return _naming_files(block.get_prep_value(complete), complete)


def _naming_files(stored, value):
    """`stored`, the JSON of `value`, with each picture named by its file's bytes and not by its row alone."""
    if isinstance(value, AbstractImage):
        return identity(value)
    if isinstance(value, StructValue):
        return {name: _naming_files(item, value.get(name)) for name, item in stored.items()}
    if isinstance(value, (StreamValue, ListValue)):
        children = value.bound_blocks if isinstance(value, ListValue) else value
        return [
            item | {"value": _naming_files(item["value"], child.value)}
            for item, child in zip(stored, children, strict=True)
        ]
    return stored


def _plain(value):
    if isinstance(value, Model):
        return _snapshot(value)
    if isinstance(value, dict):
        return {well_formed(str(name)): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return canonical_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, (float, Decimal)):
        return str(value)
    return well_formed(str(value))


def _snapshot(row):
    """A row of another table as it stands, for the edition must not change when that row does."""
    if isinstance(row, Locale):
        return row.language_code
    if isinstance(row, Person):
        return _named(row, "id", "name", "post_nominals", "profession", "affiliation")
    if isinstance(row, Page):
        return _named(row, "id", "title")
    if getattr(row, "sealed_whole", False):
        return _whole(row)
    return row.pk


def _whole(row):
    """A row with all its fields, and the rows that belong to it."""
    found = _named(row, *(field.name for field in row._meta.concrete_fields if field.name not in NOT_SEALED))
    for relation in get_all_child_relations(type(row)):
        name = relation.get_accessor_name()
        found[name] = [_child_row(child, relation.field.name) for child in in_order(getattr(row, name))]
    return found


def _named(row, *names):
    return {name: _plain(getattr(row, name)) for name in names}
