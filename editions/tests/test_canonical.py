"""One value, one spelling."""

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.canonical import canonical_json, canonical_moment, digest, parse_moment

text = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | text,
    lambda inner: st.lists(inner) | st.dictionaries(text, inner),
    max_leaves=20,
)


@given(values)
def test_round_trip_gives_the_value_and_the_same_spelling(value):
    spelling = canonical_json(value)
    assert json.loads(spelling) == value
    assert canonical_json(json.loads(spelling)) == spelling


@given(st.dictionaries(text, st.integers(), min_size=2))
def test_order_of_keys_does_not_matter(value):
    backwards = dict(reversed(value.items()))
    assert canonical_json(backwards) == canonical_json(value)


@pytest.mark.parametrize("value", [1.5, float("nan"), {1: "a"}, "\ud800", {"a": [{"b": 2.0}]}, object()])
def test_what_has_no_single_spelling_is_refused(value):
    with pytest.raises((TypeError, ValueError)):
        canonical_json(value)


@given(st.datetimes(timezones=st.just(UTC)), st.timezones())
def test_moments_survive_to_the_microsecond_from_any_zone(moment, zone):
    try:
        elsewhere = moment.astimezone(zone)
    except OverflowError:  # at the two ends of the calendar some zones have no spelling
        elsewhere = moment
    assert parse_moment(canonical_moment(elsewhere)) == moment


def test_digest_is_sha_256_of_the_utf_8_bytes():
    assert digest("é") == digest("é".encode()) == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
