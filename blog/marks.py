"""Marks in an article's text: where it cites a source, and which words it explains.

While sections are printed, a mark is a token of characters that no text holds; once the whole body stands, `resolved`
turns tokens into numbers in the order in which readers meet them.
"""

import re
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import extract_attrs

from blog.models.sources import GlossaryTerm, Reference

CITATION, GLOSSARY = "citation", "glossary"

# Private use: taken out of every text before marks are put in, so nobody can write one.
_OPEN, _CLOSE, _WORDS = "\ue000", "\ue001", "\ue002"
_RESERVED = dict.fromkeys(map(ord, (_OPEN, _CLOSE, _WORDS)))
_STORED = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL | re.IGNORECASE)
_TOKEN = re.compile(f"{_OPEN}([cg])(\\d+)(?:{_WORDS}([^{_OPEN}{_CLOSE}]*))?{_CLOSE}")


@dataclass(frozen=True)
class Marked:
    """What a body cites and explains, in the order of its fields; marks whose row is gone are left out.

    `in_text` are the ids of the terms that a text marks; others were only chosen for the glossary.
    """

    references: list[Reference]
    terms: list[GlossaryTerm]
    in_text: frozenset[int]


def marked(body):
    """The rows that the marks and choosers of a stream point at."""
    references, terms, in_text = {}, {}, set()
    for kind, row_id, row in _found(body):
        rows = references if kind == CITATION else terms
        rows[row_id] = rows.get(row_id) or row
        if kind == GLOSSARY and row is None:
            in_text.add(row_id)
    return Marked(_rows(Reference, references), _rows(GlossaryTerm, terms), frozenset(in_text))


def stored_marks(source):
    """`(kind, id)` of each mark in stored rich text, in order."""
    for attributes, _words in _STORED.findall(source):
        if mark := _mark(attributes):
            yield mark


def without_reserved(text):
    return text.translate(_RESERVED)


def without_citations(source):
    """Stored rich text without its citations, whose words are the editor's and not the author's."""
    return _STORED.sub(lambda found: "" if (_mark(found[1]) or ("",))[0] == CITATION else found[0], source)


def with_tokens(source):
    """Stored rich text with its marks as tokens."""

    def token(found):
        match _mark(found[1]):
            case (kind, row_id) if kind == CITATION:
                return f"{_OPEN}c{row_id}{_CLOSE}"
            case (_, row_id):
                return f"{_OPEN}g{row_id}{_WORDS}{found[2]}{_CLOSE}"
        return found[0]

    return _STORED.sub(token, without_reserved(source))


def token_for(reference):
    """The mark that a chooser field with `reference` prints; nothing for a reference without a number in the list."""
    return mark_safe(f"{_OPEN}c{reference.pk}{_CLOSE}")  # noqa: S308


def word_anchor(term):
    """The id of a term's explanation; that of its mark in the text is `<anchor>-mark`."""
    return f"word-{slugify(term.term) or term.pk}"


def resolved(html, references, terms):
    """`(html, numbers)`: the body with its marks as links, and for each reference that it cites its number and the ids
    of the places that cite it, `{reference: (number, [id, …])}`, in order of their numbers.

    `html` is trusted. `references` and `terms` are rows by id; a mark of another row leaves no trace but the author's
    words. Only the first mark of a word is a link: one on every mention would be in the way of reading.
    """
    numbers, explained = {}, set()

    def link(found):
        kind, row_id, words = found[1], int(found[2]), found[3] or ""
        if kind == "c":
            return _citation(references.get(row_id), numbers)
        term = terms.get(row_id)
        if term is None or row_id in explained:
            return words
        explained.add(row_id)
        anchor = word_anchor(term)
        return format_html('<a class="term" id="{}-mark" href="#{}">{}</a>', anchor, anchor, mark_safe(words))  # noqa: S308

    return mark_safe(_TOKEN.sub(link, html)), numbers  # noqa: S308


def _citation(reference, numbers):
    if reference is None:
        return ""
    number, places = numbers.setdefault(reference, (len(numbers) + 1, []))
    place = f"cite-{number}-{len(places) + 1}"
    places.append(place)
    return format_html(
        '<a class="cite" id="{}" href="#reference-{}"><span class="visually-hidden">Source </span>[{}]</a>',
        place,
        number,
        number,
    )


def _mark(attributes):
    found = extract_attrs(attributes)
    number = found.get("id", "")
    # Longer numbers are no ids, and no database takes them.
    if found.get("linktype") in (CITATION, GLOSSARY) and number.isascii() and number.isdigit() and len(number) <= 18:
        return found["linktype"], int(number)
    return None


def _found(value):
    """`(kind, id, row)` of each mark and chosen row in a stream; the row is None for a mark, which has an id alone."""
    if isinstance(value, RichText):
        for kind, row_id in stored_marks(value.source):
            yield kind, row_id, None
    elif isinstance(value, Reference):
        # The examples' source is none.
        if value.pk:
            yield CITATION, value.pk, value
    elif isinstance(value, GlossaryTerm):
        yield GLOSSARY, value.pk, value
    elif isinstance(value, StructValue):
        for item in value.values():
            yield from _found(item)
    elif isinstance(value, StreamValue):
        for child in value:
            yield from _found(child.value)
    elif isinstance(value, ListValue):
        for item in value:
            yield from _found(item)


def _rows(model, found):
    missing = [row_id for row_id, row in found.items() if row is None]
    known = model.objects.in_bulk(missing) if missing else {}
    return [row or known[row_id] for row_id, row in found.items() if row or row_id in known]
