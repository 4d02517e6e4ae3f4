"""What an article points at: sources and words get numbers in the document, and lists at its end."""

from blog.documents import form, rows
from blog.documents.parts import Heading, Picture, Table
from blog.documents.words import SOURCE, WORD, Link, Span, Words


class Elsewhere:
    """Numbers are given in the order in which things are asked for."""

    def __init__(self, content, pictures):
        self.pictures = pictures
        self.references = {row["id"]: row for row in content.get("cited") or []}
        self.references |= {
            row["reference"]["id"]: row["reference"] for row in content.get("references") or [] if row.get("reference")
        }
        self.terms = {row["id"]: row for row in content.get("glossary") or []}
        self.cited, self.explained = {}, {}

    def named(self, kind, row_id):
        """`(number, text)` for a chosen source, word or page; None for one that is gone."""
        if kind == SOURCE:
            return self.source(self.references[row_id]) if row_id in self.references else None
        if kind == WORD:
            if row_id not in self.terms:
                return None
            return self._number(self.explained, self.terms[row_id]), self.terms[row_id]["term"]
        return row_id, f"page {row_id}"

    def number(self, kind, row_id):
        """The number of what a mark in a text points at; None where it is gone."""
        found = self.named(kind, row_id)
        return found and str(found[0])

    def source(self, reference):
        number = self._number(self.cited, reference)
        return number, f"source {number}"

    def picture(self, stored, alt):
        """The picture of an image field; `stored` is what content has for it."""
        data = self.pictures.get(stored.get("id")) if isinstance(stored, dict) else None
        return Picture(alt, data, problem="" if data else form.MISSING_PICTURE)

    def sources(self):
        """The list of sources at the end."""
        # A word's source may be none that the text cites.
        for term in self.explained.values():
            self._with_source(term)
        if not self.cited:
            return
        yield Heading(Words.of(form.SOURCES), form.SECTION_LEVEL)
        for number, reference in enumerate(self.cited.values(), start=1):
            yield Heading(Words.of(form.item_heading(form.SOURCE_ITEM, number)), form.FIELD_LEVEL)
            yield self._table(rows.REFERENCE_FIELDS, reference)

    def words(self):
        """The list of words explained."""
        if not self.explained:
            return
        yield Heading(Words.of(form.WORDS), form.SECTION_LEVEL)
        for number, term in enumerate(self.explained.values(), start=1):
            yield Heading(Words.of(form.item_heading(form.WORD_ITEM, number)), form.FIELD_LEVEL)
            yield self._table(rows.TERM_FIELDS, term)

    def _with_source(self, term):
        return self.source(term["source"]) if isinstance(term.get("source"), dict) else None

    def _table(self, fields, row):
        found = []
        for name, field in fields.items():
            if field.is_relation:
                source = self._with_source(row)
                words = Words((Link(SOURCE, str(source[0]), (Span(source[1]),)),)) if source else None
            else:
                value = row.get(name)
                words = None if value == rows.untouched(field) else Words.of(rows.text_of(field, value))
            if words:
                found.append((Words.of(rows.label(field)), words))
        return Table((tuple(map(Words.of, form.FIELDS)), *found))

    @staticmethod
    def _number(known, row):
        known.setdefault(row["id"], row)
        return list(known).index(row["id"]) + 1
