"""Doses and medicine names written so that nobody misreads them.

Source: ISMP's list of error-prone abbreviations and the Joint Commission's "do not use" list.
"""

import re

from blog.clinical_rules.flags import Level, Rule
from blog.enums import Jurisdiction

_ISMP = "ISMP list of error-prone abbreviations, symbols and dose designations"

TRAILING_ZERO = Rule("ISMP-01", Level.BLOCK, "No zero after a decimal point", _ISMP, waivable=False)
NAKED_DECIMAL = Rule("ISMP-02", Level.BLOCK, "A zero before a decimal point", _ISMP, waivable=False)
UNIT = Rule("ISMP-03", Level.BLOCK, "No abbreviation that is misread as another", f"{_ISMP}; Joint Commission")
SPACING = Rule("ISMP-04", Level.WARN, "A space between a name, a number and its unit", _ISMP)
SIGN = Rule("ISMP-05", Level.WARN, "“Less than” and “more than” in words", _ISMP)
COMMA = Rule("ISMP-06", Level.WARN, "A comma in doses from 1,000", _ISMP)
NAME = Rule("ISMP-07", Level.BLOCK, "Names of medicines in full", f"{_ISMP}; Joint Commission")
RULES = (TRAILING_ZERO, NAKED_DECIMAL, UNIT, SPACING, SIGN, COMMA, NAME)

# Both characters that keyboards give for micro.
_MICRO = "\u00b5\u03bc"
_UNIT = (
    rf"(?:mg/kg|mg|mcg|ug|[{_MICRO}]g|g|kg|mL|ml|L|units?|iu|IU|(?:milli|micro|kilo)?grams?|(?:milli)?lit(?:er|re)s?"
    r"|tablets?|capsules?|pills?|puffs?|sprays?|drops?)\b"
)
# Things that are counted: thousands of them are no dose.
_COUNTED = ("tablet", "capsule", "pill", "puff", "spray", "drop")
_TO = r"[ \xa0]?(?:to|or|and|[-\u2013])[ \xa0]?"
_DOSE = re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<space>[ \xa0]?)(?P<unit>{_UNIT})")
_NAKED_DECIMAL = re.compile(rf"\.\d+(?:{_TO}\d*\.?\d+)?[ \xa0]?{_UNIT}")
# The first number of a range, whose unit stands after the second.
_ZERO_IN_RANGE = re.compile(rf"\d[\d,]*\.0+{_TO}\d[\d,]*(?:\.\d+)?[ \xa0]?{_UNIT}")
# In small letters these are abbreviations after a number or a dose alone.
_SMALL_UNIT = re.compile(r"\d[ \xa0]?(?P<small>ug|iu)\b")
_SMALL_HOW_OFTEN = re.compile(
    rf"\d[ \xa0]?{_UNIT},? (?:by mouth |orally |po )?(?P<small>q\.?o?\.?d\b(?:(?<=\.d)\.)?|q?hs\b|sc\b|sq\b|[tb]iw\b)"
)
_ENDS_IN_ZERO = re.compile(r"\.0+$")
_NO_COMMA = re.compile(r"\d{4,}")
_WANTS_SPACE = re.compile(rf"mg|mcg|[{_MICRO}]g|mL|ml")
_ABBREVIATION = re.compile(
    rf"[{_MICRO}]g\b|(?:cc|IU)\b|U\b(?= (?:of|insulin))|Q\.?O?\.?D\b(?:(?<=\.D)\.)?|(?:HS|SC|SQ|QHS|TIW|BIW)\b"
)
_SIGN = re.compile(r"[<>\u2264\u2265][ \xa0]?\.?\d")
_NAME = re.compile(r"(?:MSO4|MgSO4|ZnSO4|MTX|HCTZ|HCT|AZT|CPZ|DTO|PTU|TNK|MS)\b")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_LONGEST_WORD = 40

_NO_ZERO = "Take out the point and the zero: “1.0 mg” has been given as 10 mg."
_IN_WORDS = {
    "cc": "mL",
    "IU": "international units",
    "U": "units",
    "HS": "at bedtime",
    "SC": "under the skin",
    "SQ": "under the skin",
    "QHS": "every night at bedtime",
    "TIW": "three times a week",
    "BIW": "twice a week",
}
_FULL_NAMES = {
    "MSO4": "morphine sulfate",
    "MS": "morphine sulfate, or multiple sclerosis",
    "MgSO4": "magnesium sulfate",
    "ZnSO4": "zinc sulfate",
    "MTX": "methotrexate",
    "HCTZ": "hydrochlorothiazide",
    "HCT": "hydrocortisone, or hydrochlorothiazide",
    "AZT": "zidovudine",
    "CPZ": "chlorpromazine",
    "DTO": "diluted tincture of opium",
    "PTU": "propylthiouracil",
    "TNK": "tenecteplase",
}


def find(document):
    for hit in document.matches(_DOSE, as_written=True, at=document.numbers):
        yield from _dose(document, hit)
    for hit in document.matches(_ZERO_IN_RANGE, as_written=True, at=document.numbers):
        yield hit.flag(TRAILING_ZERO, _NO_ZERO)
    for hit in document.matches(_NAKED_DECIMAL, as_written=True):
        if not hit.start or not hit.passage.text[hit.start - 1].isdigit():
            yield hit.flag(NAKED_DECIMAL, "Put a zero before the point: “.5 mg” has been given as 5 mg.")
    for hit in _whole_words(document, _ABBREVIATION):
        yield hit.flag(UNIT, f"Write {_in_words(hit.quote)}: “{hit.quote}” has been misread for something else.")
    for pattern in (_SMALL_UNIT, _SMALL_HOW_OFTEN):
        for hit in document.matches(pattern, as_written=True):
            small = hit._replace(start=hit.end - len(hit.meaning["small"]))
            yield small.flag(
                UNIT, f"Write {_in_words(small.quote)}: “{small.quote}” has been misread for something else."
            )
    for hit in _whole_words(document, _NAME):
        if hit.quote != "MS" or "multiple sclerosis" not in document.folded:
            yield hit.flag(NAME, f"Write the name in full ({_FULL_NAMES[hit.quote]}): abbreviations are confused.")
    for hit in document.matches(_SIGN, as_written=True):
        words = "more than" if hit.quote[0] in ">\u2265" else "less than"
        yield hit.flag(SIGN, f"Write “{words}”: signs are confused with each other and with digits.")


def _dose(document, hit):
    number, space, unit = hit.meaning.group("number", "space", "unit")
    if _ENDS_IN_ZERO.search(number):
        yield hit.flag(TRAILING_ZERO, _NO_ZERO)
    if _NO_COMMA.match(number) and not unit.startswith(_COUNTED):
        yield hit.flag(COMMA, "Put a comma in numbers from 1,000, so that their zeros are not miscounted.")
    name = _WORD_BEFORE.search(hit.passage.text[max(0, hit.start - _LONGEST_WORD) : hit.start])[0]
    if name:
        named = hit._replace(start=hit.start - len(name))
        yield named.flag(SPACING, "Put a space between the name and the number, or its last letter is read as a digit.")
    # British pages write 25mg.
    elif not space and _WANTS_SPACE.match(unit) and document.content.get("jurisdiction") != Jurisdiction.UK.value:
        yield hit.flag(SPACING, "Put a space between the number and its unit: an “m” is read as zeros.")


def _whole_words(document, pattern):
    """Hits that do not begin in the middle of a word; a number may stand right before a unit."""
    for hit in document.matches(pattern, as_written=True):
        if not hit.start or not hit.passage.text[hit.start - 1].isalpha():
            yield hit


def _in_words(abbreviation):
    if abbreviation[0] in _MICRO or abbreviation == "ug":
        return "mcg"
    written = abbreviation if abbreviation in _IN_WORDS else abbreviation.upper()
    if written not in _IN_WORDS:
        return "“every day” or “every other day”"
    return f"“{_IN_WORDS[written]}”"
