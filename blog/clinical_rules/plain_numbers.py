"""Numbers as people picture them: so many in a hundred, one way of counting in a section, and ranges in words."""

import re

from blog.clinical_rules.flags import Level, Rule

_NHS = "NHS content guide, numbers"

PERCENT = Rule("WORD-20", Level.WARN, "People are counted in people", _NHS)
MIXED = Rule("WORD-21", Level.WARN, "One way of counting in a section", f"{_NHS}; CDC Clear Communication Index")
RANGE = Rule("WORD-22", Level.WARN, "Ranges in words", _NHS)
RULES = (PERCENT, MIXED, RANGE)

_OF_PEOPLE = re.compile(
    r"(\d[\d,]{0,8}(?:\.\d{1,4})?) ?(?:%|per ?cent) of (?:the |all |these |those )?(?:\w+ ){0,2}?"
    r"(?:people|patients|participants|adults|men|women|children|those|them)\b"
)
_RANGE = re.compile(
    r"\d[\d,.]* ?[-\u2013] ?\d[\d,.]* ?(?:%|mg|mcg|ml|minutes?|hours?|days?|weeks?|months?|years?|people|times)"
)
_IS_PERCENT = re.compile(r"%|cent")


def find(document):
    for hit in document.matches(_OF_PEOPLE, at=document.numbers):
        # Rows of findings have their numbers in fields of their own.
        if hit.passage.kind != "evidence":
            yield hit.flag(PERCENT, f"Readers picture people more easily: “{_in_people(hit.meaning[1])}”.")
    yield from _mixed(document)
    for hit in document.matches(_RANGE, at=document.numbers):
        yield hit.flag(RANGE, "Write “to” for the line between the numbers, which is taken for a minus.")


def _in_people(percent):
    if "." in percent:
        tens = percent.replace(",", "").replace(".", "")
        return f"{int(tens):,} in {10 ** (len(percent.rpartition('.')[2]) + 2):,} people"
    return f"{percent} in 100 people"


def _mixed(document):
    ways = {}
    for hit in document.figures:
        is_percent = bool(_IS_PERCENT.search(hit.quote.lower()))
        if not is_percent and not re.search(r"\d (?:in|of|out of) ", hit.quote.lower()):
            continue
        first = ways.setdefault(hit.passage.block_id, is_percent)
        if first != is_percent and hit.passage.block_id:
            yield hit.flag(MIXED, "Numbers are counted in another way above in this section. Use one way for all.")
