"""What a side effect asks of readers, the cards that tell them whom to call, and what comes late."""

import pytest

from blog.clinical_rules import side_effects
from blog.tests.rules.contents import found, section
from blog.tests.rules.side_effect_tables import LABEL, LONG_STUDY, ROW, in_row, in_table, table


def card(level):
    return section("care_card", "c1", level=level, heading="Call us if:")


@pytest.mark.parametrize("answer", ["wait", "tell_your_clinic_at_next_visit", ""])
def test_a_serious_effect_needs_a_call(answer):
    assert in_row(seriousness="serious", what_to_do=answer) == [("SE-05", "b1", "rows.0.what_to_do", "dizziness")]


def test_a_serious_effect_with_a_call_today_needs_no_card():
    assert in_row(seriousness="serious", what_to_do="call_your_clinic_today") == []


@pytest.mark.parametrize(("answer", "other"), [("urgent", "emergency"), ("emergency", "urgent")])
def test_urgent_advice_needs_a_care_card_of_its_level(answer, other):
    row = table(ROW | {"what_to_do": answer})
    missing = [("SE-06", "b1", "rows.0.what_to_do", "dizziness")]
    assert found(side_effects, row, cited=[LABEL]) == missing
    assert found(side_effects, row, card(other), cited=[LABEL]) == missing
    assert found(side_effects, row, card(answer), cited=[LABEL]) == []


@pytest.mark.parametrize(
    ("answer", "named", "is_there"),
    [
        ("wait", "Call us if", True),
        ("wait", " CALL US IF: ", True),
        ("urgent", "Call us if:", True),
        ("urgent", "Call them if:", False),
        ("wait", "Call them if:", False),
    ],
)
def test_a_care_card_that_a_row_names_is_there(answer, named, is_there):
    row = table(ROW | {"what_to_do": answer, "care_card": named})
    expected = [] if is_there else [("SE-18", "b1", "rows.0.care_card", "dizziness")]
    assert found(side_effects, row, card("urgent"), cited=[LABEL]) == expected


def test_a_named_care_card_is_as_urgent_as_its_row():
    row = table(ROW | {"what_to_do": "emergency", "care_card": "Call us if:"})
    other = section("care_card", "c2", level="emergency", heading="Call 911 now if:")
    found_flags = found(side_effects, row, card("urgent"), other, cited=[LABEL])
    assert found_flags == [("SE-18", "b1", "rows.0.care_card", "dizziness")]


def test_a_long_term_effect_needs_a_long_study():
    late = {"term_plain": "bladder problems", "onset": "months_or_long_term"}
    refused = [("SE-08", "b1", "rows.0.onset", "bladder problems")]
    assert in_row(**late) == refused
    assert in_table(ROW | late, source=2) == []
    short = LONG_STUDY | {"follow_up_months": 5}
    assert found(side_effects, table(ROW | late, source=2), cited=[short]) == refused


@pytest.mark.parametrize(
    "said",
    [
        {"monitoring": "Seen with repeated use."},
        {"intro": "<p>Some of these come with <b>long-term</b> heavy use.</p>"},
        {"applies_to": {"population": "40 people with chronic use"}},
        {"duration": "in people who had it regularly"},
        {"duration": "in people who took it daily"},
        {"duration": "in long-term users"},
    ],
)
def test_or_the_text_says_that_it_comes_with_repeated_use(said):
    late = {"term_plain": "bladder problems", "onset": "months_or_long_term"}
    of_row = {name: text for name, text in said.items() if name in ("monitoring", "duration")}
    of_section = {name: value for name, value in said.items() if name not in of_row}
    assert in_table(ROW | late | of_row, **of_section) == []


def test_a_long_effect_is_no_repeated_use():
    late = {"term_plain": "bladder problems", "onset": "months_or_long_term"}
    assert [flag[0] for flag in in_table(ROW | late, intro="<p>Long-term effects can last.</p>")] == ["SE-08"]


@pytest.mark.parametrize("term", ["elevated blood pressure", "hazy vision", "dizziness", "feeling sick"])
def test_an_effect_of_the_day_is_not_called_long_term(term):
    intro = "<p>Long-term adverse consequences of infusions may include:</p>"
    unsaid = ROW | {"term_plain": term, "onset": "not_known"}
    quote = f"{term}: 31 of 100; very common; not known"
    assert in_table(unsaid, intro=intro) == [("SE-15", "b1", "rows.0.onset", quote)]
    assert in_table(unsaid | {"onset": "during"}, intro=intro) == []
    assert in_table(unsaid, intro="<p>Side effects may include:</p>") == []
    assert in_table(unsaid | {"term_plain": "bladder problems"}, intro=intro) == []
