"""Which kind of section a heading and its text are, by general cues; what has none is an overview with its heading."""

import re

from blog.blocks.side_effects import ROW_LIMIT
from blog.blocks.stages import STAGE_LIMIT
from blog.clinical_rules.key_points import POINT_LIMIT
from blog.clinical_rules.sentences import sentences
from blog.clinical_rules.warnings import HEADING_LIMIT as WARNING_HEADING_LIMIT
from blog.enums import Band, NotKnownReason, Onset, Timeframe
from blog.importers.inline import plain_inline, rich_text
from blog.importers.lists import split_list
from blog.importers.parts import Listing, Paragraph


def _cue(pattern):
    return re.compile(pattern, re.IGNORECASE)


# The first that matches a heading decides.
HEADING_CUES = [
    ("key_points", _cue(r"^key (?:points|facts|messages)\b|^at a glance\b")),
    ("side_effects", _cue(r"\bside[- ]effects?\b|\badverse (?:effects|reactions|events)\b|\bunwanted effects\b")),
    ("who_should_not", _cue(r"\bwho (?:should not|shouldn.t|cannot|can.t|must not)\b|\bcontraindications?\b")),
    ("warning", _cue(r"^(?:warnings?|important|caution)\b")),
    ("conclusion", _cue(r"^(?:in )?conclusions?\b|^(?:in )?summary\b|^final thoughts\b")),
    ("stages", _cue(r"\b(?:stages|phases)\b")),
    ("mechanism", _cue(r"\bmechanisms?\b|\bhow (?:it|\S+(?: \S+)?) works?\b|\bbrain\b")),
]
ANNOUNCES_STAGES = _cue(r"\b(?:stages|phases)\b.*:$")
CONCLUDES = _cue(r"^(?:in conclusion|to conclude|in summary|to sum up|to summari[sz]e)\b")
NOT_FOR_EVERYONE = _cue(
    r"\bnot (?:be )?(?:suitable|right|safe) for\b|\bshould not (?:take|use|have)\b|\bwho should not\b"
)
WARNS = _cue(r"\bshould never\b|\bmust never\b|\bnever be used\b|\blife[- ]threatening\b|\bmedical supervision\b")
ENUMERATES = _cue(r"\b(?:includes?|including|such as) ")
SAFETY_KINDS = {"side_effects", "who_should_not", "warning"}
TERM_LIMIT = 80


def sections_of(heading, parts, markdown):
    """The sections, as `(type, value)`, of one heading (blank for what stands before the first) and its text."""
    kind = kind_of(heading)
    own, found = _segments(parts, kind in SAFETY_KINDS)
    if found is None or (kind == "stages" and own):
        own, found = parts, []
    sections = []
    if own or not found:
        sections.append(_section(kind, heading, own, markdown))
        heading = ""
    for segment_kind, segment_parts in found:
        sections.append(_section(segment_kind, heading, segment_parts, markdown))
        heading = ""
    return sections


def kind_of(heading):
    """The kind that a heading's words announce; an overview without them."""
    return next((kind for kind, cue in HEADING_CUES if cue.search(heading)), "overview")


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
        if isinstance(part, Paragraph) and ANNOUNCES_STAGES.search(part.text) and _are_stages(following):
            found.append(("stages", [part, following]))
            position += 1
        elif about_safety and isinstance(part, Paragraph) and (safety := _safety(part)) and position:
            found.extend(safety)
        elif found:
            return own, None
        else:
            own.append(part)
        position += 1
    return own, found


def _safety(paragraph):
    """A paragraph for whom it is not suitable, or one that warns, or the one after the other."""
    said = sentences(paragraph.text)
    not_for = 0
    while not_for < len(said) and NOT_FOR_EVERYONE.search(said[not_for]):
        not_for += 1
    rest = " ".join(said[not_for:])
    if not not_for:
        return [("warning", [paragraph])] if WARNS.search(paragraph.text) else []
    if not rest or not WARNS.search(rest):
        return [("who_should_not", [paragraph])]
    return [("who_should_not", [Paragraph(" ".join(said[:not_for]))]), ("warning", [Paragraph(rest)])]


def _section(kind, heading, parts, markdown):
    return _built(kind, heading, parts, markdown) or (
        "overview",
        {"section_heading": plain_inline(heading, markdown), "body": rich_text(parts, markdown)},
    )


def _built(kind, heading, parts, markdown):
    """The section of that kind; None where the text has not its shape."""
    value = {
        "overview": _text,
        "conclusion": _text,
        "key_points": _key_points,
        "mechanism": _mechanism,
        "stages": _stages,
        "side_effects": _side_effects,
        "who_should_not": _who_should_not,
        "warning": _text,
    }[kind](parts, markdown)
    if value is None:
        return None
    heading = plain_inline(heading, markdown)
    if kind == "warning":
        return None if len(heading) > WARNING_HEADING_LIMIT else (kind, {"heading": heading, **value})
    return kind, {"section_heading": heading, **value}


def _text(parts, markdown):
    return {"body": rich_text(parts, markdown)}


def _mechanism(parts, markdown):
    return {"intro": rich_text(parts, markdown), "pathways": [], "caveat": ""}


def _who_should_not(parts, markdown):
    return {"intro": rich_text(parts, markdown), "rows": []}


def _key_points(parts, markdown):
    if len(parts) != 1 or not isinstance(parts[0], Listing) or parts[0].ordered or len(parts[0].items) > 5:
        return None
    points = [plain_inline(item, markdown) for item in parts[0].items]
    if not all(0 < len(point) <= POINT_LIMIT for point in points):
        return None
    return {"points": [{"text": point, "source": None} for point in points]}


def _stages(parts, markdown):
    if not parts or not _are_stages(parts[-1]):
        return None
    return {
        "intro": rich_text(parts[:-1], markdown),
        "items": [_stage(rich_text([Paragraph(item)], markdown)) for item in parts[-1].items],
    }


def _are_stages(part):
    return isinstance(part, Listing) and part.ordered and 2 <= len(part.items) <= STAGE_LIMIT and all(part.items)


def _stage(body):
    return {
        "title": "",
        "timeframe": Timeframe.NOT_ESTABLISHED.value,
        "timeframe_text": "",
        "body": body,
        "evidence_basis": "",
        "consensus": "",
    }


def _side_effects(parts, markdown):
    before, terms = _enumerated(parts, markdown)
    return {
        "intro": rich_text(before, markdown),
        "applies_to": dict.fromkeys(("medicine", "product", "route", "dose_range", "population"), ""),
        "rows": [_side_effect(term) for term in terms],
    }


def _enumerated(parts, markdown):
    """The effects that the text ends with, and what stands before them; no effects where they cannot be told apart."""
    last = parts[-1] if parts else None
    before, terms = parts, []
    if isinstance(last, Listing) and not last.ordered and not _breaks_off(parts[:-1]):
        before, terms = parts[:-1], [plain_inline(item, markdown) for item in last.items]
    elif isinstance(last, Paragraph):
        *earlier, sentence = sentences(last.text)
        if cue := ENUMERATES.search(sentence):
            terms = split_list(sentence[cue.end() :])
            before = [*parts[:-1], Paragraph(" ".join([*earlier, sentence[: cue.end()].rstrip()]))]
    fits = 0 < len(terms) <= ROW_LIMIT and all(0 < len(term) <= TERM_LIMIT for term in terms)
    return (before, terms) if fits else (parts, [])


def _breaks_off(parts):
    """Whether the text ends in the middle of a sentence, which rows would complete as if they were a list in it."""
    return bool(parts) and isinstance(parts[-1], Paragraph) and bool(ENUMERATES.search(f"{parts[-1].text} "))


def _side_effect(term):
    return {
        "term_plain": term,
        "term_medical": "",
        "band": Band.NOT_KNOWN.value,
        "not_known_reason": NotKnownReason.SOURCE_DOES_NOT_SAY.value,
        "numerator": None,
        "denominator": None,
        "seriousness": "",
        "onset": Onset.NOT_KNOWN.value,
        "what_to_do": "",
    }
