"""Who should not have a treatment: conditions, how strict, why and what to do."""

from wagtail import blocks

from blog.blocks.choosers import reference_chooser
from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.problems import errors_at
from blog.blocks.section import CheckedBlock, SectionBlock, intro_block
from blog.clinical_rules.contraindications import restriction_problems, section_problems
from blog.enums import Jurisdiction, RestrictionLevel
from blog.examples import EXAMPLE_SOURCE

LEVEL_FOR_READERS = {
    RestrictionLevel.MUST_NOT_USE: "Do not have it",
    RestrictionLevel.ONLY_IF_BENEFIT_OUTWEIGHS: "Only if the benefit is greater than the risk",
    RestrictionLevel.EXTRA_CARE: "Extra care is needed",
}
PLACES = dict(Jurisdiction.choices)
ASKED_BY_EVERYBODY = {
    "pregnancy": "Pregnancy",
    "breastfeeding": "Breastfeeding",
    "age_limits": "Age",
    "driving": "Driving",
}
UNKNOWN_TOO = "Where nothing is known, say so and why."


class RestrictionBlock(CheckedBlock):
    condition = LimitedLineBlock(max_length=160, help_text="For example: an aneurysm")
    level = blocks.ChoiceBlock(choices=RestrictionLevel.choices, label="How strict")
    reason = blocks.TextBlock(rows=2)
    action = blocks.TextBlock(rows=2, help_text="What the reader should do")
    jurisdiction = blocks.ChoiceBlock(
        choices=Jurisdiction.choices,
        required=False,
        default="",
        label="Where this holds",
        help_text="Where only the label of one place says so. Left blank, it holds everywhere.",
    )
    source = reference_chooser(
        help_text="For “must not use” a medicine label, a guideline or a regulator: only they can rule it out."
    )

    def errors_in(self, value):
        source = value.get("source")
        return errors_at(restriction_problems(value, source.kind if source else ""))

    class Meta:
        icon = "cross"
        label = "Condition"
        label_format = "{condition}"


class WhoShouldNotBlock(SectionBlock):
    intro = intro_block()
    rows = blocks.ListBlock(
        RestrictionBlock(),
        default=[],
        required=False,
        label="Conditions",
        help_text="At least one with “must not use”. A finished article never says only “not suitable for everyone”.",
    )
    pregnancy = blocks.TextBlock(
        required=False, default="", rows=2, help_text=f"What it means in pregnancy. {UNKNOWN_TOO}"
    )
    breastfeeding = blocks.TextBlock(required=False, default="", rows=2, help_text=UNKNOWN_TOO)
    age_limits = blocks.TextBlock(
        required=False,
        default="",
        rows=2,
        label="Age",
        help_text=f"From and up to which age it is given. {UNKNOWN_TOO}",
    )
    driving = blocks.TextBlock(
        required=False,
        default="",
        rows=2,
        label="Driving and machines",
        help_text=f"When it is safe again. {UNKNOWN_TOO}",
    )

    def prepared(self, value):
        order = list(LEVEL_FOR_READERS)
        rows = sorted(value["rows"], key=lambda row: order.index(row["level"]) if row["level"] in order else len(order))
        return {
            "rows": [
                row
                | {"level_label": LEVEL_FOR_READERS.get(row["level"], ""), "place": PLACES.get(row["jurisdiction"], "")}
                for row in rows
            ],
            "questions": [(title, value[name]) for name, title in ASKED_BY_EVERYBODY.items() if value.get(name)],
        }

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(section_problems(value, list(value["rows"])))

    class Meta:
        icon = "no-view"
        group = "Safety"
        label = "Who should not have it"
        description = "Conditions, how strict, why and what to do"
        template = "blocks/who_should_not.html"
        default_heading = "Who should not have it"
        preview_value = {
            "section_heading": "",
            "intro": "",
            "rows": [
                {
                    "condition": "An allergy to examplamine",
                    "level": RestrictionLevel.MUST_NOT_USE.value,
                    "reason": "It could cause a severe reaction.",
                    "action": "Tell your clinician, who will offer something else.",
                    "jurisdiction": "",
                    "source": EXAMPLE_SOURCE,
                },
                {
                    "condition": "High blood pressure",
                    "level": RestrictionLevel.EXTRA_CARE.value,
                    "reason": "Your blood pressure rises for one to two hours.",
                    "action": "Staff measure it before you start. Treatment may have to wait.",
                    "jurisdiction": Jurisdiction.US.value,
                    "source": EXAMPLE_SOURCE,
                },
            ],
            "pregnancy": "Do not have it while you are pregnant. It may harm the baby.",
            "breastfeeding": "It is not known whether it gets into breast milk. Nobody has studied that.",
            "age_limits": "For adults from 18. There are no studies in people over 75.",
            "driving": "Do not drive or use machines until the day after, when you have slept.",
        }
