from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.clinical_rules import side_effects
from blog.clinical_rules.flags import Level
from blog.clinical_rules.side_effects import band_problems, number_problems, side_effect_problems
from blog.enums import Band
from blog.tests.frequencies import KNOWN_BANDS
from blog.tests.rules.contents import flags, found, ids, section
from blog.tests.rules.side_effect_tables import LABEL, LONG_STUDY, NOT_COUNTED, ROW, in_row, in_table, table


def test_a_complete_row_is_right():
    assert in_row() == []


@pytest.mark.parametrize(("numerator", "denominator", "band"), KNOWN_BANDS)
def test_only_the_band_of_the_numbers_is_right(numerator, denominator, band):
    numbers = {"numerator": numerator, "denominator": denominator, "not_known_reason": "not_studied"}
    for chosen in Band.values:
        expected = [] if chosen == band else [("SE-01", "b1", "rows.0.band", "dizziness")]
        assert in_row(**numbers, band=chosen) == expected


def test_the_right_band_is_named():
    assert band_problems(ROW | {"band": "common"}) == {
        "band": "31 out of 100 people is “very common”. Choose that, or correct the numbers."
    }
    nobody = band_problems(ROW | {"numerator": 0, "band": "very_rare"})
    assert nobody == {"band": "None of 100 people is “not known”: too few were counted to call it rarer."}


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 1_000))
def test_exactly_one_band_is_right_however_the_fraction_is_written(numerator, denominator, factor):
    numerator = min(numerator, denominator)
    right = [
        band
        for band in Band.values
        if not band_problems({"band": band, "numerator": numerator * factor, "denominator": denominator * factor})
    ]
    limits = [Fraction(1, 10), Fraction(1, 100), Fraction(1, 1_000), Fraction(1, 10_000)]
    below = sum(Fraction(numerator, denominator) < limit for limit in limits)
    assert right == [Band.values[below]]


@given(
    st.dictionaries(
        st.sampled_from([*ROW, "duration", "monitoring", "counted_in", "reversible", "severity"]),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=20)
        | st.sampled_from([*Band.values, "serious", "urgent", "months_or_long_term"])
        | st.lists(st.integers(), max_size=2)
        | st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    )
)
def test_no_row_however_odd_makes_the_rules_raise(row):
    assert isinstance(side_effect_problems(row), dict)
    in_table(row, row, source=row.get("source"), applies_to=row.get("band"), intro=row.get("term_plain"))


@pytest.mark.parametrize("odd", [None, [], {}, "rows", 3, ["x", None, {"type": "item"}]])
def test_a_section_without_effects_is_refused_and_never_raises(odd):
    body = section("side_effects", "b1", rows=odd)
    assert found(side_effects, body) == [("SE-11", "b1", "rows", "")] or odd == ["x", None, {"type": "item"}]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"denominator": None}, "denominator"),
        ({"numerator": None, **{f"comparator_{name}": None for name in ("numerator", "denominator")}}, "numerator"),
        ({"numerator": 101}, "numerator"),
        ({"numerator": -1}, "numerator"),
        ({"denominator": 0}, "denominator"),
        ({"comparator_denominator": None}, "comparator_denominator"),
        ({"comparator_numerator": 101}, "comparator_numerator"),
        ({"comparator_numerator": 0}, None),
    ],
)
def test_numbers_are_both_there_and_possible(fields, expected):
    at_fields = [("SE-04", "b1", f"rows.0.{expected}", "dizziness")] if expected else []
    assert [flag for flag in in_row(**fields) if flag[0] != "SE-17"] == at_fields


def test_a_rate_with_placebo_alone_compares_with_nothing():
    assert set(number_problems(ROW | {"numerator": None, "denominator": None})) == {"numerator"}
    assert number_problems(ROW | NOT_COUNTED) == {}


def test_a_frequency_needs_the_source_of_its_row_or_of_its_section():
    assert in_table(ROW, source=None) == [("SE-02", "b1", "rows.0.source", "dizziness")]
    assert in_table(ROW | {"source": 1}, source=None) == []
    # A source that has been deleted is none.
    assert in_table(ROW, source=99) == [("SE-02", "b1", "rows.0.source", "dizziness")]


def test_not_known_says_why():
    assert in_row(**NOT_COUNTED) == []
    without = in_row(**NOT_COUNTED | {"not_known_reason": ""})
    assert without == [("SE-03", "b1", "rows.0.not_known_reason", "dizziness")]


def test_nobody_among_too_few_people_is_a_reason_of_its_own():
    assert in_row(numerator=0, denominator=120, band="not_known") == []


def test_the_same_effect_twice_is_refused_at_the_second():
    assert in_table(ROW, ROW | {"term_plain": " Dizziness"}) == [("SE-07", "b1", "rows.1.term_plain", "Dizziness")]
    assert in_table(ROW, ROW | {"term_plain": "dizziness when standing up"}) == []


@pytest.mark.parametrize("field", ["term_plain", "seriousness", "onset", "what_to_do", "band"])
@pytest.mark.parametrize("value", ["", None, 3])
def test_each_effect_is_complete(field, value):
    assert ("SE-09", f"rows.0.{field}") in [(rule, path) for rule, _block, path, _quote in in_row(**{field: value})]


def test_a_choice_that_does_not_exist_is_none():
    assert in_row(seriousness="awful") == [("SE-09", "b1", "rows.0.seriousness", "dizziness")]


@pytest.mark.parametrize("applies_to", [{}, None, {"medicine": " ", "population": ""}, "all"])
def test_a_table_says_what_it_is_about(applies_to):
    assert in_table(ROW, applies_to=applies_to) == [("SE-10", "b1", "applies_to", "")]
    assert in_table(ROW, applies_to={"population": "227 adults"}) == []


@pytest.mark.parametrize("term", ["hypertension", "Severe hypertension", "raised blood pressure or syncope", "nausea"])
def test_a_medical_word_alone_is_jargon(term):
    assert in_row(term_plain=term) == [("SE-12", "b1", "rows.0.term_plain", term)]


@pytest.mark.parametrize(
    "term", ["high blood pressure (hypertension)", "hypertension (high blood pressure)", "feeling sick", "dizziness"]
)
def test_a_medical_word_with_its_plain_words_is_none(term):
    assert in_row(term_plain=term) == []


@pytest.mark.parametrize("field", ["duration", "monitoring", "counted_in", "term_medical"])
def test_percent_in_a_row_mixes_two_ways_to_count(field):
    assert in_row(**{field: "in 5 % of people"}) == [("SE-13", "b1", f"rows.0.{field}", "dizziness: in 5 % of people")]
    assert in_row(**{field: "in 5 of 100 people"}) == []


def test_percent_above_a_table_of_people_too():
    intro = "<p>Counted in 227 adults.</p><p>About 31% were dizzy.</p>"
    assert in_table(ROW, intro=intro) == [("SE-13", "b1", "intro", "About 31% were dizzy.")]
    assert in_table(ROW | NOT_COUNTED, intro=intro) == []


def test_numbers_from_elsewhere_say_whom_they_were_counted_in():
    headache = ROW | {"term_plain": "headache", "source": 2}
    quote = "headache: 31 of 100; very common; during treatment"
    assert in_table(ROW, headache) == [("SE-14", "b1", "rows.1.counted_in", quote)]
    assert in_table(ROW, headache | {"counted_in": "115 older adults"}) == []
    assert in_table(ROW, headache | {"source": 1}) == []
    assert in_table(ROW, headache | NOT_COUNTED) == []


def test_without_a_source_of_the_section_the_first_row_sets_the_people():
    rows = [ROW | {"source": 1}, ROW | {"term_plain": "headache", "source": 2}]
    assert [flag[:3] for flag in in_table(*rows, source=None)] == [("SE-14", "b1", "rows.1.counted_in")]


@pytest.mark.parametrize("changed", [{"numerator": 32}, {"denominator": 101}, {"onset": "hours"}, {"band": "common"}])
def test_an_answer_is_for_the_numbers_that_it_was_given_for(changed):
    def digest(row):
        told = flags(side_effects, table(ROW, row), cited=[LABEL, LONG_STUDY])
        return [flag.quote_digest for flag in told if flag.rule is side_effects.COUNTED_IN]

    headache = ROW | {"term_plain": "headache", "source": 2}
    assert digest(headache) != digest(headache | changed)
    assert len(digest(headache | changed)) == 1


def test_not_known_by_a_source_names_the_source():
    unknown = ROW | NOT_COUNTED | {"not_known_reason": "source_does_not_say"}
    [(rule, _block, field, quote)] = in_table(unknown, source=None)
    assert (rule, field) == ("SE-16", "rows.0.source")
    assert quote.startswith("dizziness: not known; ")
    assert in_table(unknown) == []
    assert in_table(unknown | {"not_known_reason": "not_studied"}, source=None) == []


def test_numbers_without_a_comparison_are_warned_of_once_for_a_table():
    alone = {"comparator_numerator": None, "comparator_denominator": None}
    rows = [ROW | alone, ROW | alone | {"term_plain": "headache"}, ROW | {"term_plain": "sleepiness"}]
    assert in_table(*rows) == [("SE-17", "b1", "rows", "dizziness, headache")]
    assert side_effects.COMPARATOR.level == Level.WARN


def test_what_stands_in_a_typed_field_cannot_be_waived():
    blocking = [rule for rule in side_effects.RULES if rule.level == Level.BLOCK]
    assert len(blocking) == 12
    assert not any(rule.waivable for rule in blocking)


def test_each_table_is_checked():
    second = table(ROW | {"band": "common"}, block_id="b2")
    assert found(side_effects, table(ROW), second, cited=[LABEL]) == [("SE-01", "b2", "rows.0.band", "dizziness")]
    assert ids(side_effects) == []
