"""Dates and times as people write them, local to the site, and the moments that they stand for."""

from datetime import UTC, datetime

from django.utils import timezone

from editions.local_time import MINUTE, city, local

LAST_YEAR = 2200


class NotAMoment(ValueError):
    """A local date and time that is no single moment; `str()` says why and what to write instead."""


class LeftOut(NotAMoment):
    """The clocks go forward over this time, so it does not exist."""


class ComesTwice(NotAMoment):
    """The clocks go back over this time, so it is two moments: `first` and `second`."""

    def __init__(self, message, first, second):
        super().__init__(message)
        self.first, self.second = first, second


def read_local(day, time, second_time=None):
    """The moment that a local date and time stand for, in UTC.

    Where the clocks go back, `second_time` says which of the two is meant. Raises `LeftOut` or `ComesTwice`, and
    `NotAMoment` for a year out of reach.
    """
    if not 1970 <= day.year <= LAST_YEAR:
        raise NotAMoment(f"Write a date up to the year {LAST_YEAR}.")
    naive = datetime.combine(day, time)
    first, second = _readings(naive)
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    if _is_left_out(naive):
        raise LeftOut(_left_out_message(naive))
    if second_time is None:
        raise ComesTwice(
            f"On {naive:%-d %b %Y} the clocks in {city()} go back, so {naive:%H:%M} comes twice. Choose which one.",
            first.astimezone(UTC),
            second.astimezone(UTC),
        )
    return (second if second_time else first).astimezone(UTC)


def _readings(naive):
    zone = timezone.get_default_timezone()
    return naive.replace(tzinfo=zone, fold=0), naive.replace(tzinfo=zone, fold=1)


def _is_left_out(naive):
    return local(_readings(naive)[0].astimezone(UTC)).replace(tzinfo=None) != naive


def _left_out_message(naive):
    before = after = naive.replace(second=0, microsecond=0)
    while _is_left_out(before):
        before -= MINUTE
    while _is_left_out(after):
        after += MINUTE
    return (
        f"On {naive:%-d %b %Y} the clocks in {city()} go forward from {before + MINUTE:%H:%M} to {after:%H:%M}, "
        f"so {naive:%H:%M} does not exist. Choose another time."
    )
