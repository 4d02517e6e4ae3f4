from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.enums import Band
from blog.frequency import SCALES, band_of, common_scale, dots, rate_text
from blog.tests.frequencies import KNOWN_BANDS

# The limits as CIOMS III prints them, in words of its own: from, up to but not including.
INTERVALS = {
    Band.VERY_COMMON: ("1/10", None),
    Band.COMMON: ("1/100", "1/10"),
    Band.UNCOMMON: ("1/1000", "1/100"),
    Band.RARE: ("1/10000", "1/1000"),
    Band.VERY_RARE: ("0", "1/10000"),
}


@st.composite
def proportions(draw):
    denominator = draw(st.integers(1, 10**9) | st.sampled_from(SCALES))
    return draw(st.integers(1, denominator)), denominator


@pytest.mark.parametrize(("numerator", "denominator", "band"), KNOWN_BANDS)
def test_band_of_known_numbers(numerator, denominator, band):
    assert band_of(numerator, denominator) == band


@given(proportions())
def test_each_rate_is_in_the_half_open_interval_of_its_band_and_in_no_other(proportion):
    rate = Fraction(*proportion)
    inside = [
        band
        for band, (lowest, below) in INTERVALS.items()
        if rate >= Fraction(lowest) and (below is None or rate < Fraction(below))
    ]
    assert inside == [band_of(*proportion)]


@given(proportions(), st.integers(1, 1_000))
def test_band_does_not_depend_on_how_the_fraction_is_written(proportion, factor):
    numerator, denominator = proportion
    assert band_of(numerator * factor, denominator * factor) == band_of(numerator, denominator)


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 0), (-1, 10), (11, 10)])
def test_what_is_no_proportion_has_no_band(numerator, denominator):
    with pytest.raises(ValueError):
        band_of(numerator, denominator)


@pytest.mark.parametrize(
    ("rates", "scale"),
    [
        (["3/10", "1/5"], 10),
        (["3/10", "27/100"], 100),
        (["3/10", "1/1000"], 1_000),
        (["1/3"], 10),
        (["62/227", "3/227"], 100),
        (["99/1000", "1/3"], 1_000),
        ([], 10),
    ],
)
def test_one_denominator_serves_a_whole_table(rates, scale):
    assert common_scale([Fraction(rate) for rate in rates]) == scale


@given(st.lists(proportions(), min_size=1, max_size=6))
def test_numbers_shown_are_never_nought_for_people_who_were_affected(found):
    scale = common_scale([Fraction(*proportion) for proportion in found])
    assert scale in SCALES
    for proportion in found:
        assert not rate_text(*proportion, scale).startswith(("0 ", "About 0 ", "None"))


def test_rates_read_as_people():
    assert rate_text(27, 100, 100) == "27 in 100"
    assert rate_text(62, 227, 100) == "About 27 in 100"
    assert rate_text(0, 1_200, 100) == "None of 1,200 people"
    assert rate_text(1, 90_000, 10_000) == "Fewer than 1 in 10,000"


def test_a_rare_effect_is_not_drawn_as_nobody():
    assert dots(31, 100) == 3
    assert dots(1, 100) is None
