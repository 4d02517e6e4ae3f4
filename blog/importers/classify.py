"""Which sections a heading and its text are, by general cues; what has none is an overview with its heading."""

from dataclasses import dataclass, field, replace

from blog.clinical_rules.sentences import spans
from blog.documents.parts import Listing, Paragraph, Picture, Table
from blog.documents.words import Words
from blog.importers.cues import (
    ANNOUNCES_STAGES,
    CALLS_FOR_HELP,
    CONCLUDES,
    NOT_FOR_EVERYONE,
    SAFETY_KINDS,
    WARNS,
    kind_of,
)
from blog.importers.lists import lines_of
from blog.importers.shapes import are_stages, section, shaped
from blog.importers.table_sections import TABLES_INTO, picture_section, rows_of, table_kind, table_section


@dataclass(frozen=True)
class Chunk:
    """A heading (without words for what stands before the first), its level and the parts up to the next heading.

    `kind` is that of its section where more than its heading says so.
    """

    heading: Words
    level: int
    parts: list = field(default_factory=list)
    kind: str = ""


def sections_of(chunk, gathered):
    """The sections, as `(type, value)`, of one chunk. `gathered` takes what they point at."""
    text = [part for part in chunk.parts if not isinstance(part, (Table, Picture))]
    others = [part for part in chunk.parts if isinstance(part, (Table, Picture))]
    kind = chunk.kind or kind_of(chunk.heading.text)
    tables = [part for part in others if isinstance(part, Table)]
    if kind == "overview" and len(tables) == 1:
        kind = table_kind(tables[0]) or kind
    found = _from_table(kind, chunk, text, tables, gathered) if kind in TABLES_INTO else None
    if found:
        used, sections = found
        others = [part for part in others if part is not used]
    else:
        sections = _from_text(kind, chunk.heading, text, gathered) if text or not others else []
    heading = Words() if sections else chunk.heading
    for part in others:
        add = table_section if isinstance(part, Table) else picture_section
        sections.append(add(heading, part, gathered))
        heading = Words()
    if others and text and chunk.parts.index(others[0]) < max(chunk.parts.index(part) for part in text):
        gathered.remark(
            "A table or picture stood between paragraphs here. It now stands below all the text under its heading.",
            chunk.heading.text or _beginning(text[0]),
        )
    return sections


def _beginning(part):
    """The first words of a part of text, a list's included."""
    if isinstance(part, Listing):
        return next((words.text for _depth, words in lines_of(part) if words), "")
    return part.text


def _from_table(kind, chunk, text, tables, gathered):
    """`(table, sections)` where a table of the chunk is the rows of its kind of section."""
    for table in tables:
        if rows := rows_of(kind, table, gathered):
            built = section(kind, chunk.heading, text, gathered)
            if built is not None and built[0] == kind and not built[1][TABLES_INTO[kind]]:
                built[1][TABLES_INTO[kind]] = rows
                return table, [built]
    return None


def _from_text(kind, heading, parts, gathered):
    own, found = _segments(parts, kind in SAFETY_KINDS)
    if found is None or (kind == "stages" and own):
        own, found = parts, []
    sections = []
    if own or not found:
        sections += shaped(kind, heading, own, gathered)
        heading = Words()
    for segment_kind, segment_parts in found:
        if segment_kind == "care_card":
            # The line that announces the list is the card's heading.
            if heading:
                sections += shaped("overview", heading, [], gathered)
                heading = Words()
            sections += shaped(segment_kind, segment_parts[0].words, segment_parts[1:], gathered)
            continue
        sections += shaped(segment_kind, heading, segment_parts, gathered)
        heading = Words()
    return sections


def _segments(parts, about_safety):
    """`(own, found)`: the text before the first cue, and `(type, parts)` from there on.

    `found` is None where plain text follows a cue: it would need a heading that the document does not have.
    """
    own, found, position = [], [], 0
    while position < len(parts):
        part = parts[position]
        following = parts[position + 1] if position + 1 < len(parts) else None
        if isinstance(part, Paragraph) and CONCLUDES.search(part.text):
            return own, [*found, ("conclusion", parts[position:])]
        if isinstance(part, Paragraph) and ANNOUNCES_STAGES.search(part.text) and are_stages(following):
            found.append(("stages", [part, following]))
            position += 1
        elif isinstance(part, Paragraph) and CALLS_FOR_HELP.search(part.text) and _are_signs(following):
            found.append(("care_card", [part, following]))
            position += 1
        elif about_safety and isinstance(part, Paragraph) and (safety := _safety(part)) and position:
            found.extend(safety)
        elif found:
            return own, None
        else:
            own.append(part)
        position += 1
    return own, found


def _are_signs(part):
    return isinstance(part, Listing) and not part.ordered and all(item.words and not item.inside for item in part.items)


def _safety(paragraph):
    """A paragraph for whom it is not suitable, or one that warns, or the one after the other."""
    words = paragraph.words
    said = spans(words.text)
    texts = [words.text[start:end] for start, end in said]
    not_for = 0
    while not_for < len(said) and NOT_FOR_EVERYONE.search(texts[not_for]):
        not_for += 1
    rest = " ".join(texts[not_for:])
    if not not_for:
        return [("warning", [paragraph])] if WARNS.search(words.text) else []
    if not rest or not WARNS.search(rest):
        return [("who_should_not", [paragraph])]
    boundary = said[not_for][0]
    return [
        ("who_should_not", [replace(paragraph, words=words.cut(0, boundary).tidied())]),
        ("warning", [replace(paragraph, words=words.cut(boundary).tidied())]),
    ]
