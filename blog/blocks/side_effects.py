"""Side effects as data: how often, how serious, when, and what to do."""

from wagtail import blocks

from blog.blocks.choosers import reference_chooser
from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.numbers import WholeNumberBlock
from blog.blocks.problems import errors_at
from blog.blocks.section import CheckedBlock, SectionBlock, rich_text_block
from blog.blocks.side_effects_for_readers import APPLIES_TO_FOR_READERS, grouped, leading_to
from blog.clinical_rules.care_cards import HEADING_LIMIT
from blog.clinical_rules.side_effects import (
    applies_to_problems,
    onset_problems,
    repeated_problems,
    side_effect_problems,
    source_problems,
)
from blog.enums import Band, NotKnownReason, Onset, Reversible, Seriousness, Severity, WhatToDo
from blog.examples import EXAMPLE_SOURCE
from blog.rich_text import plain_text

ROW_LIMIT = 40


class AppliesToBlock(blocks.StructBlock):
    medicine = LimitedLineBlock(required=False, max_length=80)
    product = LimitedLineBlock(required=False, max_length=80)
    route = LimitedLineBlock(required=False, max_length=80, help_text="For example: into a vein")
    dose_range = LimitedLineBlock(required=False, max_length=80, label="Dose")
    population = LimitedLineBlock(
        required=False, max_length=120, label="Counted in", help_text="For example: 227 adults"
    )

    class Meta:
        icon = "group"
        label = "Applies to"
        help_text = "What all the numbers below are about. Fill in at least one."


class SideEffectBlock(CheckedBlock):
    # Blank and not None is the default of what was added later, for saving an old draft unchanged must not change it.
    term_plain = LimitedLineBlock(max_length=160, label="In plain words", help_text="For example: feeling sick")
    term_medical = LimitedLineBlock(
        required=False, max_length=160, label="Medical term", help_text="For example: nausea"
    )
    seriousness = blocks.ChoiceBlock(
        choices=Seriousness.choices,
        help_text="Serious: it can kill, do lasting harm or bring somebody to hospital.",
    )
    what_to_do = blocks.ChoiceBlock(
        choices=WhatToDo.choices,
        help_text="A serious effect needs a call today or more. Urgent and emergency need a care card of that kind.",
    )
    band = blocks.ChoiceBlock(choices=Band.choices, default=Band.NOT_KNOWN.value, label="How often")
    not_known_reason = blocks.ChoiceBlock(choices=NotKnownReason.choices, required=False, label="Why it is not known")
    numerator = WholeNumberBlock(required=False, min_value=0, label="People who had it")
    denominator = WholeNumberBlock(required=False, min_value=1, label="Out of how many people")
    comparator_numerator = WholeNumberBlock(required=False, min_value=0, label="People who had it with placebo")
    comparator_denominator = WholeNumberBlock(required=False, min_value=1, label="Out of how many people with placebo")
    counted_in = LimitedLineBlock(
        required=False,
        default="",
        max_length=120,
        label="Counted in other people",
        help_text="Only where these numbers are about others than the table. For example: 115 older adults",
    )
    onset = blocks.ChoiceBlock(
        choices=Onset.choices,
        default=Onset.NOT_KNOWN.value,
        label="When it starts",
        help_text="Long-term needs a source that followed people for six months or more, or words about repeated use.",
    )
    duration = LimitedLineBlock(
        required=False, default="", max_length=80, label="How long it lasts", help_text="For example: about 2 hours"
    )
    severity = blocks.ChoiceBlock(choices=Severity.choices, required=False, default="", label="How bad it is")
    reversible = blocks.ChoiceBlock(choices=Reversible.choices, required=False, default="", label="Does it go away")
    monitoring = LimitedLineBlock(
        required=False,
        default="",
        max_length=160,
        label="What is checked",
        help_text="A sentence for readers: Staff measure your blood pressure.",
    )
    care_card = LimitedLineBlock(
        required=False,
        default="",
        max_length=HEADING_LIMIT,
        label="Care card",
        help_text="What to do leads readers to the care card of that urgency. Where you have several of it, write the "
        "heading of the one that is meant.",
    )
    source = reference_chooser(help_text="Where this row has another source than the section.")

    def errors_in(self, value):
        return errors_at(side_effect_problems(value))

    class Meta:
        icon = "dot"
        label = "Side effect"
        label_format = "{term_plain}"


class SideEffectsBlock(SectionBlock):
    intro = rich_text_block(help_text="Whom the numbers come from and what else to know")
    applies_to = AppliesToBlock()
    source = reference_chooser(label="Source of the numbers", help_text="For all rows that name no other.")
    rows = blocks.ListBlock(SideEffectBlock(), min_num=1, max_num=ROW_LIMIT, label="Side effects")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | {"groups": leading_to(context.get("cards", []), context["groups"])}

    def prepared(self, value):
        applies_to = value["applies_to"]
        return {
            "groups": grouped(value["rows"]),
            "applies_to": [
                (label, applies_to[name]) for name, label in APPLIES_TO_FOR_READERS.items() if applies_to.get(name)
            ],
        }

    def errors_in(self, value):
        rows = list(value["rows"])
        problems = repeated_problems(rows) | applies_to_problems(value)
        for index, row in enumerate(rows):
            problems |= {f"rows.{index}.{field}": message for field, message in _beyond_the_row(row, value).items()}
        return super().errors_in(value) | errors_at(problems)

    class Meta:
        icon = "table"
        group = "Safety"
        label = "Side effects"
        description = "How often, how serious, when, and what to do"
        template = "blocks/side_effects.html"
        default_heading = "Side effects"
        preview_value = {
            "section_heading": "",
            "intro": "<p>Most people have at least one of these on the day of treatment.</p>",
            "applies_to": {
                "medicine": "examplamine",
                "product": "",
                "route": "through the nose",
                "dose_range": "",
                "population": "200 adults in a trial, half of whom had a placebo",
            },
            "source": EXAMPLE_SOURCE,
            "rows": [
                {
                    "term_plain": "high blood pressure",
                    "term_medical": "hypertension",
                    "band": Band.VERY_COMMON.value,
                    "not_known_reason": "",
                    "numerator": 10,
                    "denominator": 100,
                    "comparator_numerator": 3,
                    "comparator_denominator": 100,
                    "counted_in": "",
                    "seriousness": Seriousness.SERIOUS.value,
                    "onset": Onset.DURING.value,
                    "duration": "1 to 2 hours",
                    "severity": "",
                    "reversible": Reversible.YES.value,
                    "monitoring": "Staff measure your blood pressure before, during and after.",
                    "what_to_do": WhatToDo.CALL_YOUR_CLINIC_TODAY.value,
                    "care_card": "",
                    "source": None,
                },
                {
                    "term_plain": "dizziness",
                    "term_medical": "",
                    "band": Band.VERY_COMMON.value,
                    "not_known_reason": "",
                    "numerator": 31,
                    "denominator": 100,
                    "comparator_numerator": 9,
                    "comparator_denominator": 100,
                    "counted_in": "",
                    "seriousness": Seriousness.NOT_SERIOUS.value,
                    "onset": Onset.DURING.value,
                    "duration": "about 2 hours",
                    "severity": Severity.MILD.value,
                    "reversible": Reversible.YES.value,
                    "monitoring": "",
                    "what_to_do": WhatToDo.WAIT.value,
                    "care_card": "",
                    "source": None,
                },
                {
                    "term_plain": "blurred vision",
                    "term_medical": "",
                    "band": Band.NOT_KNOWN.value,
                    "not_known_reason": NotKnownReason.SOURCE_DOES_NOT_SAY.value,
                    "numerator": None,
                    "denominator": None,
                    "comparator_numerator": None,
                    "comparator_denominator": None,
                    "counted_in": "",
                    "seriousness": Seriousness.NOT_SERIOUS.value,
                    "onset": Onset.WITHIN_HOURS.value,
                    "duration": "",
                    "severity": "",
                    "reversible": Reversible.USUALLY.value,
                    "monitoring": "",
                    "what_to_do": WhatToDo.TELL_YOUR_CLINIC_AT_NEXT_VISIT.value,
                    "care_card": "",
                    "source": None,
                },
            ],
        }


def _beyond_the_row(row, section):
    """What is wrong in a row together with its section: messages by field."""
    source = row.get("source") or section.get("source")
    intro = plain_text(section["intro"].source)
    return source_problems(row, bool(source)) | onset_problems(row, source and source.follow_up_months, section, intro)
