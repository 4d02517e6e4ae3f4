"""Moments as the screens of the review write them: in the site's time, with the zone named."""

from datetime import date, timedelta

from django.utils import timezone


def moment_text(moment):
    """3 Mar 2027, 09:00 New York (EST)"""
    zone = timezone.get_default_timezone()
    local = moment.astimezone(zone)
    city = str(zone).rsplit("/", 1)[-1].replace("_", " ")
    return f"{day_text(local)}, {local:%H:%M} {city} ({local:%Z})"


def day_text(day):
    """3 Mar 2027, of a date, its ISO text or a local moment."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {day:%b %Y}"


def waiting(since, now):
    """How long somebody has waited: under an hour, 5 hours, 4 days."""
    waited = now - since
    if waited >= timedelta(days=1):
        return _count(waited.days, "day")
    hours = waited // timedelta(hours=1)
    return _count(hours, "hour") if hours else "under an hour"


def _count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
