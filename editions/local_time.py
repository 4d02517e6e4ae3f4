"""Moments as people read them: in the site's time, with the zone named."""

from datetime import date, datetime, timedelta

from django.template.defaultfilters import pluralize
from django.utils import timezone

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def local(moment):
    """`moment` in the site's time zone, whatever zone the reader of the screen prefers."""
    return moment.astimezone(timezone.get_default_timezone())


def city():
    """The site's zone as a place: New York."""
    return str(timezone.get_default_timezone()).rsplit("/", 1)[-1].replace("_", " ")


def zone_abbreviation(moment):
    """What the zone is called at `moment`: EST; UTC-03 where it has no letters."""
    name = local(moment).tzname()
    return name if name.isalpha() else f"UTC{name}"


def zone_name(moment):
    """The zone with the abbreviation that holds at `moment`: New York (EST)."""
    abbreviation = zone_abbreviation(moment)
    return city() if abbreviation == city() else f"{city()} ({abbreviation})"


def day_text(day):
    """3 Mar 2027, of a moment, a date or its ISO text."""
    return f"{_local_day(day):%-d %b %Y}"


def day_in_full(day):
    """3 March 2027, of a moment, a date or its ISO text."""
    return f"{_local_day(day):%-d %B %Y}"


def _local_day(day):
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return local(day) if isinstance(day, datetime) else day


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
    """How far ahead `moment` is, in a sentence: Tomorrow, in 18 hours 30 minutes."""
    minutes = (moment - now) // MINUTE
    if moment <= now:
        return "That moment has passed."
    if minutes == 0:
        return "In less than a minute."
    days = (local(moment).date() - local(now).date()).days
    if days > 1:
        return f"In {days} days."
    hours, minutes = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    parts += [counted(minutes, "minute")] if minutes else []
    return f"{'Tomorrow' if days else 'Today'}, in {' '.join(parts)}."


def how_long(since, now):
    """How long ago `since` was: under an hour, 5 hours, 4 days."""
    passed = now - since
    if passed.days >= 1:
        return counted(passed.days, "day")
    hours = passed // HOUR
    return counted(hours, "hour") if hours else "under an hour"


def counted(number, noun):
    """1 hour, 2 hours."""
    return f"{number} {noun}{pluralize(number)}"
