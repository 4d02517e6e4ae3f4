"""An article's frozen text in two: what everybody should have read, and what the list of contents stands before."""

import re

from django import template

register = template.Library()

# Sections that stand above the list of contents where an article begins with them.
FIRST = {"boxed_warning", "key_points"}

_SECTION = re.compile(r'<section id="[^"]*" data-kind="([a-z_]+)"')


@register.simple_tag
def in_two_parts(html):
    """`(first, rest)`, which are `html` when they are put together; `first` is empty where the article begins with
    anything else, or has nothing else.
    """
    if not html.startswith("<section "):
        return "", html
    rest = next((found.start() for found in _SECTION.finditer(html) if found[1] not in FIRST), 0)
    return html[:rest], html[rest:]
