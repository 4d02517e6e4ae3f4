"""Other choices: what else there is, no treatment among it, described alike and without prices."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import blank_problems, words
from blog.enums import OptionKind

FEWEST_OPTIONS, MOST_OPTIONS = 2, 10
FACTS = {
    "name": "Name this choice.",
    "kind": "Choose what kind of choice this is.",
    "one_line": "Say in a line what it is.",
    "benefits": "Say what it may do for people.",
    "downsides": "Say what speaks against it.",
}
NO_TREATMENT_TOLD = {"what_if_no_treatment": "Say what can happen without any treatment."}

TOO_FEW = Rule("ALT-01", Level.BLOCK, "Fewer than two other choices", "DISCERN 14", waivable=False)
NO_TREATMENT = Rule("ALT-02", Level.BLOCK, "No treatment is not among the choices", "DISCERN 12", waivable=False)
ALL_OURS = Rule("ALT-03", Level.BLOCK, "Every treatment is one that the clinic offers", "DISCERN 14", waivable=False)
WITHOUT_TREATMENT = Rule(
    "ALT-04", Level.BLOCK, "What happens without treatment is not said", "DISCERN 12", waivable=False
)
FACT_MISSING = Rule("ALT-05", Level.BLOCK, "A choice that is not complete", "DISCERN 10, 11", waivable=False)
PRICE = Rule("ALT-06", Level.BLOCK, "A price among the choices", "CAP 12.12; PIF TICK: no promotion")
RULES = (TOO_FEW, NO_TREATMENT, ALL_OURS, WITHOUT_TREATMENT, FACT_MISSING, PRICE)

# "Free" is none of them: support groups are, and people look for that.
_PRICE = re.compile(
    r"[$£€]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:dollars?|USD|pounds?|GBP|euros?|EUR)\b"
    r"|\b(?:prices?|priced|pricing|cheap(?:er|est|ly)?|expensive|affordabl[ey]|affordability|discounts?|special offers?"
    r"|costs? (?:less|more|only|about|around|from|up to)|low[- ]cost|value for money)\b",
    re.IGNORECASE,
)


def option_problems(row):
    """Problems by field that keep one choice from being handed in."""
    missing = blank_problems(row, FACTS)
    return missing if words(row, "kind") in OptionKind.values else missing | {"kind": FACTS["kind"]}


def choice_problems(rows):
    """`(rule, message)` for each thing wrong with the list of choices as a whole."""
    if len(rows) < FEWEST_OPTIONS:
        yield TOO_FEW, "List at least two other choices."
        return
    if OptionKind.NO_TREATMENT not in [words(row, "kind") for row in rows]:
        yield NO_TREATMENT, "Having no treatment is a choice too. Add it, with the kind “No treatment”."
    treatments = [row for row in rows if words(row, "kind") != OptionKind.NO_TREATMENT]
    if treatments and all(row.get("offered_here") is True for row in treatments):
        yield ALL_OURS, "Every treatment here is one that you offer. Add one that people can have elsewhere."


def find(document):
    for block in document.of_kind("alternatives"):
        rows = block.rows("options")
        for rule, message in choice_problems(rows):
            yield Flag(rule, message, "", block.id, "options")
        for index, row in enumerate(rows):
            for name, message in option_problems(row).items():
                quote = "" if name == "name" else words(row, "name")
                yield Flag(FACT_MISSING, message, quote, block.id, f"options.{index}.{name}")
        for name, message in blank_problems(block.value, NO_TREATMENT_TOLD).items():
            yield Flag(WITHOUT_TREATMENT, message, "", block.id, name)
        for passage in block.passages:
            if passage.is_to_ask:
                continue
            for found in _PRICE.finditer(passage.text):
                message = f"“{found[0]}” belongs to the catalogue of services. Compare what treatments do, not prices."
                yield Flag(PRICE, message, found[0], block.id, passage.field)
