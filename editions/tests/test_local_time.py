"""Moments as people read them, in words and in the site's time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from editions import local_time
from editions.templatetags.local_time import zone_and_now


def test_moment_names_its_zone():
    assert local_time.moment_text(datetime(2027, 3, 3, 14, 0, tzinfo=UTC)) == "3 Mar 2027, 09:00 New York (EST)"
    assert local_time.moment_text(datetime(2027, 9, 1, 4, 0, tzinfo=UTC)) == "1 Sep 2027, 00:00 New York (EDT)"
    assert local_time.long_text(datetime(2027, 3, 3, 14, 0, tzinfo=UTC)) == "3 March 2027, 09:00 New York (EST)"


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("UTC", "UTC"), ("America/Sao_Paulo", "Sao Paulo (UTC-03)"), ("Europe/Berlin", "Berlin (CET)")],
)
def test_zone_without_letters_is_named_by_its_offset(settings, zone, expected):
    settings.TIME_ZONE = zone
    assert local_time.zone_name(datetime(2027, 3, 3, 14, 0, tzinfo=UTC)) == expected


@pytest.mark.parametrize("day", [date(2027, 3, 3), "2027-03-03", datetime(2027, 3, 4, 4, 59, tzinfo=UTC)])
def test_day_is_the_site_s_whatever_it_is_read_from(day):
    assert local_time.day_text(day) == "3 Mar 2027"
    assert local_time.day_in_full(day) == "3 March 2027"


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
    assert local_time.how_far(now + ahead, now) == words


def test_button_names_the_year_only_if_it_is_another_one():
    now = datetime(2027, 3, 2, 19, 30, tzinfo=UTC)
    assert local_time.spoken(datetime(2027, 3, 3, 14, tzinfo=UTC), now) == "3 March at 09:00"
    assert local_time.spoken(datetime(2028, 1, 1, 4, 59, tzinfo=UTC), now) == "31 December at 23:59"
    assert local_time.spoken(datetime(2028, 1, 1, 5, tzinfo=UTC), now) == "1 January 2028 at 00:00"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=59), "under an hour"),
        (timedelta(minutes=119), "1 hour"),
        (timedelta(hours=23), "23 hours"),
        (timedelta(days=4, hours=5), "4 days"),
    ],
)
def test_what_has_passed_is_told_in_words(ago, words):
    now = datetime(2027, 3, 2, 19, 30, tzinfo=UTC)
    assert local_time.how_long(now - ago, now) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/New_York", "All times are New York. Now 2 Mar 2027, 14:30 (EST)"),
        ("UTC", "All times are UTC. Now 2 Mar 2027, 19:30"),
    ],
)
def test_screen_says_once_in_which_zone_its_times_are(settings, zone, words):
    settings.TIME_ZONE = zone
    assert zone_and_now(datetime(2027, 3, 2, 19, 30, tzinfo=UTC)) == words
