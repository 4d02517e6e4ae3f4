"""What must not be combined with a treatment: other medicines, alcohol, drugs, remedies and food."""

from wagtail import blocks

from blog.blocks.choosers import reference_chooser
from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.problems import errors_at
from blog.blocks.section import CheckedBlock, SectionBlock, intro_block
from blog.clinical_rules.interactions import interaction_problems, section_problems
from blog.enums import AgentType, InteractionSeverity
from blog.examples import EXAMPLE_SOURCE

ROW_LIMIT = 40

# The worst first; severity is said in words, as a colour alone would not reach everybody.
SEVERITY_FOR_READERS = {
    InteractionSeverity.CONTRAINDICATED: "Do not combine",
    InteractionSeverity.MAJOR: "Serious",
    InteractionSeverity.MODERATE: "Moderate",
    InteractionSeverity.MINOR: "Minor",
}
AGENT_TYPE_FOR_READERS = {
    AgentType.MEDICINE: "medicine",
    AgentType.MEDICINE_CLASS: "group of medicines",
    AgentType.ILLEGAL_DRUG: "illegal drug",
    AgentType.HERBAL_OR_SUPPLEMENT: "herbal remedy or supplement",
    AgentType.FOOD: "food or drink",
}


class InteractionBlock(CheckedBlock):
    agent = LimitedLineBlock(max_length=120, label="With what", help_text="For example: sleeping pills")
    agent_type = blocks.ChoiceBlock(choices=AgentType.choices, label="What kind of thing")
    severity = blocks.ChoiceBlock(choices=InteractionSeverity.choices, label="How bad")
    effect = blocks.TextBlock(rows=2, label="What can happen")
    advice = blocks.TextBlock(
        rows=2, label="What to do", help_text="What to stop, avoid or ask first. “Be aware” is no advice."
    )
    onset = LimitedLineBlock(
        required=False, default="", max_length=80, label="When it starts", help_text="For example: within hours"
    )
    source = reference_chooser()

    def errors_in(self, value):
        return errors_at(interaction_problems(value, sourced=bool(value.get("source"))))

    class Meta:
        icon = "link"
        label = "Interaction"
        label_format = "{agent}"


def onset_label(onset):
    """When it starts, as the author said it, going on in a sentence; blank where nobody said it."""
    onset = (onset or "").strip()
    return f"Starts: {onset[:1].lower()}{onset[1:]}" if onset else ""


class InteractionsBlock(SectionBlock):
    intro = intro_block()
    rows = blocks.ListBlock(
        InteractionBlock(),
        default=[],
        required=False,
        max_num=ROW_LIMIT,
        label="What not to combine with it",
        help_text="In any order: readers see the worst first.",
    )
    no_known_alcohol_interaction = blocks.BooleanBlock(
        required=False,
        label="No interaction with alcohol is known",
        help_text="Printed as a sentence. Otherwise add a row about alcohol.",
    )

    def prepared(self, value):
        order = list(SEVERITY_FOR_READERS)
        rows = sorted(
            value["rows"], key=lambda row: order.index(row["severity"]) if row["severity"] in order else len(order)
        )
        return {
            "rows": [
                row
                | {
                    "severity_label": SEVERITY_FOR_READERS.get(row["severity"], ""),
                    "agent_type_label": AGENT_TYPE_FOR_READERS.get(row["agent_type"], ""),
                    "onset_label": onset_label(row["onset"]),
                }
                for row in rows
            ]
        }

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(section_problems(value, list(value["rows"])))

    class Meta:
        icon = "link"
        group = "Safety"
        label = "Other medicines, alcohol and food"
        description = "What not to combine with it, how bad that is and what to do"
        template = "blocks/interactions.html"
        default_heading = "Other medicines, alcohol and food"
        preview_value = {
            "section_heading": "",
            "intro": "",
            "rows": [
                {
                    "agent": "Alcohol",
                    "agent_type": AgentType.ALCOHOL.value,
                    "severity": InteractionSeverity.MAJOR.value,
                    "effect": "You can get very sleepy and breathe too slowly.",
                    "advice": "Do not drink from the day before until the day after treatment.",
                    "onset": "within hours",
                    "source": EXAMPLE_SOURCE,
                },
                {
                    "agent": "Examplazepam",
                    "agent_type": AgentType.MEDICINE.value,
                    "severity": InteractionSeverity.MODERATE.value,
                    "effect": "Examplamine may work less well.",
                    "advice": "Ask your clinician before you change how you take it. Do not stop it by yourself.",
                    "onset": "",
                    "source": EXAMPLE_SOURCE,
                },
                {
                    "agent": "Examplitol",
                    "agent_type": AgentType.MEDICINE.value,
                    "severity": InteractionSeverity.CONTRAINDICATED.value,
                    "effect": "Your blood pressure can rise to a dangerous level.",
                    "advice": "Do not have examplamine within two weeks of taking it. Tell your clinician.",
                    "onset": "within minutes",
                    "source": EXAMPLE_SOURCE,
                },
            ],
            "no_known_alcohol_interaction": False,
        }
