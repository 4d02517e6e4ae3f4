import pytest

from blog.clinical_rules import interactions
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, ids, listed, section

SOURCE = {"id": 1, "kind": "label"}
ON_NERVES = {"id": 9, "generic_name": "examplamine", "acts_on_nervous_system": True}
ROW = {
    "agent": "Examplitol",
    "agent_type": "medicine",
    "severity": "contraindicated",
    "effect": "Your blood pressure can rise.",
    "advice": "Do not have both within two weeks.",
    "onset": "",
    "source": 1,
}
ALCOHOL = ROW | {"agent": "Alcohol", "agent_type": "alcohol", "severity": "major", "advice": "Do not drink that day."}


def combined(*rows, block_id="b1", **fields):
    return section("interactions", block_id, **{"rows": listed(*rows)} | fields)


def in_section(*rows, medicine=None, **fields):
    return found(interactions, combined(*rows, **fields), cited=[SOURCE], medicine=medicine)


def test_an_interaction_with_advice_and_source_is_right():
    assert in_section(ROW, ALCOHOL, medicine=ON_NERVES) == []


@pytest.mark.parametrize("severity", ["contraindicated", "major"])
@pytest.mark.parametrize(
    "advice",
    ["Be aware", "Please be aware of this.", "Be careful!", "Use with caution.", "Take care", "Caution is advised"],
)
def test_a_dangerous_combination_needs_more_than_beware(severity, advice):
    row = ROW | {"severity": severity, "advice": advice}
    assert in_section(row) == [("INT-01", "b1", "rows.0.advice", advice)]


@pytest.mark.parametrize("severity", ["moderate", "minor"])
def test_a_mild_one_does_not(severity):
    assert in_section(ROW | {"severity": severity, "advice": "Be aware of this."}) == []


@pytest.mark.parametrize(
    "advice", ["Be aware that you must not drive. Call us.", "Take care to leave two weeks between."]
)
def test_advice_that_goes_on_is_advice(advice):
    assert in_section(ROW | {"advice": advice}) == []


def test_a_medicine_for_the_nervous_system_says_what_alcohol_does():
    assert in_section(ROW, medicine=ON_NERVES) == [("INT-02", "b1", "rows", "")]
    assert interactions.ALCOHOL.level == Level.WARN
    assert in_section(ROW, medicine=ON_NERVES, no_known_alcohol_interaction=True) == []


@pytest.mark.parametrize("medicine", [None, {}, ON_NERVES | {"acts_on_nervous_system": False}])
def test_others_need_not(medicine):
    assert in_section(ROW, medicine=medicine) == []


def test_an_answer_in_another_section_of_the_kind_is_one():
    both = combined(ROW), combined(ALCOHOL, block_id="b2")
    assert found(interactions, *both, cited=[SOURCE], medicine=ON_NERVES) == []


@pytest.mark.parametrize("field", ["agent", "agent_type", "severity", "effect", "advice"])
@pytest.mark.parametrize("value", ["", " ", None, 3])
def test_each_interaction_is_complete(field, value):
    quote = "" if field == "agent" else "Examplitol"
    assert in_section(ROW | {field: value}) == [("INT-03", "b1", f"rows.0.{field}", quote)]


@pytest.mark.parametrize("source", [None, 99, [], True])
def test_each_interaction_has_a_source(source):
    cited = [SOURCE]
    flags = found(interactions, combined(ROW | {"source": source}), cited=cited)
    assert flags == [("INT-03", "b1", "rows.0.source", "Examplitol")]


def test_alcohol_cannot_interact_and_not_interact():
    refused = in_section(ALCOHOL, no_known_alcohol_interaction=True)
    assert refused == [("INT-04", "b1", "no_known_alcohol_interaction", "")]
    assert in_section(ROW, no_known_alcohol_interaction=True) == []


def test_a_section_names_something():
    assert in_section() == [("INT-05", "b1", "rows", "")]
    assert in_section(no_known_alcohol_interaction=True) == []


@pytest.mark.parametrize("odd", [None, [], {}, "rows", 3, ["x", None], [{"value": {"severity": []}}]])
def test_odd_drafts_do_not_raise(odd):
    assert isinstance(ids(interactions, section("interactions", rows=odd, intro=odd), medicine=odd, cited=odd), list)
