"""Side effects in readers' words: numbers of people, one denominator a section, the serious ones first."""

from fractions import Fraction

from blog.clinical_rules.side_effects import cards_for, counted
from blog.enums import Band, NotKnownReason, Onset, Reversible, Seriousness, Severity, WhatToDo
from blog.frequency import common_scale, dots, rate_text

BAND_EXPLAINED = {
    Band.VERY_COMMON: "more than 1 in 10 people",
    Band.COMMON: "up to 1 in 10 people",
    Band.UNCOMMON: "up to 1 in 100 people",
    Band.RARE: "up to 1 in 1,000 people",
    Band.VERY_RARE: "up to 1 in 10,000 people",
}
NOT_KNOWN_FOR_READERS = {
    NotKnownReason.SPONTANEOUS_REPORTS_ONLY: "known from single reports only",
    NotKnownReason.NOT_STUDIED: "nobody has counted",
    NotKnownReason.SOURCE_DOES_NOT_SAY: "the source gives no number",
}
TOO_FEW = "too few to say how rare it is"
APPLIES_TO_FOR_READERS = {
    "medicine": "Medicine",
    "product": "Product",
    "route": "Given",
    "dose_range": "Dose",
    "population": "Counted in",
}
SEVERITY_FOR_READERS = {
    Severity.MILD: "Usually mild",
    Severity.MODERATE: "Usually moderate",
    Severity.SEVERE: "Can be severe",
    Severity.VARIES: "Mild to severe",
}
REVERSIBLE_FOR_READERS = {
    Reversible.YES: "Goes away",
    Reversible.USUALLY: "Usually goes away",
    Reversible.MAY_PERSIST: "May not go away",
    Reversible.NOT_KNOWN: "Not known whether it goes away",
}
# Heading, and the table's name for who hears it alone.
GROUPS = {
    Seriousness.SERIOUS: ("Serious: get help", "Serious side effects"),
    Seriousness.NOT_SERIOUS: ("Not serious", "Side effects that are not serious"),
    "": ("Not known whether serious", "Side effects"),
}


def grouped(rows):
    """`(heading, caption, rows)` for each seriousness that has rows, serious first, most frequent first.

    A heading is blank where there is nothing to tell apart.
    """
    rates = [rate for row in rows for rate in (counted(row), counted(row, "comparator_")) if rate]
    scale = common_scale([Fraction(*rate) for rate in rates if rate[0]])
    ordered = [for_readers(row, scale) for row in sorted(rows, key=most_frequent_first)]
    by_seriousness = {kind: [row for row in ordered if row["seriousness"] == kind] for kind in GROUPS}
    filled = {kind: _with_columns(members) for kind, members in by_seriousness.items() if members}
    return [
        ("" if list(filled) == [""] else GROUPS[kind][0], GROUPS[kind][1], members) for kind, members in filled.items()
    ]


def leading_to(cards, groups):
    """`groups` whose rows know the id of the care card that says what to do about them, blank for none.

    `cards` are those of the article as it is printed: dicts of `level`, `heading` and `id`.
    """
    return [
        (heading, caption, [row | {"card_id": _card_id(row, cards)} for row in rows])
        for heading, caption, rows in groups
    ]


def _card_id(row, cards):
    return next((card["id"] for card in cards_for(row, cards)), "")


def most_frequent_first(row):
    position = Band.values.index(row["band"]) if row["band"] in Band.values else len(Band.values)
    rate = counted(row)
    return position, -Fraction(*rate) if rate else 0


def for_readers(row, scale):
    """`row` with the words of its choices; `scale` is the one denominator of the whole section."""
    rate, comparison = counted(row), counted(row, "comparator_")
    nobody_among_too_few = rate and rate[0] == 0 and row["band"] == Band.NOT_KNOWN
    return row | {
        "seriousness": row["seriousness"] if row["seriousness"] in GROUPS else "",
        "band_label": Band(row["band"]).label if row["band"] in Band.values else "",
        "band_explained": BAND_EXPLAINED.get(row["band"], ""),
        "not_known_text": TOO_FEW if nobody_among_too_few else NOT_KNOWN_FOR_READERS.get(row["not_known_reason"], ""),
        "rate_text": rate_text(*rate, scale) if rate else "",
        "comparator_text": f"With placebo: {_in_a_sentence(rate_text(*comparison, scale))}" if comparison else "",
        "dots": dots(*rate) if rate else None,
        "course": course(row),
        "what_to_do_label": WhatToDo(row["what_to_do"]).label if row["what_to_do"] in WhatToDo.values else "",
    }


def course(row):
    """How bad it is, when it starts, how long it lasts and whether it goes away; blank where nothing of it is known."""
    onset = Onset(row["onset"]).label if row["onset"] in set(Onset.values) - {Onset.NOT_KNOWN} else ""
    lasts = (row.get("duration") or "").strip().rstrip(".")
    said = [
        SEVERITY_FOR_READERS.get(row.get("severity")),
        onset and f"Starts: {_in_a_sentence(onset)}",
        lasts and f"Lasts: {_in_a_sentence(lasts)}",
        REVERSIBLE_FOR_READERS.get(row.get("reversible")),
    ]
    return " ".join(f"{phrase}." for phrase in said if phrase)


def _with_columns(rows):
    """The rows of a table; each knows whether the table has a third column, for what to do and to expect."""
    third = any(row["what_to_do_label"] or row["course"] or row.get("monitoring") for row in rows)
    return [row | {"third_column": third} for row in rows]


def _in_a_sentence(text):
    return text[:1].lower() + text[1:]
