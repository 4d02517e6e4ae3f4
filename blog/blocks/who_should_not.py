"""Who should not have a treatment: conditions, how strict, why and what to do."""

from wagtail import blocks

from blog.blocks.section import CheckedBlock, SectionBlock, rich_text_block
from blog.enums import RestrictionLevel

LEVEL_FOR_READERS = {
    RestrictionLevel.MUST_NOT_USE: "Do not have it",
    RestrictionLevel.ONLY_IF_BENEFIT_OUTWEIGHS: "Only if the benefit is greater than the risk",
    RestrictionLevel.EXTRA_CARE: "Extra care is needed",
}


class RestrictionBlock(CheckedBlock):
    condition = blocks.CharBlock(max_length=160, help_text="For example: an aneurysm")
    level = blocks.ChoiceBlock(choices=RestrictionLevel.choices)
    reason = blocks.TextBlock()
    action = blocks.TextBlock(help_text="What the reader should do")

    class Meta:
        icon = "cross"
        label = "Condition"
        label_format = "{condition}"


class WhoShouldNotBlock(SectionBlock):
    intro = rich_text_block(required=False)
    rows = blocks.ListBlock(RestrictionBlock(), default=[], required=False, label="Conditions")

    def prepared(self, value):
        order = list(LEVEL_FOR_READERS)
        rows = sorted(value["rows"], key=lambda row: order.index(row["level"]) if row["level"] in order else len(order))
        return {"rows": [row | {"level_label": LEVEL_FOR_READERS.get(row["level"], "")} for row in rows]}

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
                }
            ],
        }
