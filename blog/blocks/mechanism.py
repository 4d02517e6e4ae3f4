"""How a treatment works: what it acts on, what that does, and how sure that is."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from blog.blocks.certainty import certainty_bars, certainty_label
from blog.blocks.choosers import reference_chooser
from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.section import CheckedBlock, SectionBlock, intro_block
from blog.clinical_rules.mechanism import pathway_problems
from blog.enums import Action, Certainty, Consensus, EvidenceBasis, TargetKind
from blog.examples import EXAMPLE_SOURCE

PATHWAY_LIMIT = 6

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
# What a theory is introduced with, whatever its author wrote. The first that fits is the plainest about it.
THEORY_FOR_READERS = (
    ("consensus", Consensus.DISPUTED, "Some researchers think so, and others disagree:"),
    ("evidence_basis", EvidenceBasis.ANIMAL, "From studies in animals, some researchers think:"),
    ("evidence_basis", EvidenceBasis.IN_VITRO, "From studies of cells, some researchers think:"),
    ("evidence_basis", EvidenceBasis.HYPOTHESIS, "Some researchers think, and nobody has tested it:"),
    ("consensus", Consensus.SPECULATIVE, "Some researchers think, without proof so far:"),
)


def certainty_wording(pathway):
    """The words that make a theory of what follows them; blank for what is not disputed and was seen in people."""
    return next((wording for name, choice, wording in THEORY_FOR_READERS if pathway[name] == choice), "")


class PathwayBlock(CheckedBlock):
    target = LimitedLineBlock(max_length=80, help_text="What it acts on, for example NMDA receptor")
    target_kind = blocks.ChoiceBlock(choices=TargetKind.choices, label="Kind of target")
    action = blocks.ChoiceBlock(choices=Action.choices, label="What happens to it")
    effect = blocks.TextBlock(
        rows=3,
        help_text="What that does, in one or two sentences. Before a theory readers see “Some researchers think:”.",
    )
    evidence_basis = blocks.ChoiceBlock(choices=EvidenceBasis.choices, label="What this rests on")
    consensus = blocks.ChoiceBlock(choices=Consensus.choices, label="How far experts agree")
    certainty = blocks.ChoiceBlock(choices=Certainty.choices, help_text="How sure anyone can be of it, as in GRADE.")
    sources = blocks.ListBlock(
        reference_chooser(required=True), default=[], required=False, help_text="At least one for each pathway."
    )

    def errors_in(self, value):
        return {name: ValidationError(message) for name, message in pathway_problems(value).items()}

    class Meta:
        icon = "arrow-right"
        label = "Pathway"
        label_format = "{target}"


class MechanismBlock(SectionBlock):
    intro = intro_block()
    pathways = blocks.ListBlock(PathwayBlock(), default=[], max_num=PATHWAY_LIMIT, required=False)
    caveat = blocks.TextBlock(rows=3, help_text="What nobody knows yet. Readers see it above the list.")

    def errors_in(self, value):
        errors = super().errors_in(value)
        if not value["pathways"]:
            errors["pathways"] = ValidationError("Add what it acts on, or tell it in an overview.")
        return errors

    def prepared(self, value):
        return {
            "pathways": [
                pathway
                | {
                    "wording": certainty_wording(pathway),
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
            "intro": "",
            "caveat": "Nobody knows for certain. These are the leading ideas.",
            "pathways": [
                {
                    "target": "Example receptor",
                    "target_kind": TargetKind.RECEPTOR.value,
                    "action": Action.ANTAGONIST.value,
                    "effect": "Some nerve cells may then send more signals.",
                    "evidence_basis": EvidenceBasis.HUMAN_TRIAL.value,
                    "consensus": Consensus.LEADING_THEORY.value,
                    "certainty": Certainty.MODERATE.value,
                    "sources": [EXAMPLE_SOURCE],
                },
                {
                    "target": "Links between nerve cells",
                    "target_kind": TargetKind.CIRCUIT.value,
                    "action": Action.INDIRECT_OR_UNKNOWN.value,
                    "effect": "Some of them may become stronger over hours to days.",
                    "evidence_basis": EvidenceBasis.ANIMAL.value,
                    "consensus": Consensus.LEADING_THEORY.value,
                    "certainty": Certainty.LOW.value,
                    "sources": [EXAMPLE_SOURCE],
                },
            ],
        }
