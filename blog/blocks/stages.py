"""What happens in order: numbered stages with their times."""

from wagtail import blocks

from blog.blocks.certainty import certainty_label
from blog.blocks.section import CheckedBlock, SectionBlock, rich_text_block
from blog.enums import Consensus, EvidenceBasis, Timeframe

STAGE_LIMIT = 8


class StageBlock(CheckedBlock):
    title = blocks.CharBlock(max_length=60)
    timeframe = blocks.ChoiceBlock(choices=Timeframe.choices, default=Timeframe.NOT_ESTABLISHED.value)
    timeframe_text = blocks.CharBlock(
        required=False, max_length=60, label="Timeframe in words", help_text="Such as: first 40 minutes"
    )
    body = rich_text_block(help_text="Up to three sentences")
    evidence_basis = blocks.ChoiceBlock(choices=EvidenceBasis.choices)
    consensus = blocks.ChoiceBlock(choices=Consensus.choices)

    class Meta:
        icon = "time"
        label = "Stage"
        label_format = "{title}"


def timeframe_label(item):
    """The stage's time in the author's words, else by its choice; blank where none is established."""
    if item["timeframe_text"] or item["timeframe"] in ("", None, Timeframe.NOT_ESTABLISHED):
        return item["timeframe_text"] or ""
    return Timeframe(item["timeframe"]).label if item["timeframe"] in Timeframe.values else ""


class StagesBlock(SectionBlock):
    intro = rich_text_block(required=False)
    items = blocks.ListBlock(StageBlock(), min_num=2, max_num=STAGE_LIMIT, label="Stages")

    def prepared(self, value):
        return {
            "items": [
                item
                | {
                    "timeframe_label": timeframe_label(item),
                    "certainty_label": certainty_label(item["consensus"], item["evidence_basis"]),
                }
                for item in value["items"]
            ]
        }

    class Meta:
        icon = "list-ol"
        group = "Treatment"
        label = "Stages"
        description = "What happens first, next and last"
        template = "blocks/stages.html"
        default_heading = "Stages"
        preview_value = {
            "section_heading": "",
            "intro": "",
            "items": [
                {
                    "title": "During the infusion",
                    "timeframe": Timeframe.DURING.value,
                    "timeframe_text": "First 40 minutes",
                    "body": "<p>You may feel relaxed. Staff check your blood pressure.</p>",
                    "evidence_basis": EvidenceBasis.HUMAN_TRIAL.value,
                    "consensus": Consensus.ESTABLISHED.value,
                },
                {
                    "title": "The hours after",
                    "timeframe": Timeframe.HOURS.value,
                    "timeframe_text": "2 to 24 hours",
                    "body": "<p>You rest, and somebody takes you home.</p>",
                    "evidence_basis": EvidenceBasis.HUMAN_TRIAL.value,
                    "consensus": Consensus.ESTABLISHED.value,
                },
            ],
        }
