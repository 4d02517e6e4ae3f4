"""What research shows: findings of studies, in numbers of people and in words for how sure anyone can be."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from wagtail import blocks

from blog.blocks.choosers import reference_chooser
from blog.blocks.evidence_for_readers import for_readers
from blog.blocks.limited_text import LimitedLineBlock, LimitedTextBlock
from blog.blocks.numbers import NumberBlock, WholeNumberBlock
from blog.blocks.section import CheckedBlock, SectionBlock, intro_block
from blog.clinical_rules.evidence import finding_problems
from blog.enums import Certainty, Comparator, Direction, EffectType, StudyDesign
from blog.examples import EXAMPLE_SOURCE

FINDING_LIMIT = 8


class FindingBlock(CheckedBlock):
    claim = LimitedTextBlock(max_length=200, rows=2, help_text="What was found, in one plain sentence.")
    design = blocks.ChoiceBlock(choices=StudyDesign.choices, label="Kind of study")
    population = LimitedLineBlock(
        max_length=200,
        label="Who took part",
        help_text="For example: adults whose depression two medicines had not helped",
    )
    n = WholeNumberBlock(
        min_value=1, label="How many took part", help_text="For a review or a guideline: in all of its studies."
    )
    intervention = LimitedLineBlock(
        max_length=160,
        label="What they were given",
        help_text="Product, route and dose, so that it reads on after “with”: examplamine 40 mg into a vein, once",
    )
    comparator = blocks.ChoiceBlock(choices=Comparator.choices, label="Compared with")
    outcome_measure = LimitedLineBlock(
        max_length=160,
        label="What was measured",
        help_text="For example: symptoms fell by half or more on a rating scale",
    )
    timepoint = LimitedLineBlock(max_length=80, label="When", help_text="For example: 24 hours after the infusion")
    effect_type = blocks.ChoiceBlock(choices=EffectType.choices, required=False, label="Kind of effect")
    effect = NumberBlock(required=False, max_digits=12, decimal_places=4)
    ci_low = NumberBlock(required=False, max_digits=12, decimal_places=4, label="95% confidence interval: lower end")
    ci_high = NumberBlock(required=False, max_digits=12, decimal_places=4, label="95% confidence interval: upper end")
    p = LimitedLineBlock(required=False, max_length=20, label="p", help_text="For example 0.25 or <0.001")
    absolute_intervention = WholeNumberBlock(
        required=False, min_value=0, label="People with the outcome, treated", help_text="Needed for a ratio."
    )
    absolute_intervention_of = WholeNumberBlock(required=False, min_value=1, label="Out of how many treated")
    absolute_control = WholeNumberBlock(required=False, min_value=0, label="People with the outcome, compared")
    absolute_control_of = WholeNumberBlock(required=False, min_value=1, label="Out of how many compared")
    direction = blocks.ChoiceBlock(choices=Direction.choices, label="What came out")
    certainty = blocks.ChoiceBlock(
        choices=Certainty.choices, help_text="GRADE. Without a comparison, or from single people: low at most."
    )
    not_known = blocks.TextBlock(rows=2, label="What we do not know", help_text="What the study does not tell.")
    limitations = blocks.TextBlock(rows=2, help_text="What weakens it: few people, many who left, no blinding.")
    funding_of_study = LimitedLineBlock(required=False, max_length=200, label="Who paid for the study")
    source = reference_chooser(required=True)

    def errors_in(self, value):
        return {name: ValidationError(message) for name, message in finding_problems(value).items()}

    class Meta:
        icon = "group"
        label = "Finding"
        label_format = "{claim}"


class EvidenceBlock(SectionBlock):
    intro = intro_block()
    findings = blocks.ListBlock(
        FindingBlock(),
        default=[],
        max_num=FINDING_LIMIT,
        required=False,
        help_text="The strongest study first. Studies that found nothing belong here as much as those that did.",
    )

    def errors_in(self, value):
        errors = super().errors_in(value)
        if not value["findings"]:
            errors["findings"] = ValidationError("Add a finding, or take the section out.")
        return errors

    def prepared(self, value):
        return {"findings": [for_readers(finding) for finding in value["findings"]]}

    class Meta:
        icon = "group"
        group = "Treatment"
        label = "What the research shows"
        description = "Findings of studies, with numbers of people and how sure anyone can be"
        template = "blocks/evidence.html"
        default_heading = "What the research shows"
        preview_value = {
            "section_heading": "",
            "intro": "",
            "findings": [
                {
                    "claim": "Some people felt better within 24 hours of one infusion.",
                    "design": StudyDesign.RCT.value,
                    "population": "adults whose depression two medicines had not helped",
                    "n": 200,
                    "intervention": "examplamine into a vein, once",
                    "comparator": Comparator.ACTIVE_PLACEBO.value,
                    "outcome_measure": "Symptoms fell by half or more",
                    "timepoint": "24 hours after the infusion",
                    "effect_type": EffectType.RISK_RATIO.value,
                    "effect": Decimal("2.41"),
                    "ci_low": Decimal("1.48"),
                    "ci_high": Decimal("3.93"),
                    "p": "<0.001",
                    "absolute_intervention": 41,
                    "absolute_intervention_of": 100,
                    "absolute_control": 17,
                    "absolute_control_of": 100,
                    "direction": Direction.HELPS.value,
                    "certainty": Certainty.LOW.value,
                    "not_known": "How long it lasts, and how safe it is over many months.",
                    "limitations": "Most people could tell which treatment they had been given.",
                    "funding_of_study": "The maker of examplamine",
                    "source": EXAMPLE_SOURCE,
                }
            ],
        }
