"""When a review has to be done again, and when its edition lapses."""

import calendar
from datetime import date, datetime, time, timedelta

from django.utils import timezone


def months_later(day, months):
    """The same day `months` later; the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def lapse_of(next_review_due):
    """The end, in the site's time zone, of the day on which the next review is due (a date or its ISO text)."""
    due = date.fromisoformat(next_review_due) if isinstance(next_review_due, str) else next_review_due
    return datetime.combine(due + timedelta(days=1), time.min, tzinfo=timezone.get_default_timezone())
