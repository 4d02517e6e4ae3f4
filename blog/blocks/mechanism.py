"""How a treatment works: what it acts on, what that does, and how sure that is."""

from wagtail import blocks

from blog.blocks.certainty import certainty_bars, certainty_label
from blog.blocks.section import SectionBlock, rich_text_block
from blog.enums import Action, Certainty, Consensus, EvidenceBasis, TargetKind

ACTION_FOR_READERS = {
    Action.AGONIST: "switches it on",
    Action.PARTIAL_AGONIST: "switches it partly on",
    Action.ANTAGONIST: "blocks it",
    Action.INVERSE_AGONIST: "turns it down",
    Action.POSITIVE_ALLOSTERIC_MODULATOR: "makes it respond more",
    Action.NEGATIVE_ALLOSTERIC_MODULATOR: "makes it respond less",
    Action.REUPTAKE_INHIBITOR: "slows its removal",
    Action.RELEASING: "makes cells release it",
    Action.INDIRECT_OR_UNKNOWN: "affects it indirectly, or in a way that is not known",
}


class PathwayBlock(blocks.StructBlock):
    target = blocks.CharBlock(max_length=80, help_text="What it acts on, for example NMDA receptor")
    target_kind = blocks.ChoiceBlock(choices=TargetKind.choices)
    action = blocks.ChoiceBlock(choices=Action.choices)
    effect = blocks.TextBlock(help_text="What that does, in plain words")
    evidence_basis = blocks.ChoiceBlock(choices=EvidenceBasis.choices)
    consensus = blocks.ChoiceBlock(choices=Consensus.choices)
    certainty = blocks.ChoiceBlock(choices=Certainty.choices)

    class Meta:
        icon = "arrow-right"
        label = "Pathway"
        label_format = "{target}"


class MechanismBlock(SectionBlock):
    intro = rich_text_block(required=False)
    pathways = blocks.ListBlock(PathwayBlock(), default=[], max_num=6, required=False)
    caveat = blocks.TextBlock(required=False, help_text="What is not known; shown above the list")

    def prepared(self, value):
        return {
            "pathways": [
                pathway
                | {
                    "action_label": ACTION_FOR_READERS.get(pathway["action"], ""),
                    "certainty_label": certainty_label(
                        pathway["consensus"], pathway["evidence_basis"], pathway["certainty"]
                    ),
                    "bars": certainty_bars(pathway["certainty"]),
                }
                for pathway in value["pathways"]
            ]
        }

    class Meta:
        icon = "cogs"
        group = "Treatment"
        label = "How it works"
        description = "What it acts on, what that does and how sure we are"
        template = "blocks/mechanism.html"
        default_heading = "How it works"
        preview_value = {
            "section_heading": "",
            "intro": "<p>Nobody knows for certain. These are the leading ideas.</p>",
            "caveat": "",
            "pathways": [
                {
                    "target": "Example receptor",
                    "target_kind": TargetKind.RECEPTOR.value,
                    "action": Action.ANTAGONIST.value,
                    "effect": "Some nerve cells may then send more signals.",
                    "evidence_basis": EvidenceBasis.HUMAN_TRIAL.value,
                    "consensus": Consensus.LEADING_THEORY.value,
                    "certainty": Certainty.MODERATE.value,
                }
            ],
        }
