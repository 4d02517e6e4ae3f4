"""Findings of studies: numbers that can be, and words that claim no more than the numbers do."""

from decimal import Decimal, InvalidOperation

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import people, words
from blog.enums import Certainty, Comparator, Direction, EffectType, StudyDesign

NOT_IN_PEOPLE = {StudyDesign.ANIMAL, StudyDesign.IN_VITRO}
RELATIVE = {EffectType.RISK_RATIO, EffectType.ODDS_RATIO}
# The value of each kind of effect that says: the groups do not differ.
NO_EFFECT = {EffectType.DIFFERENCE: 0, EffectType.RISK_RATIO: 1, EffectType.ODDS_RATIO: 1}
SAYS_NO_MORE_THAN_THAT = {Direction.NO_CLEAR_DIFFERENCE, Direction.MIXED}
TOO_SURE = {Certainty.HIGH, Certainty.MODERATE}
LONGEST = 12
ARMS = ("absolute_intervention", "absolute_control")
FACTS = {
    "claim": "Say in a sentence what was found.",
    "design": "Choose what kind of study it was.",
    "population": "Say who took part.",
    "n": "Say how many took part.",
    "intervention": "Say what they were given: product, route and dose.",
    "comparator": "Choose what it was compared with, or “None”.",
    "outcome_measure": "Say what was measured.",
    "timepoint": "Say when it was measured.",
    "direction": "Choose what came out.",
    "certainty": "Choose how sure anyone can be of it.",
    "not_known": "Say what the study does not tell.",
    "limitations": "Say what weakens the study.",
    "source": "Choose the source.",
}
CHOICES = {
    "design": frozenset(StudyDesign.values),
    "comparator": frozenset(Comparator.values),
    "direction": frozenset(Direction.values),
    "certainty": frozenset(Certainty.values),
}

FACT_MISSING = Rule(
    "EVID-01", Level.BLOCK, "A finding lacks something readers need to judge it", "DISCERN 8, GRADE", waivable=False
)
NOBODY_COUNTED = Rule("EVID-02", Level.BLOCK, "A finding from fewer than one participant", "DISCERN 8", waivable=False)
IMPOSSIBLE_COUNT = Rule("EVID-03", Level.BLOCK, "Counts that no group can have", "DISCERN 8", waivable=False)
INTERVAL = Rule(
    "EVID-04", Level.BLOCK, "An effect and an interval that do not fit together", "CONSORT 17a", waivable=False
)
DIRECTION = Rule(
    "EVID-05",
    Level.BLOCK,
    "A difference is claimed that the interval does not show",
    "GRADE: imprecision",
    waivable=False,
)
CERTAINTY = Rule(
    "EVID-06", Level.BLOCK, "More certainty than a study without a comparison gives", "GRADE", waivable=False
)
ABSOLUTES = Rule(
    "EVID-07", Level.BLOCK, "A relative effect without the numbers of people behind it", "CONSORT 17b", waivable=False
)
NOT_SHOWN_IN_PEOPLE = Rule(
    "EVID-08",
    Level.BLOCK,
    "A key point rests on what was not shown in people",
    "FTC Health Products Compliance Guidance",
    waivable=False,
)
MORE_THAN_TOOK_PART = Rule("EVID-09", Level.WARN, "A group is larger than the study", "DISCERN 8")
CHANCE = Rule("EVID-10", Level.WARN, "A difference is claimed that may be chance", "GRADE: imprecision")
OTHER_DESIGN = Rule("EVID-11", Level.WARN, "A finding and its source name different kinds of study", "DISCERN 4")
NO_FINDINGS = Rule("EVID-12", Level.BLOCK, "A section of evidence without a finding", "DISCERN 4", waivable=False)


def number(value):
    """`value`, a Decimal or its text, as a Decimal; None for what is no number that a study could report."""
    if value is None or isinstance(value, bool):
        return None
    try:
        found = Decimal(str(value).strip())
    except (InvalidOperation, ValueError):
        return None
    # Written out, an exponent of a million would fill the memory.
    return found if found.is_finite() and abs(found.adjusted()) <= LONGEST else None


def bare_p(value):
    """A p as it stands behind “p =”: `.25`, `<.001`."""
    return str(value or "").strip().removeprefix("p").removeprefix("P").lstrip(" =")


def given(value):
    """Whether anything stands in a field."""
    return bool(value.strip()) if isinstance(value, str) else value is not None


def fact_problems(row):
    missing = {name: message for name, message in FACTS.items() if not given(row.get(name))}
    return missing | {name: FACTS[name] for name, kind in CHOICES.items() if words(row, name) not in kind}


def participant_problems(row):
    count = people(row, "n")
    if given(row.get("n")) and (count is None or count < 1):
        return {"n": "Write a whole number of participants, 1 or more."}
    return {}


def count_problems(row):
    """Each arm has both of its numbers or neither, and 0 ≤ x ≤ N with N ≥ 1."""
    found = {}
    for arm in ARMS:
        counted, total = people(row, arm), people(row, f"{arm}_of")
        missing = [name for name in (arm, f"{arm}_of") if not given(row.get(name))]
        if len(missing) == 2:
            continue
        if missing:
            found[missing[0]] = "Give both numbers, or neither."
        elif counted is None or counted < 0:
            found[arm] = "Write a whole number of people, 0 or more."
        elif total is None or total < 1:
            found[f"{arm}_of"] = "Write how many people there were in all, 1 or more."
        elif counted > total:
            found[arm] = f"{counted:,} is more people than the {total:,} who were counted."
    return found


def interval_problems(row):
    """The effect has a kind, lies in its interval, and is a number that its kind can have."""
    kind, names = words(row, "effect_type"), ("effect", "ci_low", "ci_high")
    stated = [name for name in names if given(row.get(name))]
    values = {name: number(row.get(name)) for name in names}
    if not stated:
        return {"effect": "Write the effect, or leave its kind blank."} if kind else {}
    if wrong := [name for name in stated if values[name] is None]:
        return dict.fromkeys(wrong, "Write a number, such as 1.7.")
    if "effect" not in stated:
        return {"effect": "An interval belongs to an effect. Write the effect too."}
    if kind not in EffectType.values:
        return {"effect_type": "Choose what kind of effect this number is."}
    if outside := [name for name in stated if not _possible(kind, values[name])]:
        return dict.fromkeys(
            outside, "A ratio is above 0." if kind in RELATIVE else "Write a percentage from 0 to 100."
        )
    effect, low, high = values.values()
    if (low is None) != (high is None):
        return {"ci_low" if low is None else "ci_high": "Give both ends of the interval, or neither."}
    if low is not None and low > high:
        return {"ci_low": "The lower end of the interval is above its upper end."}
    if low is not None and not low <= effect <= high:
        return {"effect": f"The effect, {effect}, lies outside its interval from {low} to {high}."}
    return {}


def direction_problems(row):
    """An interval that includes no effect allows only “no clear difference” or “mixed”."""
    neutral = NO_EFFECT.get(words(row, "effect_type"))
    low, high = number(row.get("ci_low")), number(row.get("ci_high"))
    if neutral is None or low is None or high is None or not low <= neutral <= high or interval_problems(row):
        return {}
    if words(row, "direction") in SAYS_NO_MORE_THAN_THAT | {""}:
        return {}
    message = f"The interval from {low} to {high} includes {neutral}, so perhaps nothing differs."
    return {"direction": f"{message} Choose “{Direction.NO_CLEAR_DIFFERENCE.label}” or “{Direction.MIXED.label}”."}


def certainty_problems(row):
    if words(row, "certainty") not in TOO_SURE:
        return {}
    if words(row, "design") == StudyDesign.CASE_SERIES:
        return {"certainty": "Reports on single people give low certainty at most. Choose low or very low."}
    if words(row, "comparator") == Comparator.NONE:
        return {"certainty": "Without a comparison, certainty is low at most. Choose low or very low."}
    return {}


def absolute_problems(row):
    if words(row, "effect_type") not in RELATIVE:
        return {}
    missing = [arm for arm in ARMS if not given(row.get(arm)) and not given(row.get(f"{arm}_of"))]
    return dict.fromkeys(missing, "A ratio alone misleads. Give how many people out of how many, in both groups.")


def size_problems(row):
    taking_part = people(row, "n")
    sizes = {f"{arm}_of": people(row, f"{arm}_of") for arm in ARMS}
    return {
        name: f"This group has {size:,} people, and the whole study {taking_part:,}. Check both numbers."
        for name, size in sizes.items()
        if taking_part is not None and size is not None and size > taking_part >= 1
    }


def chance_problems(row):
    """A p of .05 or more beside a claimed difference, where no interval tells more."""
    p = number(bare_p(row.get("p")).lstrip(" >≥"))
    if p is None or not Decimal("0.05") <= p <= 1 or given(row.get("ci_low")) or given(row.get("ci_high")):
        return {}
    if words(row, "direction") in SAYS_NO_MORE_THAN_THAT | {""}:
        return {}
    return {"direction": f"With p = {p} chance may explain this. Say so, or choose “No clear difference”."}


# What keeps a finding from being handed in, the most basic first: of two problems at one field the first is told.
CHECKS = (
    (FACT_MISSING, fact_problems),
    (NOBODY_COUNTED, participant_problems),
    (IMPOSSIBLE_COUNT, count_problems),
    (INTERVAL, interval_problems),
    (DIRECTION, direction_problems),
    (CERTAINTY, certainty_problems),
    (ABSOLUTES, absolute_problems),
)
DOUBTS = ((MORE_THAN_TOOK_PART, size_problems), (CHANCE, chance_problems))
RULES = (*(rule for rule, _check in CHECKS + DOUBTS), NOT_SHOWN_IN_PEOPLE, OTHER_DESIGN, NO_FINDINGS)


def finding_problems(row):
    """Problems by field that keep a finding from being handed in."""
    found = {}
    for _rule, check in CHECKS:
        found = check(row) | found
    return found


def find(document):
    for block in document.of_kind("evidence"):
        rows = block.rows("findings")
        if not rows:
            yield Flag(NO_FINDINGS, "Add a finding, or take the section out.", "", block.id, "findings")
        for index, row in enumerate(rows):
            for rule, check in CHECKS + DOUBTS:
                for name, message in check(row).items():
                    quote = _doubted(row, name, "p") if rule is CHANCE else _quoted(row.get(name))
                    yield Flag(rule, message, quote, block.id, f"findings.{index}.{name}")
            yield from _other_design(document, block, index, row)
    yield from _key_points(document)


def _other_design(document, block, index, row):
    recorded, stated = words(document.cited.get(_source(row)) or {}, "design"), words(row, "design")
    if recorded in StudyDesign.values and stated and stated != recorded:
        message = f"Its source is recorded as: {StudyDesign(recorded).label.lower()}. Correct the one or the other."
        yield Flag(OTHER_DESIGN, message, _doubted(row, "design"), block.id, f"findings.{index}.design")


def _key_points(document):
    """Key points may not lean on animals or cells; a source that also reports a finding in people may be cited.

    A source that is recorded as such a study itself is told by the rule for key points.
    """
    rows = [row for block in document.of_kind("evidence") for row in block.rows("findings")]
    in_people = {_source(row) for row in rows if words(row, "design") and not _outside_people(row)}
    elsewhere = {_source(row) for row in rows if _outside_people(row)} - in_people - {None}
    for block in document.of_kind("key_points"):
        for index, point in enumerate(block.rows("points")):
            source = _source(point)
            if source in elsewhere and not _outside_people(document.cited.get(source) or {}):
                message = "Its source stands below as a study of animals or cells. Cite a study in people instead."
                yield Flag(NOT_SHOWN_IN_PEOPLE, message, words(point, "text"), block.id, f"points.{index}.source")


def _outside_people(row):
    return words(row, "design") in NOT_IN_PEOPLE


def _possible(kind, value):
    if kind in RELATIVE:
        return value > 0
    return kind != EffectType.RESPONSE_PERCENT or 0 <= value <= 100


def _source(row):
    value = row.get("source")
    return value if isinstance(value, int) else None


def _doubted(row, *names):
    """What an answer is bound to: these values, and whose they are."""
    return ": ".join(filter(None, (words(row, "claim"), ", ".join(_quoted(row.get(name)) for name in names))))


def _quoted(value):
    return str(value) if given(value) else ""
