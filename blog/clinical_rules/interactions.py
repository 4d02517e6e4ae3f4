"""What else somebody takes, drinks or eats: which of it is a problem, how bad, and what to do."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import blank_problems, unchosen_problems, words
from blog.enums import AgentType, InteractionSeverity

STRICT = (InteractionSeverity.CONTRAINDICATED, InteractionSeverity.MAJOR)
COMPLETE = {
    "agent": "Name the medicine, drink, food or drug.",
    "effect": "Say what can happen.",
    "advice": "Say what the reader should do.",
}
CHOSEN = {
    "agent_type": (frozenset(AgentType.values), "Say what kind of thing it is."),
    "severity": (frozenset(InteractionSeverity.values), "Say how bad it is."),
}

_NHS = "NHS content guide: taking it with other medicines and herbal supplements"
_HOUSE = "House rule"
ADVICE = Rule("INT-01", Level.BLOCK, "A dangerous combination says what to do", _HOUSE, waivable=False)
ALCOHOL = Rule("INT-02", Level.WARN, "A medicine for the nervous system says what alcohol does", _NHS)
UNFINISHED = Rule("INT-03", Level.BLOCK, "Each interaction is complete", _HOUSE, waivable=False)
CONTRADICTION = Rule("INT-04", Level.BLOCK, "Alcohol either interacts or does not", _HOUSE, waivable=False)
EMPTY = Rule("INT-05", Level.WARN, "The section names something", _HOUSE)
RULES = (ADVICE, ALCOHOL, UNFINISHED, CONTRADICTION, EMPTY)

# Advice that leaves readers where they were.
_ONLY_BEWARE = re.compile(
    r"(?:please\s+|you\s+should\s+|always\s+|just\s+)*"
    r"(?:(?:be|stay|remain)\s+(?:very\s+)?(?:aware|alert|careful|cautious|mindful|vigilant)|beware|take\s+care"
    r"|take\s+(?:extra\s+)?caution|use\s+(?:with\s+)?(?:extra\s+)?caution|with\s+caution|caution(?:\s+is\s+advised)?"
    r"|watch\s+out|keep\s+(?:it|this)\s+in\s+mind)"
    r"(?:\s+of\s+(?:it|this|that|(?:the|this)\s+(?:interaction|risk|danger|combination)))?[.!\s]*",
    re.IGNORECASE,
)


def find(document):
    blocks = document.of_kind("interactions")
    for block in blocks:
        rows = block.rows("rows")
        for field, message in section_problems(block.value, rows).items():
            yield Flag(CONTRADICTION, message, "", block.id, field)
        if not rows and block.value.get("no_known_alcohol_interaction") is not True:
            message = "Name what must not be combined with it, or at least say what alcohol does."
            yield Flag(EMPTY, message, "", block.id, "rows")
        for index, row in enumerate(rows):
            yield from _in_row(row, index, block, document.cited)
    if blocks and document.medicine.get("acts_on_nervous_system") is True and not any(map(_answers_alcohol, blocks)):
        message = "Add a row about alcohol, or tick that no interaction with alcohol is known."
        yield Flag(ALCOHOL, message, "", blocks[0].id, "rows")


def advice_problems(row):
    """Advice that does not match how bad it is: a message at `advice`."""
    if words(row, "severity") in STRICT and _ONLY_BEWARE.fullmatch(words(row, "advice")):
        return {"advice": "This is too dangerous to only beware of. Say what to do: what to stop, avoid or ask first."}
    return {}


def interaction_problems(row, sourced):
    """What is wrong in a row: messages by field. `sourced`: it names a source."""
    found = blank_problems(row, COMPLETE) | unchosen_problems(row, CHOSEN)
    if not sourced:
        found["source"] = "Choose the source of this."
    return found | advice_problems(row)


def section_problems(section, rows):
    """What contradicts itself in the section: messages by field."""
    if section.get("no_known_alcohol_interaction") is True and any(map(_about_alcohol, rows)):
        return {"no_known_alcohol_interaction": "A row says what alcohol does. Take out the row, or this tick."}
    return {}


def _in_row(row, index, block, cited):
    found = interaction_problems(row, bool(cited.get(row.get("source"))))
    for field, message in found.items():
        rule = ADVICE if field in advice_problems(row) else UNFINISHED
        quote = words(row, "advice") if rule is ADVICE else words(row, "agent")
        yield Flag(rule, message, quote, block.id, f"rows.{index}.{field}")


def _answers_alcohol(block):
    return block.value.get("no_known_alcohol_interaction") is True or any(map(_about_alcohol, block.rows("rows")))


def _about_alcohol(row):
    return words(row, "agent_type") == AgentType.ALCOHOL
