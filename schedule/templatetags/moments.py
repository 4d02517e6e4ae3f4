"""Filters that write a moment as people read it, always in the site's zone and with the zone named."""

from django import template

from schedule import moments

register = template.Library()
register.filter("moment", moments.moment_text)
register.filter("moment_day", moments.day_text)
register.filter("moment_time", moments.time_text)
register.filter("moment_zone", moments.zone_name)


@register.simple_tag
def zone_and_now(now):
    """All times are New York. Now 2 Mar 2027, 14:30 (EST)"""
    abbreviation = moments.zone_name(now).removeprefix(moments.city()).strip()
    return (
        f"All times are {moments.city()}. Now {moments.day_text(now)}, {moments.time_text(now)} {abbreviation}".strip()
    )
