"""Sections of an article as they are stored, read without asking the database what their choosers point at."""

from wagtail import blocks
from wagtail.images.models import AbstractImage

from blog.marks import CITATION, GLOSSARY, stored_marks
from blog.models.sources import GlossaryTerm, Reference

MARKED = {CITATION: Reference, GLOSSARY: GlossaryTerm}


class StoredSections:
    """The stored JSON of a stream, with the default of every field that it lacks, and what it points at."""

    def __init__(self, stream_block, stored):
        self._marked, self._choosers = [], []
        self._body = self._stream(stream_block, stored)

    def ids_of(self, model):
        """Ids of the rows of `model` that are marked or chosen, each once, in order of the first."""
        return list(dict.fromkeys(row_id for of, row_id in self._marked if of is model and row_id))

    def with_rows(self, row):
        """The sections, in which a chooser of a row that `row(model, id)` does not give holds None."""
        for model, row_id in self._marked:
            row(model, row_id)
        for holder, name, model, row_id in self._choosers:
            found = row(model, row_id)
            holder[name] = found and ({"id": row_id} if isinstance(found, AbstractImage) else row_id)
        return self._body

    def _stream(self, block, stored):
        return [
            {"type": each["type"], "id": each.get("id"), "value": self._value(known, each["value"])}
            for each in stored
            if (known := block.child_blocks.get(each["type"]))
        ]

    def _value(self, block, stored):
        if isinstance(block, blocks.StructBlock):
            return self._struct(block, stored)
        if isinstance(block, blocks.ListBlock):
            return self._list(block, stored)
        if isinstance(block, blocks.RichTextBlock):
            self._marked += [(MARKED[kind], row_id) for kind, row_id in stored_marks(stored or "")]
        return stored

    def _struct(self, block, stored):
        found = {}
        for name, child in block.child_blocks.items():
            value = stored[name] if name in stored else child.get_prep_value(child.get_default())
            if isinstance(child, blocks.ChooserBlock):
                self._choose(child, found, name, value)
            else:
                found[name] = self._value(child, value)
        return found

    def _list(self, block, stored):
        found = []
        for each in stored or []:
            # Wagtail has stored lists as bare values, and stores them as items with ids.
            is_item = isinstance(each, dict) and each.get("type") == "item" and "value" in each
            item = dict(each) if is_item else {"type": "item", "value": each, "id": None}
            if isinstance(block.child_block, blocks.ChooserBlock):
                self._choose(block.child_block, item, "value", item["value"])
            else:
                item["value"] = self._value(block.child_block, item["value"])
            found.append(item)
        return found

    def _choose(self, block, holder, name, row_id):
        holder[name] = None
        if row_id is not None:
            self._choosers.append((holder, name, block.model_class, row_id))
            self._marked.append((block.model_class, row_id))
