"""Moments as people read and write them: local to the site, with the zone named."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

MINUTE = timedelta(minutes=1)
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


def local(moment):
    """`moment` in the site's time zone, whatever zone the reader of the screen prefers."""
    return moment.astimezone(timezone.get_default_timezone())


def city():
    """The site's zone as a place: New York."""
    return str(timezone.get_default_timezone()).rsplit("/", 1)[-1].replace("_", " ")


def zone_name(moment):
    """The zone with the abbreviation that holds at `moment`: New York (EST)."""
    abbreviation = local(moment).tzname()
    if not abbreviation.isalpha():
        abbreviation = f"UTC{abbreviation}"
    return city() if abbreviation == city() else f"{city()} ({abbreviation})"


def day_text(moment):
    """3 Mar 2027"""
    return f"{local(moment):%-d %b %Y}"


def time_text(moment):
    """09:00"""
    return f"{local(moment):%H:%M}"


def moment_text(moment):
    """3 Mar 2027, 09:00 New York (EST)"""
    return f"{day_text(moment)}, {time_text(moment)} {zone_name(moment)}"


def long_text(moment):
    """3 March 2027, 09:00 New York (EST)"""
    return f"{local(moment):%-d %B %Y, %H:%M} {zone_name(moment)}"


def spoken(moment, now):
    """3 March at 09:00, with the year where it is not the present one; for a button."""
    year = "" if local(moment).year == local(now).year else f" {local(moment).year}"
    return f"{local(moment):%-d %B}{year} at {time_text(moment)}"


def how_far(moment, now):
    """How far ahead `moment` is, in words: Tomorrow, in 18 hours 30 minutes."""
    minutes = int((moment - now) / MINUTE)
    if moment <= now:
        return "That moment has passed."
    if minutes == 0:
        return "In less than a minute."
    days = (local(moment).date() - local(now).date()).days
    if days > 1:
        return f"In {days} days."
    hours, minutes = divmod(minutes, 60)
    parts = [_count(hours, "hour")] if hours else []
    parts += [_count(minutes, "minute")] if minutes else []
    return f"{'Tomorrow' if days else 'Today'}, in {' '.join(parts)}."


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


def _count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
