"""Text in the shape of a section, as far as it has that shape."""

from blog.blocks.side_effects import ROW_LIMIT
from blog.clinical_rules.care_cards import HEADING_LIMIT as CARD_HEADING_LIMIT
from blog.clinical_rules.care_cards import MOST_BULLETS, crisis_help_problems
from blog.clinical_rules.key_points import MOST_POINTS, POINT_LIMIT
from blog.clinical_rules.sentences import spans
from blog.clinical_rules.warnings import HEADING_LIMIT as WARNING_HEADING_LIMIT
from blog.documents.parts import Listing, Paragraph
from blog.documents.words import Words
from blog.enums import Band, NotKnownReason
from blog.importers.answers import answered_questions, do_and_do_not, explained_words, options, questions
from blog.importers.cues import ENUMERATES, aspect_of, care_level
from blog.importers.inline import rich_text
from blog.importers.lists import split_list
from blog.importers.plain_fields import blank_row, blank_section, heading_text, set_text

STAGE_LIMIT = 8
TERM_LIMIT = 80


def shaped(kind, heading, parts, gathered):
    """The section of that kind in a list, or an overview where the text has not its shape; empty for nothing."""
    if found := section(kind, heading, parts, gathered):
        return [found]
    return [section("overview", heading, parts, gathered)] if heading or parts else []


def section(kind, heading, parts, gathered):
    """`(type, value)`; None where the text has not the shape of that kind."""
    value = _BUILDERS.get(kind, _text)(kind, heading, parts, gathered)
    if value is None:
        return None
    name = "heading" if kind in ("warning", "care_card") else "section_heading"
    text = heading_text(heading, gathered)
    if kind == "warning" and len(text) > WARNING_HEADING_LIMIT:
        return None
    return kind, blank_section(kind) | {name: text, **value}


def are_stages(part):
    return (
        isinstance(part, Listing)
        and part.ordered
        and 2 <= len(part.items) <= STAGE_LIMIT
        and all(item.words for item in part.items)
    )


def _text(kind, heading, parts, gathered):
    found = {"body": rich_text(parts)}
    if kind == "overview" and "health_aspect" in blank_section(kind):
        found["health_aspect"] = aspect_of(heading.text)
    return found


def _intro(kind, heading, parts, gathered):
    return {"intro": rich_text(parts)}


def _crisis_help(kind, heading, parts, gathered):
    words = " ".join(part.text for part in parts if isinstance(part, Paragraph))
    in_lists = any(isinstance(part, Listing) for part in parts)
    return None if in_lists or crisis_help_problems({"body": words}) else {"body": rich_text(parts)}


def _key_points(kind, heading, parts, gathered):
    if len(parts) != 1 or not _is_plain_list(parts[0]) or parts[0].ordered or len(parts[0].items) > MOST_POINTS:
        return None
    if not all(0 < len(item.text) <= POINT_LIMIT for item in parts[0].items):
        return None
    rows = [blank_row(kind, "points") for _item in parts[0].items]
    for row, item in zip(rows, parts[0].items, strict=True):
        set_text(row, "text", item.words, gathered)
    return {"points": rows}


def _stages(kind, heading, parts, gathered):
    if not parts or not are_stages(parts[-1]):
        return None
    rows = []
    for item in parts[-1].items:
        rows.append(blank_row(kind, "items") | {"body": rich_text([Paragraph(item.words), *item.inside])})
    return {"intro": rich_text(parts[:-1]), "items": rows}


def _care_card(kind, heading, parts, gathered):
    *before, last = parts or [None]
    if not _is_plain_list(last) or last.ordered or not 0 < len(last.items) <= MOST_BULLETS:
        return None
    if not heading.text.endswith(":") or len(heading.text) > CARD_HEADING_LIMIT:
        return None
    if not all(isinstance(part, Paragraph) for part in before) or len(before) > 1:
        return None
    value = {"level": care_level(heading.text), "lead": "", "bullets": []}
    for part in before:
        set_text(value, "lead", part.words, gathered)
    for item in last.items:
        line = {}
        set_text(line, "text", item.words, gathered)
        value["bullets"].append(line["text"])
    if not value["level"]:
        gathered.remark("Choose how urgent this card is: its heading does not say so.", heading.text)
    return value


def _side_effects(kind, heading, parts, gathered):
    before, terms = _enumerated(parts)
    rows = []
    for term in terms:
        row = blank_row(kind, "rows") | {
            "band": Band.NOT_KNOWN.value,
            "not_known_reason": NotKnownReason.SOURCE_DOES_NOT_SAY.value,
        }
        set_text(row, "term_plain", term, gathered)
        rows.append(row)
    return {"intro": rich_text(before), "rows": rows}


def _enumerated(parts):
    """The effects that the text ends with, and what stands before them; no effects where they cannot be told apart."""
    last = parts[-1] if parts else None
    before, terms = parts, []
    if _is_plain_list(last) and not last.ordered and not _breaks_off(parts[:-1]):
        before, terms = parts[:-1], [item.words for item in last.items]
    elif isinstance(last, Paragraph) and last.text:
        start = spans(last.text)[-1][0]
        if cue := ENUMERATES.search(last.text, start):
            # A mark within the enumeration says of what it is the source; rows made of it could not.
            marked = last.words.cut(cue.end())
            terms = [] if marked.links else [Words.of(term) for term in split_list(marked.text)]
            before = [*parts[:-1], Paragraph(last.words.cut(0, cue.end()).tidied())]
    fits = 0 < len(terms) <= ROW_LIMIT and all(0 < len(term.text) <= TERM_LIMIT for term in terms)
    return (before, terms) if fits else (parts, [])


def _breaks_off(parts):
    """Whether the text ends in the middle of a sentence, which rows would complete as if they were a list in it."""
    return bool(parts) and isinstance(parts[-1], Paragraph) and bool(ENUMERATES.search(f"{parts[-1].text} "))


def _is_plain_list(part):
    return isinstance(part, Listing) and not any(item.inside for item in part.items)


def _from(read):
    return lambda kind, heading, parts, gathered: read(parts, gathered)


_BUILDERS = {
    "mechanism": _intro,
    "who_should_not": _intro,
    "interactions": _intro,
    "key_points": _key_points,
    "stages": _stages,
    "care_card": _care_card,
    "side_effects": _side_effects,
    "crisis_help": _crisis_help,
    "faq": _from(answered_questions),
    "do_dont": _from(do_and_do_not),
    "questions": _from(questions),
    "glossary": _from(explained_words),
    "alternatives": _from(options),
}
