from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.clinical_rules import evidence
from blog.clinical_rules.evidence import finding_problems, number
from blog.tests.rules.contents import flags, found, listed, section

FINDING = {
    "claim": "Some people felt better within a day.",
    "design": "rct",
    "population": "adults",
    "n": 200,
    "intervention": "examplamine",
    "comparator": "placebo",
    "outcome_measure": "Symptoms fell by half",
    "timepoint": "after 24 hours",
    "effect_type": "risk_ratio",
    "effect": "2.41",
    "ci_low": "1.48",
    "ci_high": "3.93",
    "p": "<.001",
    "absolute_intervention": 41,
    "absolute_intervention_of": 100,
    "absolute_control": 17,
    "absolute_control_of": 100,
    "direction": "helps",
    "certainty": "low",
    "not_known": "How long it lasts.",
    "limitations": "Few people.",
    "funding_of_study": "",
    "source": 1,
}
WITHOUT_ABSOLUTES = dict.fromkeys(name for name in FINDING if name.startswith("absolute_"))
DIFFERENCE = WITHOUT_ABSOLUTES | {"effect_type": "difference", "effect": "-3.16", "ci_low": "-8.54", "ci_high": "-2.22"}


def findings(*rows, block_id="b1"):
    return section("evidence", block_id, intro="", findings=listed(*(FINDING | row for row in rows)))


def flagged(**fields):
    """`{field: rule}` for one finding with these fields."""
    return {
        field.removeprefix("findings.0."): rule for rule, _block, field, _quote in found(evidence, findings(fields))
    }


def test_a_complete_finding_is_right():
    assert flagged() == {}
    assert flagged(**DIFFERENCE) == {}


@pytest.mark.parametrize("name", list(evidence.FACTS))
@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_what_readers_need_to_judge_a_finding_has_to_be_there(name, nothing):
    assert flagged(**{name: nothing})[name] == "EVID-01"


@pytest.mark.parametrize("name", ["design", "comparator", "direction", "certainty"])
def test_a_choice_that_is_none_counts_as_missing(name):
    assert flagged(**{name: "whatever"})[name] == "EVID-01"


def test_what_is_missing_is_told_at_its_field():
    assert found(evidence, findings({}, {"population": ""})) == [("EVID-01", "b1", "findings.1.population", "")]


def test_a_section_of_evidence_has_findings():
    assert found(evidence, section("evidence", findings=[])) == [("EVID-12", "b1", "findings", "")]


@pytest.mark.parametrize("n", [0, -1, "many", 1.5, True])
def test_nobody_is_no_study(n):
    assert found(evidence, findings({"n": n} | WITHOUT_ABSOLUTES | DIFFERENCE)) == [
        ("EVID-02", "b1", "findings.0.n", str(n))
    ]


def test_one_person_is_a_study():
    assert "n" not in flagged(n=1)


@pytest.mark.parametrize("arm", ["absolute_intervention", "absolute_control"])
@pytest.mark.parametrize(
    ("counted", "total", "wrong"),
    [
        (0, 100, None),
        (100, 100, None),
        (101, 100, ""),
        (-1, 100, ""),
        (1, 0, "_of"),
        (0, 0, "_of"),
        (1, None, "_of"),
        (None, 100, ""),
        ("1", 100, ""),
    ],
)
def test_of_so_many_people_no_more_than_all_and_no_fewer_than_none(arm, counted, total, wrong):
    expected = {} if wrong is None else {f"{arm}{wrong}": "EVID-03"}
    assert flagged(**{arm: counted, f"{arm}_of": total}) == expected


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"effect": "4"}, "effect"),
        ({"effect": "1.48"}, None),
        ({"ci_low": "5", "ci_high": "4"}, "ci_low"),
        ({"ci_high": None}, "ci_high"),
        ({"ci_low": ""}, "ci_low"),
        ({"effect": None}, "effect"),
        ({"effect": None, "ci_low": None, "ci_high": None}, "effect"),
        ({"effect_type": ""}, "effect_type"),
        ({"effect_type": "other"}, "effect_type"),
        ({"effect": "two"}, "effect"),
        ({"ci_low": "-1"}, "ci_low"),
        ({"ci_low": None, "ci_high": None}, None),
        ({"effect_type": "response_percent", "effect": "41", "ci_low": "31", "ci_high": "101"}, "ci_high"),
        ({"effect_type": "response_percent", "effect": "41", "ci_low": "31", "ci_high": "51"}, None),
    ],
)
def test_an_effect_lies_in_its_interval_and_has_a_kind(fields, wrong):
    assert flagged(**fields) == ({wrong: "EVID-04"} if wrong else {})


@pytest.mark.parametrize(
    ("kind", "low", "high", "crosses"),
    [
        ("difference", "-8.54", "2.22", True),
        ("difference", "-8.54", "0", True),
        ("difference", "-8.54", "-0.01", False),
        ("risk_ratio", "0.8", "3", True),
        ("odds_ratio", "1.0", "3", True),
        ("odds_ratio", "1.01", "3", False),
        ("risk_ratio", "0.1", "0.99", False),
        ("response_percent", "0", "3", False),
    ],
)
def test_an_interval_that_includes_no_effect_shows_no_difference(kind, low, high, crosses):
    fields = {"effect_type": kind, "effect": low, "ci_low": low, "ci_high": high}
    assert flagged(**fields) == ({"direction": "EVID-05"} if crosses else {})
    assert flagged(**fields, direction="no_clear_difference") == flagged(**fields, direction="mixed") == {}
    assert flagged(**fields, direction="harms") == flagged(**fields)


@pytest.mark.parametrize("fields", [{"comparator": "none"}, {"design": "case_series"}])
def test_without_a_comparison_certainty_is_low_at_most(fields):
    for certainty in ("high", "moderate"):
        assert flagged(**fields, certainty=certainty) == {"certainty": "EVID-06"}
        assert flagged(certainty=certainty) == {}
    for certainty in ("low", "very_low"):
        assert flagged(**fields, certainty=certainty) == {}


@pytest.mark.parametrize("kind", ["risk_ratio", "odds_ratio"])
def test_a_ratio_has_the_numbers_of_people_beside_it(kind):
    missing = {"absolute_intervention": "EVID-07", "absolute_control": "EVID-07"}
    assert flagged(effect_type=kind, **WITHOUT_ABSOLUTES) == missing
    assert flagged(effect_type=kind) == {}


def test_a_group_larger_than_the_study_is_questioned():
    assert flagged(n=99) == {"absolute_intervention_of": "EVID-09", "absolute_control_of": "EVID-09"}
    assert flagged(n=100) == {}


@pytest.mark.parametrize(
    ("p", "doubtful"), [(".25", True), ("0.05", True), ("p = .3", True), ("<.05", False), (".04", False)]
)
def test_a_difference_that_chance_may_explain_is_questioned(p, doubtful):
    fields = DIFFERENCE | {"ci_low": None, "ci_high": None, "p": p}
    assert flagged(**fields) == ({"direction": "EVID-10"} if doubtful else {})
    assert flagged(**fields | {"direction": "no_clear_difference"}) == {}


def test_a_finding_and_its_source_are_one_kind_of_study():
    cited = [{"id": 1, "design": "cohort"}]
    quote = "Some people felt better within a day.: rct"
    assert found(evidence, findings({}), cited=cited) == [("EVID-11", "b1", "findings.0.design", quote)]
    assert found(evidence, findings({"design": "cohort"}), cited=cited) == []
    assert found(evidence, findings({}), cited=[{"id": 1, "design": ""}]) == []


def test_an_answer_is_for_one_finding_and_its_value():
    doubtful = DIFFERENCE | {"ci_low": None, "ci_high": None, "p": ".25"}
    rows = [doubtful, doubtful | {"claim": "Some slept."}, doubtful | {"p": ".5"}, doubtful | {"direction": "harms"}]
    cited = [{"id": 1, "design": "cohort"}]
    told = [(flag.rule.id, flag.quote_digest) for flag in flags(evidence, findings(*rows), cited=cited)]
    assert len({digest for rule, digest in told if rule == "EVID-10"}) == 4
    # The kind of study is the same in three of them.
    assert len({digest for rule, digest in told if rule == "EVID-11"}) == 2


def key_points(source):
    return section("key_points", "k1", points=listed({"text": "It may help.", "source": source}))


@pytest.mark.parametrize("design", ["animal", "in_vitro"])
def test_a_key_point_does_not_rest_on_animals_or_cells(design):
    mice = findings({"design": design})
    assert found(evidence, key_points(1), mice) == [("EVID-08", "k1", "points.0.source", "It may help.")]
    assert found(evidence, key_points(2), mice) == []
    # A paper may report both, and the rule for key points tells what is recorded with the source.
    assert found(evidence, key_points(1), findings({"design": design}, {})) == []


def test_a_problem_at_a_field_is_told_once_and_the_most_basic_first():
    problems = finding_problems(FINDING | {"n": None, "direction": "", "ci_low": "0.5"})
    assert problems == {"n": evidence.FACTS["n"], "direction": evidence.FACTS["direction"]}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("1.70", Decimal("1.7")),
        (Decimal("-3"), Decimal(-3)),
        (3, Decimal(3)),
        (" .5 ", Decimal("0.5")),
        *((odd, None) for odd in (None, "", "NaN", "Infinity", "1E+999999999", True, [], {}, "1,5")),
    ],
)
def test_numbers_are_read_from_their_text(value, meant):
    assert number(value) == meant


ODD = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.lists(st.integers(), max_size=2)
)


@given(st.dictionaries(st.sampled_from(list(FINDING)), ODD | st.decimals()))
def test_no_finding_makes_the_rules_raise(row):
    found(evidence, section("evidence", findings=listed(row)), key_points(row.get("source")))
    finding_problems(row)
