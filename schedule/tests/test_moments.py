"""Local times as people write them, round the days on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from schedule import moments
from schedule.moments import ComesTwice, LeftOut, NotAMoment, read_local


def test_moment_names_its_zone():
    assert moments.moment_text(datetime(2027, 3, 3, 14, 0, tzinfo=UTC)) == "3 Mar 2027, 09:00 New York (EST)"
    assert moments.moment_text(datetime(2027, 9, 1, 4, 0, tzinfo=UTC)) == "1 Sep 2027, 00:00 New York (EDT)"
    assert moments.long_text(datetime(2027, 3, 3, 14, 0, tzinfo=UTC)) == "3 March 2027, 09:00 New York (EST)"


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("UTC", "UTC"), ("America/Sao_Paulo", "Sao Paulo (UTC-03)"), ("Europe/Berlin", "Berlin (CET)")],
)
def test_zone_without_letters_is_named_by_its_offset(settings, zone, expected):
    settings.TIME_ZONE = zone
    assert moments.zone_name(datetime(2027, 3, 3, 14, 0, tzinfo=UTC)) == expected


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
    assert [moments.zone_name(each) for each in (twice.value.first, twice.value.second)] == [
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
        here = moments.local(moment)
        # Some zones had offsets with seconds in them, which no field takes.
        written = datetime.strptime(f"{moments.day_text(moment)} {moments.time_text(moment)}", "%d %b %Y %H:%M")
        if here.second == 0:
            assert read_local(written.date(), written.time(), bool(here.fold)) == moment


@given(st.dates(date(1970, 1, 2), date(2199, 12, 30)), st.times())
def test_every_written_time_is_a_moment_or_says_why_not(day, at):
    at = at.replace(second=0, microsecond=0)
    try:
        moment = read_local(day, at)
    except ComesTwice as twice:
        assert moments.local(twice.first).time() == moments.local(twice.second).time() == at
    except LeftOut as left_out:
        assert "does not exist" in str(left_out)
    else:
        assert (moments.local(moment).date(), moments.local(moment).time()) == (day, at)


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(hours=18, minutes=30), "Tomorrow, in 18 hours 30 minutes."),
        (timedelta(minutes=1), "Today, in 1 minute."),
        (timedelta(seconds=20), "In less than a minute."),
        (timedelta(hours=2), "Today, in 2 hours."),
        (timedelta(days=5), "In 5 days."),
        (timedelta(0), "That moment has passed."),
    ],
)
def test_distance_is_told_in_words(ahead, words):
    now = datetime(2027, 3, 2, 19, 30, tzinfo=UTC)
    assert moments.how_far(now + ahead, now) == words


def test_button_names_the_year_only_if_it_is_another_one():
    now = datetime(2027, 3, 2, 19, 30, tzinfo=UTC)
    assert moments.spoken(datetime(2027, 3, 3, 14, tzinfo=UTC), now) == "3 March at 09:00"
    assert moments.spoken(datetime(2028, 1, 1, 4, 59, tzinfo=UTC), now) == "31 December at 23:59"
    assert moments.spoken(datetime(2028, 1, 1, 5, tzinfo=UTC), now) == "1 January 2028 at 00:00"
