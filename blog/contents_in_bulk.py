"""The content of many drafts at once, read from their stored JSON in a fixed number of queries, whatever their number.

It is what `blog.content.content` gives for each of them, but that a picture is named by its row alone, for its bytes
are not read. A test compares the two.
"""

import json
from collections import defaultdict
from dataclasses import dataclass

from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from blog.content import NOT_CONTENT, NOT_CONTENT_RELATIONS, snapshot
from blog.content_shapes import SHAPE
from blog.models import ArticlePage, GlossaryTerm, Medicine, Reference
from blog.stored_sections import StoredSections

# What the snapshot of a row goes on to read.
WITH_THEIR_OWN = {
    GlossaryTerm: GlossaryTerm.objects.select_related("source"),
    Medicine: Medicine.objects.prefetch_related("uses__condition", "uses__source", "safety_alerts"),
}
# A draft does not decide these; its row does.
OF_THE_ROW = {"locale"}


@dataclass(frozen=True)
class Draft:
    """A draft as it is stored, and its sections."""

    page: ArticlePage
    stored: dict
    body: StoredSections


class Rows:
    """Rows of several models by id: first asked for, then loaded, each model with one query."""

    def __init__(self):
        self._wanted, self._loaded = defaultdict(set), {}

    def want(self, model, row_id):
        if row_id is not None:
            self._wanted[model].add(row_id)

    def load(self):
        for model, ids in self._wanted.items():
            self._loaded[model] = WITH_THEIR_OWN.get(model, model._default_manager).in_bulk(ids)

    def get(self, model, row_id):
        return self._loaded.get(model, {}).get(row_id)


def contents_of(pages):
    """`{page id: content}` of the latest drafts of ArticlePages that were read with their `latest_revision`."""
    drafts = [_draft(page) for page in pages]
    rows = Rows()
    for draft in drafts:
        _content(draft, rows.want)
    rows.load()
    return {draft.page.pk: _content(draft, rows.get) for draft in drafts}


def _draft(page):
    stored = page.latest_revision.content if page.latest_revision else page.serializable_data()
    stored |= {name: getattr(page, f"{name}_id") for name in OF_THE_ROW}
    blocks = json.loads(stored.get("body") or "[]")
    return Draft(page, stored, StoredSections(ArticlePage.body.field.stream_block, blocks))


def _content(draft, row):
    """The content of `draft` with the rows that `row(model, id)` gives; it is first asked for all of them in vain."""
    found = {
        "shape": SHAPE,
        "body": draft.body.with_rows(row),
        "cited": _shown(Reference, draft.body.ids_of(Reference), row),
        "glossary": _shown(GlossaryTerm, draft.body.ids_of(GlossaryTerm), row),
    }
    for field in ArticlePage._meta.concrete_fields:
        if field.name not in NOT_CONTENT and not isinstance(field, StreamField):
            found[field.name] = _value(field, draft.stored, row)
    for field in ArticlePage._meta.many_to_many:
        if isinstance(field, ParentalManyToManyField):
            found[field.name] = _shown(field.related_model, sorted(draft.stored.get(field.name) or []), row)
    for relation in get_all_child_relations(ArticlePage):
        name = relation.get_accessor_name()
        if name not in NOT_CONTENT_RELATIONS:
            found[name] = _child_rows(relation, draft.stored.get(name) or [], row)
    return found


def _shown(model, ids, row):
    """Snapshots of the rows that there are."""
    return [snapshot(found) for found in [row(model, row_id) for row_id in ids] if found]


def _value(field, stored, row):
    if field.is_relation:
        return snapshot(row(field.related_model, stored.get(field.name)))
    if field.name not in stored:
        return snapshot(field.get_default())
    return snapshot(field.to_python(stored[field.name]))


def _child_rows(relation, stored, row):
    """The rows of a relation in their order; one whose own row is gone is gone with it."""
    fields = [
        field
        for field in relation.related_model._meta.concrete_fields
        if not field.primary_key and field.name not in (relation.field.name, "sort_order")
    ]
    ordered = sorted(stored, key=lambda each: (each.get("sort_order") is None, each.get("sort_order") or 0))
    found = [{field.name: _value(field, each, row) for field in fields} for each in ordered]
    keys = [field.name for field in fields if field.is_relation]
    return [each for each in found if all(each[name] is not None for name in keys)]
