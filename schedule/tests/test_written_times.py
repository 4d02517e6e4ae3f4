"""Local times as people write them, round the days on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from editions.local_time import day_text, local, time_text, zone_name
from schedule.written_times import ComesTwice, LeftOut, NotAMoment, read_local


def test_winter_and_summer_time_are_read_with_their_own_offset():
    assert read_local(date(2027, 3, 13), time(9)) == datetime(2027, 3, 13, 14, tzinfo=UTC)
    assert read_local(date(2027, 3, 14), time(9)) == datetime(2027, 3, 14, 13, tzinfo=UTC)


@pytest.mark.parametrize("at", [time(2, 0), time(2, 30), time(2, 59)])
def test_time_that_the_clocks_leave_out_is_refused_with_what_to_write(at):
    with pytest.raises(LeftOut, match=r"go forward from 02:00 to 03:00, so 02:\d\d does not exist"):
        read_local(date(2027, 3, 14), at)


@pytest.mark.parametrize("at", [time(1, 59), time(3, 0)])
def test_times_beside_the_gap_are_moments(at):
    read_local(date(2027, 3, 14), at)


@pytest.mark.parametrize("at", [time(1, 0), time(1, 30), time(1, 59)])
def test_time_that_comes_twice_asks_which_one(at):
    with pytest.raises(ComesTwice, match="comes twice") as twice:
        read_local(date(2027, 11, 7), at)
    assert twice.value.second - twice.value.first == timedelta(hours=1)
    assert read_local(date(2027, 11, 7), at, second_time=False) == twice.value.first
    assert read_local(date(2027, 11, 7), at, second_time=True) == twice.value.second
    assert [zone_name(each) for each in (twice.value.first, twice.value.second)] == [
        "New York (EDT)",
        "New York (EST)",
    ]


@pytest.mark.parametrize("at", [time(0, 59), time(2, 0)])
def test_times_beside_the_repeated_hour_are_one_moment(at):
    read_local(date(2027, 11, 7), at)


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2201, 1, 1), date.max])
def test_year_out_of_reach_is_refused(day):
    with pytest.raises(NotAMoment, match="up to the year 2200"):
        read_local(day, time(9))


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30)),
    st.sampled_from(["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
)
def test_every_moment_is_read_back_from_what_is_written_of_it(naive, zone):
    moment = naive.replace(second=0, microsecond=0, tzinfo=UTC)
    with override_settings(TIME_ZONE=zone):
        here = local(moment)
        # Some zones had offsets with seconds in them, which no field takes.
        written = datetime.strptime(f"{day_text(moment)} {time_text(moment)}", "%d %b %Y %H:%M")
        if here.second == 0:
            assert read_local(written.date(), written.time(), bool(here.fold)) == moment


@given(st.dates(date(1970, 1, 2), date(2199, 12, 30)), st.times())
def test_every_written_time_is_a_moment_or_says_why_not(day, at):
    at = at.replace(second=0, microsecond=0)
    try:
        moment = read_local(day, at)
    except ComesTwice as twice:
        assert local(twice.first).time() == local(twice.second).time() == at
    except LeftOut as left_out:
        assert "does not exist" in str(left_out)
    else:
        assert (local(moment).date(), local(moment).time()) == (day, at)
