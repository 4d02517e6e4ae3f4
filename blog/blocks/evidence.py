"""What research shows: findings of studies, in numbers of people and in words for how sure anyone can be."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from wagtail import blocks

from blog.blocks.certainty import certainty_bars, certainty_label
from blog.blocks.choosers import reference_chooser
from blog.blocks.section import CheckedBlock, SectionBlock, rich_text_block
from blog.clinical_rules.evidence import NOT_IN_PEOPLE, bare_p, finding_problems, number
from blog.enums import Certainty, Comparator, Direction, EffectType, StudyDesign
from blog.examples import EXAMPLE_SOURCE
from blog.frequency import rate_text, rounded

FINDING_LIMIT = 8
# Fields of people are drawn of a hundred; rarer events are told in words alone.
PEOPLE_DRAWN = 100
SCALES = (PEOPLE_DRAWN, 1_000, 10_000)

DESIGN_FOR_READERS = {
    StudyDesign.SYSTEMATIC_REVIEW: "Many studies looked at together (systematic review)",
    StudyDesign.RCT: "A trial in which chance decided who got which treatment (randomised controlled trial)",
    StudyDesign.NON_RANDOMISED_TRIAL: "A trial in which people were not put into groups by chance",
    StudyDesign.COHORT: "People followed over time (cohort study)",
    StudyDesign.CASE_CONTROL: "People with and without the problem, compared looking back (case-control study)",
    StudyDesign.CASE_SERIES: "Reports on single people (case series)",
    StudyDesign.CROSS_SECTIONAL: "People asked or tested once (cross-sectional study)",
    StudyDesign.MECHANISTIC: "Tests of what happens in people's bodies (mechanistic study)",
    StudyDesign.ANIMAL: "A study in animals",
    StudyDesign.IN_VITRO: "A study of cells in a laboratory",
    StudyDesign.GUIDELINE: "Advice that experts drew from many studies (guideline)",
    StudyDesign.EXPERT_OPINION: "What experts think",
}
WHERE_SEEN = {StudyDesign.ANIMAL: "This was seen in animals.", StudyDesign.IN_VITRO: "This was seen in cells."}
COUNTED_AS = {StudyDesign.ANIMAL: "animals", StudyDesign.IN_VITRO: "samples"}
COMPARATOR_FOR_READERS = {
    Comparator.PLACEBO: "a placebo, which holds no medicine",
    Comparator.ACTIVE_PLACEBO: "an active placebo, which can be felt but does not treat",
    Comparator.USUAL_CARE: "their usual care",
    Comparator.OTHER_TREATMENT: "another treatment",
}
NO_COMPARISON = "Nothing: everybody had the same, so part of it may have come by itself"
COMPARED_WITH = COMPARATOR_FOR_READERS | {Comparator.NONE: NO_COMPARISON}
DIRECTION_FOR_READERS = {
    Direction.HELPS: "It helped",
    Direction.NO_CLEAR_DIFFERENCE: "No clear difference",
    Direction.HARMS: "It did harm",
    Direction.MIXED: "Mixed: better in some ways and not in others",
}
EFFECT_FOR_READERS = {
    EffectType.DIFFERENCE: "Difference between the groups",
    EffectType.RISK_RATIO: "Risk ratio",
    EffectType.ODDS_RATIO: "Odds ratio",
    EffectType.RESPONSE_PERCENT: "Percent who responded",
}
# The four levels of GRADE in plain words.
CERTAINTY_EXPLAINED = {
    Certainty.HIGH: "We are very sure. The true effect is close to this.",
    Certainty.MODERATE: "We are fairly sure. The true effect is probably close to this.",
    Certainty.LOW: "We are not very sure. The true effect may be quite different.",
    Certainty.VERY_LOW: "We are very unsure. The true effect is probably quite different.",
}
ARMS = ("absolute_intervention", "absolute_control")


@dataclass(frozen=True)
class Arm:
    """One group of a study: its words, and the people to draw as rows of `(y, length)`; None for no drawing."""

    name: str
    rate: str
    counted: str
    group: str
    rows: list | None


class FindingBlock(CheckedBlock):
    claim = blocks.TextBlock(max_length=200, rows=2, help_text="What was found, in one plain sentence.")
    design = blocks.ChoiceBlock(choices=StudyDesign.choices, label="Kind of study")
    population = blocks.CharBlock(
        max_length=200,
        label="Who took part",
        help_text="For example: adults whose depression two medicines had not helped",
    )
    n = blocks.IntegerBlock(
        min_value=1, label="How many took part", help_text="For a review or a guideline: in all of its studies."
    )
    intervention = blocks.CharBlock(
        max_length=160,
        label="What they were given",
        help_text="Product, route and dose, so that it reads on after “with”: examplamine 40 mg into a vein, once",
    )
    comparator = blocks.ChoiceBlock(choices=Comparator.choices, label="Compared with")
    outcome_measure = blocks.CharBlock(
        max_length=160,
        label="What was measured",
        help_text="For example: symptoms fell by half or more on a rating scale",
    )
    timepoint = blocks.CharBlock(max_length=80, label="When", help_text="For example: 24 hours after the infusion")
    effect_type = blocks.ChoiceBlock(choices=EffectType.choices, required=False, label="Kind of effect")
    effect = blocks.DecimalBlock(required=False, max_digits=12, decimal_places=4)
    ci_low = blocks.DecimalBlock(
        required=False, max_digits=12, decimal_places=4, label="95% confidence interval: lower end"
    )
    ci_high = blocks.DecimalBlock(
        required=False, max_digits=12, decimal_places=4, label="95% confidence interval: upper end"
    )
    p = blocks.CharBlock(required=False, max_length=20, label="p", help_text="As the source gives it: .25 or <.001")
    absolute_intervention = blocks.IntegerBlock(
        required=False, min_value=0, label="People with the outcome, treated", help_text="Needed for a ratio."
    )
    absolute_intervention_of = blocks.IntegerBlock(required=False, min_value=1, label="Out of how many treated")
    absolute_control = blocks.IntegerBlock(required=False, min_value=0, label="People with the outcome, compared")
    absolute_control_of = blocks.IntegerBlock(required=False, min_value=1, label="Out of how many compared")
    direction = blocks.ChoiceBlock(choices=Direction.choices, label="What came out")
    certainty = blocks.ChoiceBlock(
        choices=Certainty.choices, help_text="GRADE. Without a comparison, or from single people: low at most."
    )
    not_known = blocks.TextBlock(rows=2, label="What we do not know", help_text="What the study does not tell.")
    limitations = blocks.TextBlock(rows=2, help_text="What weakens it: few people, many who left, no blinding.")
    funding_of_study = blocks.CharBlock(required=False, max_length=200, label="Who paid for the study")
    source = reference_chooser(required=True)

    def errors_in(self, value):
        return {name: ValidationError(message) for name, message in finding_problems(value).items()}

    class Meta:
        icon = "list-ol"
        label = "Finding"
        label_format = "{claim}"


def arms_of(finding):
    """The groups of a finding that were counted, the treated one first, on one scale so that readers can compare."""
    rates = {}
    for name in ARMS:
        counted, total = finding[name], finding[f"{name}_of"]
        if counted is not None and total is not None and 0 <= counted <= total and total >= 1:
            rates[name] = Fraction(counted, total)
    scale = next(
        (scale for scale in SCALES if all(rounded(rate, scale) for rate in rates.values() if rate)), SCALES[-1]
    )
    groups = dict(
        zip(ARMS, (finding["intervention"], COMPARATOR_FOR_READERS.get(finding["comparator"], "")), strict=True)
    )
    return [
        Arm(
            name=name,
            rate=rate_text(finding[name], finding[f"{name}_of"], scale),
            counted=f"{finding[name]:,} of {finding[f'{name}_of']:,}"
            if rate and finding[f"{name}_of"] != scale
            else "",
            group=groups[name],
            rows=people_rows(rounded(rate, scale)) if scale == PEOPLE_DRAWN else None,
        )
        for name, rate in rates.items()
    ]


def people_rows(counted):
    """Where so many of a hundred people stand in a field of ten by ten: `(y, length)` of each row that has any.

    A row is a line whose dashes are dots ten apart; it ends just behind its last dot.
    """
    return [(10 * row + 5, 10 * min(counted - 10 * row, 10) - 9) for row in range(10) if counted > 10 * row]


def figures_of(finding):
    """The effect as the source gives it: `Risk ratio 1.7 (95% interval 1.1 to 2.6), p = .02`; blank without one."""
    effect, low, high = (number(finding[name]) for name in ("effect", "ci_low", "ci_high"))
    label = EFFECT_FOR_READERS.get(finding["effect_type"])
    if effect is None or not label:
        return ""
    interval = f" (95% confidence interval {shown(low)} to {shown(high)})" if None not in (low, high) else ""
    p = bare_p(finding["p"])
    sign = "" if p.startswith(("<", ">", "≤", "≥")) else "=\u00a0"
    return f"{label} {shown(effect)}{interval}" + (f", p\u00a0{sign}{p}" if p else "")


def shown(value):
    """A Decimal with a real minus sign, which screen readers say and lines do not break at."""
    return f"{value:f}".replace("-", "\u2212")


def for_readers(finding):
    """`finding` with the words of its choices and its groups of people."""
    design, certainty = finding["design"], finding["certainty"]
    arms = arms_of(finding)
    told = {arm.name for arm in arms}
    taking_part = f"{finding['n']:,} {COUNTED_AS.get(design, 'people')}" if finding["n"] else ""
    return finding | {
        "where_seen": WHERE_SEEN[design] if design in NOT_IN_PEOPLE else "",
        "arms": arms,
        # What stands under the numbers is not said again below them.
        "measured": "" if arms else ", ".join(filter(None, (finding["outcome_measure"], finding["timepoint"]))),
        "given": "" if "absolute_intervention" in told else finding["intervention"],
        "compared_with": "" if "absolute_control" in told else COMPARED_WITH.get(finding["comparator"], ""),
        "design_label": DESIGN_FOR_READERS.get(design, ""),
        "taking_part": ": ".join(filter(None, (taking_part, finding["population"]))),
        "direction_label": DIRECTION_FOR_READERS.get(finding["direction"], ""),
        "figures": figures_of(finding),
        "certainty_label": certainty_label(certainty=certainty),
        "certainty_explained": CERTAINTY_EXPLAINED.get(certainty, ""),
        "bars": certainty_bars(certainty),
    }


class EvidenceBlock(SectionBlock):
    intro = rich_text_block(required=False)
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
        icon = "list-ol"
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
                    "p": "<.001",
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
