import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.clinical_rules import alternatives
from blog.tests.rules.contents import found, listed, section

THERAPY = {
    "name": "Talking therapy",
    "kind": "talking_therapy",
    "one_line": "You meet a therapist.",
    "benefits": "It may help for longer.",
    "downsides": "It takes some weeks.",
    "offered_here": False,
}
NONE = THERAPY | {"name": "No treatment", "kind": "no_treatment", "one_line": "You wait."}
OURS = THERAPY | {"name": "Another medicine", "kind": "medicine", "offered_here": True}


def choices(*options, without="It can last or come back."):
    return section("alternatives", intro="", options=listed(*options), what_if_no_treatment=without)


def test_another_treatment_elsewhere_and_none_are_choices():
    assert found(alternatives, choices(THERAPY, NONE)) == []
    assert found(alternatives, choices(THERAPY, OURS, NONE)) == []


@pytest.mark.parametrize("options", [[], [THERAPY], [NONE]])
def test_one_choice_is_none(options):
    assert found(alternatives, choices(*options)) == [("ALT-01", "b1", "options", "")]


def test_no_treatment_is_one_of_the_choices():
    assert found(alternatives, choices(THERAPY, OURS)) == [("ALT-02", "b1", "options", "")]


@pytest.mark.parametrize("none", [NONE, NONE | {"offered_here": True}])
def test_a_treatment_is_named_that_the_clinic_does_not_offer(none):
    assert found(alternatives, choices(OURS, none)) == [("ALT-03", "b1", "options", "")]


@pytest.mark.parametrize("nothing", ["", " ", None])
def test_it_is_said_what_happens_without_treatment(nothing):
    expected = [("ALT-04", "b1", "what_if_no_treatment", "")]
    assert found(alternatives, choices(THERAPY, NONE, without=nothing)) == expected


@pytest.mark.parametrize("name", list(alternatives.FACTS))
def test_each_choice_is_complete(name):
    told = found(alternatives, choices(THERAPY, NONE, OURS | {name: None}))
    assert told == [("ALT-05", "b1", f"options.2.{name}", "" if name == "name" else "Another medicine")]


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("It costs about $400 a month.", "costs about"),
        ("It takes £30 a visit.", "£30"),
        ("A cheaper way.", "cheaper"),
        ("An affordable choice.", "affordable"),
        ("We give a discount.", "discount"),
    ],
)
def test_treatments_are_not_compared_by_price(text, price):
    told = found(alternatives, choices(THERAPY, NONE, OURS | {"benefits": text}))
    assert ("ALT-06", "b1", "options.2.benefits", price) in told


@pytest.mark.parametrize(
    "text", ["Support groups are free.", "It costs time and effort.", "Of 40 people 4 stayed well."]
)
def test_effort_and_numbers_of_people_are_no_prices(text):
    assert found(alternatives, choices(THERAPY, NONE, OURS | {"benefits": text})) == []


def test_readers_may_ask_about_prices():
    asked = listed("Is one of them cheaper?", "Who pays?", "How long?")
    stored = choices(THERAPY, NONE)
    stored["value"]["questions_to_ask"] = asked
    assert found(alternatives, stored) == []


def test_a_price_in_another_section_is_left_to_other_rules():
    assert found(alternatives, section("overview", body="<p>It costs about $400.</p>")) == []


ODD = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.lists(st.integers(), max_size=2)
)
ROWS = st.lists(st.dictionaries(st.sampled_from([*THERAPY, "source", "sources"]), ODD) | ODD, max_size=3) | ODD


@given(ROWS, ODD, st.booleans())
def test_no_section_makes_the_rules_raise(rows, odd, as_stored):
    rows = listed(*rows) if as_stored and isinstance(rows, list) else rows
    found(alternatives, section("alternatives", options=rows, what_if_no_treatment=odd, intro=odd))
