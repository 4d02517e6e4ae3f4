"""Who should not have a treatment: named conditions, from a source that decides it, and what everybody asks about."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import blank_problems, unchosen_problems, words
from blog.enums import ReferenceKind, RestrictionLevel

DECIDES = (ReferenceKind.LABEL, ReferenceKind.GUIDELINE, ReferenceKind.REGULATOR)
ASKED_BY_EVERYBODY = {
    "pregnancy": "Say what is known about having it while pregnant, or that nothing is known and why.",
    "breastfeeding": "Say what is known about having it while breastfeeding, or that nothing is known and why.",
    "age_limits": "Say from and up to which age it is for, or that no limit is known and why.",
    "driving": "Say when people may drive again, or that nothing is known and why.",
}
COMPLETE = {
    "condition": "Name the condition or situation.",
    "reason": "Say why.",
    "action": "Say what the reader should do.",
}
CHOSEN = {"level": (frozenset(RestrictionLevel.values), "Say how strict it is.")}

_NHS = "NHS content guide: who can and cannot take it"
_HOUSE = "House rule"
NAMED = Rule("WSN-01", Level.BLOCK, "At least one condition rules the treatment out", _NHS, waivable=False)
SOURCE = Rule(
    "WSN-02", Level.BLOCK, "“Must not use” comes from a label, guideline or regulator", _HOUSE, waivable=False
)
VAGUE = Rule("WSN-03", Level.BLOCK, "Who it is not for is said, not hinted at", "EU and US labels")
ASKED = Rule("WSN-04", Level.BLOCK, "Pregnancy, breastfeeding, age and driving are answered", _NHS, waivable=False)
UNFINISHED = Rule("WSN-05", Level.BLOCK, "Each condition is complete", _HOUSE, waivable=False)
RULES = (NAMED, SOURCE, VAGUE, ASKED, UNFINISHED)

_MANY = r"(?:every|all|most|some|certain|many) (?:people|persons?|adults|patients?|individuals?|body)"
_EVERYBODY = rf"(?:everyone|everybody|{_MANY})"
_NOT = r"(?:not|never|(?:is|are|was|wo|does|do|would)n't)"
_NOT_FOR_EVERYONE = re.compile(
    rf"{_NOT} (?:always )?(?:be )?(?:an? )?(?:suitable|right|appropriate|safe|advisable|recommended|indicated|option"
    rf"|good choice|good fit|suit|meant|intended)(?: (?:choice|option|treatment))?(?: for)? {_EVERYBODY}\b"
    # What “works, but not for everyone” is another thing.
    rf"|(?:(?<=\bis )not|(?<=\bare )not|not be|(?:is|are)n't|won't be) for {_EVERYBODY}\b"
    rf"|unsuitable for {_EVERYBODY}\b"
    r"|(?:some|certain) (?:people|patients|adults|individuals) (?:should|must|can|may) ?not (?:have|take|use) it"
    r"(?=\W*$)"
    r"|not (?:everyone|everybody|all (?:people|patients|individuals)) (?:can|should|may|qualif(?:y|ies)"
    r"|(?:is|are|will be) (?:able|suited|suitable|eligible|an? (?:good |suitable )?candidate|(?:good )?candidates))\b"
)
_BEGINS_WITH = {"not", "never", "unsuitable", "some", "certain", "isn", "aren", "wasn", "won", "doesn", "don", "wouldn"}


def find(document):
    blocks = document.of_kind("who_should_not")
    for block in blocks:
        yield from _in_section(block, document.cited)
    if not any(words(row, "condition") for block in blocks for row in block.rows("rows")):
        yield from _hinted_at(document)


def restriction_problems(row, source_kind):
    """What is wrong in a row: messages by field. `source_kind` is that of its source, blank where it has none."""
    found = blank_problems(row, COMPLETE) | unchosen_problems(row, CHOSEN)
    must_not = words(row, "level") == RestrictionLevel.MUST_NOT_USE
    if must_not and source_kind not in DECIDES:
        found["source"] = "Choose a medicine label, a guideline or a regulator: only they can rule a treatment out."
    elif not source_kind:
        found["source"] = "Choose the source of this."
    return found


def section_problems(section, rows):
    """What is missing in the section as a whole: messages by field."""
    found = blank_problems(section, ASKED_BY_EVERYBODY)
    if not any(words(row, "level") == RestrictionLevel.MUST_NOT_USE for row in rows):
        found["rows"] = "Name at least one condition with which nobody must have it, with “Must not use”."
    return found


def _in_section(block, cited):
    rows = block.rows("rows")
    for field, message in section_problems(block.value, rows).items():
        yield Flag(NAMED if field == "rows" else ASKED, message, "", block.id, field)
    for index, row in enumerate(rows):
        source = cited.get(row.get("source"))
        for field, message in restriction_problems(row, words(source, "kind") if source else "").items():
            strict = field == "source" and words(row, "level") == RestrictionLevel.MUST_NOT_USE
            rule = SOURCE if strict else UNFINISHED
            yield Flag(rule, message, words(row, "condition"), block.id, f"rows.{index}.{field}")


def _hinted_at(document):
    """Sentences that say it is not for everyone, in an article that names nobody."""
    for hit in document.matches(_NOT_FOR_EVERYONE, first_words=_BEGINS_WITH):
        message = (
            "This says nothing that a reader can act on. Name each condition under “Who should not have it”, with how "
            "strict it is, why and what to do."
        )
        yield Flag(VAGUE, message, hit.sentence.text, hit.passage.block_id, hit.passage.field)
