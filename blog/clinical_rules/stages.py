"""Stages of a treatment: in order, sourced, and one theory among others where they are not."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.hedging import hedged
from blog.clinical_rules.rows import repeated, words
from blog.enums import Consensus, EvidenceBasis, Timeframe

FEWEST_STAGES, MOST_STAGES = 2, 8
SENTENCE_LIMIT = 3
ONE_THEORY = "One theory: "
FACTS = {
    "title": "Give the stage a title.",
    "timeframe": "Choose when it happens, or “Not established”.",
    "body": "Say what happens.",
    "evidence_basis": "Choose what this rests on.",
    "consensus": "Choose how far experts agree.",
}
CHOICES = {
    "timeframe": frozenset(Timeframe.values),
    "evidence_basis": frozenset(EvidenceBasis.values),
    "consensus": frozenset(Consensus.values),
}
NOT_SETTLED = {Consensus.DISPUTED, Consensus.SPECULATIVE}
IN_TIME = [time for time in Timeframe if time is not Timeframe.NOT_ESTABLISHED]

FACT_MISSING = Rule("STAGE-01", Level.BLOCK, "A stage that is not complete", "DISCERN 9", waivable=False)
TOO_FEW = Rule("STAGE-02", Level.BLOCK, "Fewer than two stages", "NHS: numbered lists", waivable=False)
TWICE = Rule("STAGE-03", Level.BLOCK, "Two stages of one name", "NHS: numbered lists", waivable=False)
BACKWARDS = Rule("STAGE-04", Level.BLOCK, "A stage before the one it follows", "NHS: numbered lists", waivable=False)
TOO_LONG = Rule("STAGE-05", Level.BLOCK, "More than three sentences for a stage", "NHS: how we write", waivable=False)
NO_BASIS = Rule("STAGE-06", Level.BLOCK, "Stages without what they rest on", "DISCERN 4, 8", waivable=False)
ORDER_AS_FACT = Rule("STAGE-07", Level.WARN, "The order of a theory told as a fact", "CDC Clear Communication Index 14")
NO_HEDGE = Rule(
    "STAGE-08", Level.WARN, "A stage that is not settled, told as a fact", "CDC Clear Communication Index 14"
)
PRINTED_AS_THEORY = Rule("STAGE-09", Level.NOTE, "Printed as one theory", "CDC Clear Communication Index 14")
RULES = (
    *(FACT_MISSING, TOO_FEW, TWICE, BACKWARDS, TOO_LONG, NO_BASIS),
    *(ORDER_AS_FACT, NO_HEDGE, PRINTED_AS_THEORY),
)

_COUNTED = r"(?:two|three|four|five|six|seven|eight|[2-8])"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|final)"
_STEP = r"(?:stage|phase|step)"
_ORDER = re.compile(
    rf"\b(?:firstly|secondly|thirdly|finally|{_NTH} {_STEP}(?! to\b)|{_STEP} (?:one|{_COUNTED}|1)"
    rf"|(?:in|has|have|through|of) {_COUNTED} (?:\w+ )?{_STEP}s)\b",
    re.IGNORECASE,
)
# One of these stands in whatever the pattern finds.
_STEMS_OF_ORDER = ("stage", "phase", "step", "firstly", "secondly", "thirdly", "finally")
# A hedge counts for the order where it stands before the words or close behind them.
_CLOSE_BEHIND = 30
_TAG = re.compile(r"<[^>]*>")
_CITES = re.compile(r"""<a\b[^>]*\blinktype=["']citation["']""", re.IGNORECASE)
# First words of a heading that are no names, and so go on in lower case after a colon.
_NO_NAME = re.compile(
    r"(?:the|an?|how|what|when|its|in|on|after|during|from|before|stages|phases|steps|two|three|four|five|six|seven"
    r"|eight|first|second|final|your|each|some|treatment)\b",
    re.IGNORECASE,
)


def cited(row):
    """Whether a stage, its body as stored rich text, names a source in its field or in its text."""
    return bool(row.get("source")) or bool(_CITES.search(words(row, "body")))


def is_theory(rows):
    """Whether any stage is disputed, speculative or without a source; stages that say nothing do not count."""
    return any(
        words(row, "consensus") in NOT_SETTLED or not cited(row)
        for row in rows
        if words(row, "title") or _text(row, "body")
    )


def printed_heading(heading, rows):
    """`heading` as readers see it: `Three stages` becomes `One theory: three stages` where the stages are a theory."""
    if not heading or not is_theory(rows) or heading.casefold().startswith(ONE_THEORY.strip(": ").casefold()):
        return heading
    return ONE_THEORY + (heading[0].lower() + heading[1:] if _NO_NAME.match(heading) else heading)


def stage_problems(row, sentences=0):
    """Problems by field that keep a stage, its body stored rich text of so many sentences, from being handed in."""
    missing = {name: message for name, message in FACTS.items() if not _text(row, name)}
    missing |= {name: FACTS[name] for name, kind in CHOICES.items() if words(row, name) not in kind}
    if sentences > SENTENCE_LIMIT:
        missing["body"] = f"Shorten this to {SENTENCE_LIMIT} sentences. It has {sentences}."
    return missing


def order_problems(rows):
    """`{index: {field: message}}` for titles that stood before and times that run backwards."""
    found = {
        index: {"title": "Another stage has this title."} for index in repeated(words(row, "title") for row in rows)
    }
    latest = 0
    for index, row in enumerate(rows):
        time = words(row, "timeframe")
        if time not in IN_TIME:
            continue
        if IN_TIME.index(time) < latest:
            message = f"This comes after a stage of “{IN_TIME[latest].label.lower()}”. Move it up, or correct its time."
            found.setdefault(index, {})["timeframe"] = message
        latest = max(latest, IN_TIME.index(time))
    return found


def find(document):
    for block in document.of_kind("stages"):
        rows = block.rows("items")
        yield from _section(block, rows)
        for index, row in enumerate(rows):
            yield from _stage(block, index, row)
        for index, problems in order_problems(rows).items():
            for name, message in problems.items():
                rule = TWICE if name == "title" else BACKWARDS
                yield Flag(
                    rule,
                    message,
                    words(row := rows[index], name) or words(row, "title"),
                    block.id,
                    f"items.{index}.{name}",
                )
        if is_theory(rows):
            yield from _theory(block)


def _section(block, rows):
    if len(rows) < FEWEST_STAGES:
        yield Flag(TOO_FEW, "List two stages or more, or tell it in an overview.", "", block.id, "items")
    if not words(block.value, "basis_statement"):
        yield Flag(NO_BASIS, "Say what these stages rest on, and who disagrees.", "", block.id, "basis_statement")


def _stage(block, index, row):
    field = f"items.{index}.body"
    body = [sentence for passage in block.passages if passage.field == field for sentence in passage.sentences]
    for name, message in stage_problems(row, len(body)).items():
        rule = TOO_LONG if name == "body" and body else FACT_MISSING
        quote = " ".join(sentence.text for sentence in body) if rule is TOO_LONG else words(row, "title")
        yield Flag(rule, message, quote, block.id, f"items.{index}.{name}")
    settled = words(row, "consensus") == Consensus.ESTABLISHED and cited(row)
    if body and not settled and not any(hedged(sentence.text) for sentence in body):
        message = "This is not settled, and the text tells it as a fact. Write “may”, “might” or “some think”."
        yield Flag(NO_HEDGE, message, body[0].text, block.id, field)


def _theory(block):
    message = f"Readers see “{ONE_THEORY.strip()}” before the heading, for a stage here is disputed or has no source."
    yield Flag(PRINTED_AS_THEORY, message, "", block.id, "items")
    for passage in block.passages:
        if not any(stem in passage.folded for stem in _STEMS_OF_ORDER):
            continue
        for sentence in passage.sentences:
            found = _ORDER.search(sentence.text)
            if found and not hedged(sentence.text[: found.end() + _CLOSE_BEHIND]):
                message = f"“{found[0]}” tells the order as a fact. Say that it is one theory."
                yield Flag(ORDER_AS_FACT, message, sentence.text, block.id, passage.field)


def _text(row, name):
    return _TAG.sub("", words(row, name)).strip()
