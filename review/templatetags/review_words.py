"""Filters of the review's screens."""

from django import template

from review import moments

register = template.Library()
register.filter("moment_words", moments.moment_text)
register.filter("day_words", moments.day_text)
