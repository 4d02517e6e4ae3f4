"""A short field's value as words in a cell, and back."""

import json
import re
from datetime import date
from decimal import Decimal, InvalidOperation

from wagtail import blocks

from blog.documents.characters import sayable
from blog.documents.families import Family, blank, family, unwrapped
from blog.documents.words import PAGE, SOURCE, WORD, Link, Span, Words, merged, spaced

_LINK_OF = {Family.SOURCE: SOURCE, Family.WORD: WORD, Family.PAGE: PAGE}
_NONE = "(none)"
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_NUMBERED = re.compile(r"(?:source|word|page)?\s*\[?(\d{1,18})\]?", re.IGNORECASE | re.ASCII)
YES, NO = "yes", "no"


class NotUnderstood(ValueError):
    """A cell's words are no value of its field."""


def written(block, value, named):
    """The Words for `value`; `named(kind, id)` gives `(number, text)` of a thing that stands elsewhere, or None."""
    match family(block):
        case Family.LIST:
            return _separated([written(block.child_block, item, named) for item in unwrapped(value)])
        case Family.SOURCE | Family.WORD | Family.PAGE as found:
            return _pointing(_LINK_OF[found], value, named)
        case Family.TRUTH:
            return Words.of(YES if value else NO)
        case Family.CHOICE:
            return Words.of(_choices(block).get(value, "" if value is None else str(value)))
        case Family.OTHER:
            return Words.of("" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True))
        case _:
            return Words.of("" if value is None else sayable(str(value)))


def read(block, words):
    """The value that `words` stand for; something elsewhere is a Link. Raises NotUnderstood."""
    if family(block) is Family.LIST:
        return _pointed_at(_LINK_OF[family(block.child_block)], words)
    if family(block) in _LINK_OF:
        found = _pointed_at(_LINK_OF[family(block)], words)
        if len(found) > 1:
            raise NotUnderstood
        return found[0] if found else None
    text = words.text
    if not text:
        return blank(block)
    match family(block):
        case Family.TEXT:
            # As a browser sends what was typed into the field.
            return text.replace("\n", "\r\n") if isinstance(block, blocks.TextBlock) else text
        case Family.TRUTH:
            return _one_of(text, {YES: True, NO: False, "true": True, "false": False})
        case Family.CHOICE:
            labels = {label: key for key, label in _choices(block).items()}
            return (
                labels[text] if text in labels else _one_of(text, {str(key): key for key in labels.values()} | labels)
            )
        case Family.WHOLE:
            return int(_matching(_WHOLE, spaced(text).replace(",", "")))
        case Family.NUMBER:
            return _decimal(spaced(text))
        case Family.DAY:
            return _day(spaced(text))
    return _json(text)


def _choices(block):
    """Labels by stored value; groups of choices as one."""
    found = {}
    for key, label in block.field.choices:
        found |= dict(label) if isinstance(label, (list, tuple)) else {key: label}
    return {key: str(label) for key, label in found.items() if key not in ("", None)}


def _one_of(text, values):
    plain = {spaced(str(label)).casefold(): key for label, key in values.items()}
    if spaced(text).casefold() not in plain:
        raise NotUnderstood
    return plain[spaced(text).casefold()]


def _pointing(kind, value, named):
    found = None if value is None else named(kind, value)
    return Words((Link(kind, str(found[0]), (Span(found[1]),)),)) if found else Words()


def _pointed_at(kind, words):
    """Links of one kind in order, None where the words say that there is none."""
    found, other = [], ""
    for piece in words.pieces:
        if isinstance(piece, Link) and piece.kind == kind:
            found.append(piece)
            continue
        other += "".join(span.text for span in piece.spans) if isinstance(piece, Link) else piece.text
        found += [None] * (piece.text.count(_NONE) if isinstance(piece, Span) else 0)
    rest = re.sub(rf"[,\s]|{re.escape(_NONE)}", "", other)
    if rest and not found and (number := _NUMBERED.fullmatch(other.strip())):
        # Written by hand, without the link.
        return [Link(kind, number[1])]
    if rest:
        raise NotUnderstood
    return found


def _separated(lines):
    pieces = []
    for place, words in enumerate(lines):
        if place:
            pieces.append(Span(", "))
        pieces.extend(words.pieces or (Span(_NONE),))
    return Words(merged(pieces))


def _matching(pattern, text):
    if not pattern.fullmatch(text):
        raise NotUnderstood
    return text


def _decimal(text):
    try:
        if not Decimal(text).is_finite():
            raise NotUnderstood
    except InvalidOperation as error:
        raise NotUnderstood from error
    return text


def _day(text):
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise NotUnderstood from error


def _json(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood from error
