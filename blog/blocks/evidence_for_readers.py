"""Findings in the words and numbers that readers see."""

from dataclasses import dataclass
from fractions import Fraction

from blog.blocks.certainty import certainty_bars, certainty_label
from blog.clinical_rules.evidence import ARMS, NOT_IN_PEOPLE, bare_p, number
from blog.enums import Certainty, Comparator, Direction, EffectType, StudyDesign
from blog.frequency import rate_text, rounded

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
COUNTED_AS = {StudyDesign.ANIMAL: ("animal", "animals"), StudyDesign.IN_VITRO: ("sample", "samples")}
COMPARATOR_FOR_READERS = {
    Comparator.PLACEBO: "a placebo, which looks the same but does nothing",
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


@dataclass(frozen=True)
class Arm:
    """One group of a study: its words, and the people to draw as rows of `(y, length)`; None for no drawing."""

    name: str
    rate: str
    counted: str
    group: str
    rows: list | None


def arms_of(finding):
    """The groups of a finding that were counted, the treated one first, on one scale so that readers can compare."""
    rates = {name: Fraction(finding[name], finding[f"{name}_of"]) for name in ARMS if _was_counted(finding, name)}
    fits = (scale for scale in SCALES if all(rounded(rate, scale) for rate in rates.values() if rate))
    scale = next(fits, SCALES[-1])
    return [_arm(finding, name, rate, scale) for name, rate in rates.items()]


def _was_counted(finding, name):
    counted, total = finding[name], finding[f"{name}_of"]
    return counted is not None and total is not None and 0 <= counted <= total and total >= 1


def _arm(finding, name, rate, scale):
    counted, total = finding[name], finding[f"{name}_of"]
    of_all = f"{counted:,}\u00a0of\u00a0{total:,}"
    treated = name == "absolute_intervention"
    arm = {"name": name, "group": finding["intervention"] if treated else compared_with(finding)}
    if finding["design"] in NOT_IN_PEOPLE:
        # A few animals are not a hundred people.
        return Arm(rate=of_all, counted="", rows=None, **arm)
    return Arm(
        rate=rate_text(counted, total, scale),
        counted=of_all if counted and total != scale else "",
        rows=people_rows(rounded(rate, scale)) if scale == PEOPLE_DRAWN else None,
        **arm,
    )


def compared_with(finding):
    return COMPARATOR_FOR_READERS.get(finding["comparator"], "")


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
    one, many = COUNTED_AS.get(design, ("person", "people"))
    taking_part = f"{finding['n']:,} {one if finding['n'] == 1 else many}" if finding["n"] else ""
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
