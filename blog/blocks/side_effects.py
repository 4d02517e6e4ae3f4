"""Side effects as data: how often, how serious, when, and what to do."""

from fractions import Fraction

from django.core.exceptions import ValidationError
from wagtail import blocks

from blog.blocks.section import CheckedBlock, SectionBlock, rich_text_block
from blog.enums import Band, NotKnownReason, Onset, Seriousness, WhatToDo
from blog.frequency import band_of, common_scale, dots, rate_text

ROW_LIMIT = 40

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
APPLIES_TO_FOR_READERS = {
    "medicine": "Medicine",
    "product": "Product",
    "route": "Given",
    "dose_range": "Dose",
    "population": "Counted in",
}
# Heading, and the table's name for who hears it alone.
GROUPS = {
    Seriousness.SERIOUS: ("Serious: get help", "Serious side effects"),
    Seriousness.NOT_SERIOUS: ("Not serious", "Side effects that are not serious"),
    "": ("Not known whether serious", "Side effects"),
}
ANSWERS_TO_SERIOUS = {WhatToDo.CALL_YOUR_CLINIC_TODAY, WhatToDo.URGENT, WhatToDo.EMERGENCY}


class AppliesToBlock(blocks.StructBlock):
    medicine = blocks.CharBlock(required=False, max_length=80)
    product = blocks.CharBlock(required=False, max_length=80)
    route = blocks.CharBlock(required=False, max_length=80, help_text="For example: into a vein")
    dose_range = blocks.CharBlock(required=False, max_length=80)
    population = blocks.CharBlock(required=False, max_length=120, help_text="For example: 227 adults")

    class Meta:
        icon = "group"
        label = "Applies to"
        collapsed = True


class SideEffectBlock(CheckedBlock):
    term_plain = blocks.CharBlock(max_length=160, label="In plain words", help_text="For example: feeling sick")
    term_medical = blocks.CharBlock(
        required=False, max_length=160, label="Medical term", help_text="For example: nausea"
    )
    band = blocks.ChoiceBlock(choices=Band.choices, default=Band.NOT_KNOWN.value, label="How often")
    not_known_reason = blocks.ChoiceBlock(choices=NotKnownReason.choices, required=False, label="Why it is not known")
    numerator = blocks.IntegerBlock(required=False, min_value=0, label="People who had it")
    denominator = blocks.IntegerBlock(required=False, min_value=1, label="Out of how many people")
    seriousness = blocks.ChoiceBlock(choices=Seriousness.choices, required=False)
    onset = blocks.ChoiceBlock(choices=Onset.choices, default=Onset.NOT_KNOWN.value, label="When it starts")
    what_to_do = blocks.ChoiceBlock(choices=WhatToDo.choices, required=False)

    def errors_in(self, value):
        return numbers_errors(value) | answer_errors(value)

    class Meta:
        icon = "dot"
        label = "Side effect"
        label_format = "{term_plain}"


def numbers_errors(row):
    """Errors by field in a row's band and numbers. Source: CIOMS III; clinical reference 1.8 (a) and (c)."""
    numerator, denominator, band = row["numerator"], row["denominator"], row["band"]
    if band == Band.NOT_KNOWN and not row["not_known_reason"]:
        return {"not_known_reason": ValidationError("Say why it is not known how often this happens.")}
    if numerator is None and denominator is None:
        return {}
    if numerator is None or denominator is None:
        missing = "numerator" if numerator is None else "denominator"
        return {missing: ValidationError("Give both numbers, or neither.")}
    if numerator > denominator:
        return {"numerator": ValidationError("This is more people than were counted.")}
    computed = band_of(numerator, denominator)
    if band != computed:
        message = f"{numerator:,} out of {denominator:,} people is “{computed.label.lower()}”."
        return {"band": ValidationError(message)}
    return {}


def answer_errors(row):
    """A serious effect must say whom to call."""
    if row["seriousness"] == Seriousness.SERIOUS and row["what_to_do"] not in ANSWERS_TO_SERIOUS:
        message = "A serious effect needs one of: call your clinic today, get help urgently, get emergency help now."
        return {"what_to_do": ValidationError(message)}
    return {}


def has_numbers(row):
    """Whether the row's two numbers make a proportion; a draft may hold anything."""
    numerator, denominator = row["numerator"], row["denominator"]
    return numerator is not None and denominator is not None and 0 <= numerator <= denominator and denominator >= 1


def most_frequent_first(row):
    position = Band.values.index(row["band"]) if row["band"] in Band.values else len(Band.values)
    return position, -Fraction(row["numerator"], row["denominator"]) if has_numbers(row) else 0


def for_readers(row, scale):
    """`row` with the words of its choices; `scale` is the one denominator of the whole section."""
    numerator, denominator = row["numerator"], row["denominator"]
    counted = has_numbers(row)
    return row | {
        "seriousness": row["seriousness"] or "",
        "band_label": Band(row["band"]).label if row["band"] in Band.values else "",
        "band_explained": BAND_EXPLAINED.get(row["band"], ""),
        "not_known_text": NOT_KNOWN_FOR_READERS.get(row["not_known_reason"], ""),
        "rate_text": rate_text(numerator, denominator, scale) if counted else "",
        "dots": dots(numerator, denominator) if counted else None,
        "onset_label": Onset(row["onset"]).label if row["onset"] in set(Onset.values) - {Onset.NOT_KNOWN} else "",
        "what_to_do_label": WhatToDo(row["what_to_do"]).label if row["what_to_do"] in WhatToDo.values else "",
    }


def grouped(rows):
    """`(heading, caption, rows)` for each seriousness that has rows, serious first, most frequent first.

    A heading is blank where there is nothing to tell apart.
    """
    rates = [Fraction(row["numerator"], row["denominator"]) for row in rows if has_numbers(row) and row["numerator"]]
    scale = common_scale(rates)
    ordered = [for_readers(row, scale) for row in sorted(rows, key=most_frequent_first)]
    by_seriousness = {kind: [row for row in ordered if row["seriousness"] == kind] for kind in GROUPS}
    filled = {kind: members for kind, members in by_seriousness.items() if members}
    return [
        ("" if list(filled) == [""] else GROUPS[kind][0], GROUPS[kind][1], members) for kind, members in filled.items()
    ]


class SideEffectsBlock(SectionBlock):
    intro = rich_text_block(help_text="Whom the numbers come from and what else to know")
    applies_to = AppliesToBlock()
    rows = blocks.ListBlock(SideEffectBlock(), min_num=1, max_num=ROW_LIMIT, label="Side effects")

    def prepared(self, value):
        applies_to = value["applies_to"]
        return {
            "groups": grouped(value["rows"]),
            "applies_to": [
                (label, applies_to[name]) for name, label in APPLIES_TO_FOR_READERS.items() if applies_to.get(name)
            ],
        }

    def errors_in(self, value):
        terms = [(row["term_plain"] or "").strip().casefold() for row in value["rows"]]
        twice = sorted({term for term in terms if term and terms.count(term) > 1})
        errors = super().errors_in(value)
        if twice:
            errors["rows"] = ValidationError(f"Listed more than once: {', '.join(twice)}.")
        return errors

    class Meta:
        icon = "table"
        group = "Safety"
        label = "Side effects"
        description = "How often, how serious, when, and what to do"
        template = "blocks/side_effects.html"
        default_heading = "Side effects"
        preview_value = {
            "section_heading": "",
            "intro": "<p>Counted in 227 adults who had examplamine.</p>",
            "applies_to": {"medicine": "", "product": "", "route": "", "dose_range": "", "population": ""},
            "rows": [
                {
                    "term_plain": "dizziness",
                    "term_medical": "",
                    "band": Band.VERY_COMMON.value,
                    "not_known_reason": "",
                    "numerator": 31,
                    "denominator": 100,
                    "seriousness": Seriousness.NOT_SERIOUS.value,
                    "onset": Onset.DURING.value,
                    "what_to_do": WhatToDo.WAIT.value,
                }
            ],
        }
