"""Filters that write a moment as people read it, each named as its function."""

from django import template

from editions import local_time

register = template.Library()
register.filter(local_time.moment_text)
register.filter(local_time.day_text)
register.filter(local_time.time_text)
register.filter(local_time.zone_name)


@register.simple_tag
def zone_and_now(now):
    """All times are New York. Now 2 Mar 2027, 14:30 (EST)"""
    city, abbreviation = local_time.city(), local_time.zone_abbreviation(now)
    zone = "" if abbreviation == city else f" ({abbreviation})"
    return f"All times are {city}. Now {local_time.day_text(now)}, {local_time.time_text(now)}{zone}"
