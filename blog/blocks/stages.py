"""What happens in order: numbered stages with their times."""

from wagtail import blocks
from wagtail.rich_text import RichText

from blog.blocks.certainty import certainty_label
from blog.blocks.choosers import reference_chooser
from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.problems import errors_at
from blog.blocks.section import CheckedBlock, SectionBlock, intro_block, rich_text_block
from blog.clinical_rules.mark_up import paragraphs
from blog.clinical_rules.sentences import sentences
from blog.clinical_rules.stages import (
    FEWEST_STAGES,
    MOST_STAGES,
    SENTENCE_LIMIT,
    order_problems,
    printed_heading,
    stage_problems,
)
from blog.enums import Consensus, EvidenceBasis, Timeframe
from blog.examples import EXAMPLE_SOURCE

STAGE_LIMIT = MOST_STAGES


class StageBlock(CheckedBlock):
    title = LimitedLineBlock(max_length=60, help_text="Up to 60 characters, without a number: readers see one.")
    timeframe = blocks.ChoiceBlock(
        choices=Timeframe.choices,
        default=Timeframe.NOT_ESTABLISHED.value,
        help_text="Never earlier than the stage before.",
    )
    timeframe_text = LimitedLineBlock(
        required=False, max_length=60, label="Timeframe in words", help_text="Such as: first 40 minutes"
    )
    body = rich_text_block(help_text=f"Up to {SENTENCE_LIMIT} sentences. What is not settled needs a “may” or “might”.")
    evidence_basis = blocks.ChoiceBlock(choices=EvidenceBasis.choices, label="What this rests on")
    consensus = blocks.ChoiceBlock(choices=Consensus.choices, label="How far experts agree")
    source = reference_chooser(help_text="Without a source here or in the text, the heading begins “One theory:”.")

    def errors_in(self, value):
        return errors_at(stage_problems(stored(value), sentence_count(value["body"].source)))

    class Meta:
        icon = "time"
        label = "Stage"
        label_format = "{title}"


def sentence_count(source):
    # By the rules' own paragraphs, so that both find as many: a line break ends no sentence.
    return sum(len(sentences(paragraph.text)) for paragraph in paragraphs(source))


def stored(item):
    """A stage with its rich text as it is stored, marks and all, which is how rules read it."""
    return {name: value.source if isinstance(value, RichText) else value for name, value in item.items()}


def timeframe_label(item):
    """The stage's time in the author's words, else by its choice; blank where none is established."""
    if item["timeframe_text"] or item["timeframe"] in ("", None, Timeframe.NOT_ESTABLISHED):
        return item["timeframe_text"] or ""
    return Timeframe(item["timeframe"]).label if item["timeframe"] in Timeframe.values else ""


class StagesBlock(SectionBlock):
    intro = intro_block()
    items = blocks.ListBlock(StageBlock(), default=[], max_num=MOST_STAGES, required=False, label="Stages")
    basis_statement = blocks.TextBlock(
        rows=3,
        default="",
        label="What these stages rest on",
        help_text="Which studies, and who disagrees. Printed above the stages.",
    )

    def heading_of(self, value):
        return printed_heading(super().heading_of(value), [stored(item) for item in value.get("items") or []])

    def errors_in(self, value):
        rows = [stored(item) for item in value["items"]]
        problems = {
            f"items.{index}.{name}": message
            for index, found in order_problems(rows).items()
            for name, message in found.items()
        }
        if len(rows) < FEWEST_STAGES:
            problems["items"] = f"List at least {FEWEST_STAGES} stages, or tell it in an overview."
        return super().errors_in(value) | errors_at(problems)

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
                    "source": EXAMPLE_SOURCE,
                },
                {
                    "title": "The hours after",
                    "timeframe": Timeframe.HOURS.value,
                    "timeframe_text": "2 to 24 hours",
                    "body": "<p>Some people may notice that low mood has lifted.</p>",
                    "evidence_basis": EvidenceBasis.HUMAN_TRIAL.value,
                    "consensus": Consensus.DISPUTED.value,
                    "source": EXAMPLE_SOURCE,
                },
            ],
            "basis_statement": "One trial of examplamine. Other researchers find no such stages.",
        }
