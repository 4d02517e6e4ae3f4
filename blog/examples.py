"""What the examples of sections refer to: no rows of the database, so that none can be taken for a real one."""

import re
from types import SimpleNamespace

from django.utils.safestring import mark_safe

from blog.marks import resolved
from blog.models.sources import Reference

EXAMPLE_SOURCE = Reference(
    pk=0,
    kind="article",
    title="A trial of examplamine",
    authors="Example A, Example B",
    year=2026,
    doi="10.1000/example",
)
# Where it is drawn (`home/templatetags/chrome.py`), the first of the site's help lines stands for it.
EXAMPLE_HELP_LINE = SimpleNamespace(pk=0)
EXAMPLE_SERVICE = SimpleNamespace(pk=0, title="First talk with a clinician")
_SERVICE = re.compile(rf'<span data-live-page="{EXAMPLE_SERVICE.pk}">([^<]*)</span>')


def alone(html):
    """A section that is printed without an article round it: its marks are numbered, and its links lead nowhere."""
    marked, _numbers = resolved(html, {EXAMPLE_SOURCE.pk: EXAMPLE_SOURCE}, {})
    return mark_safe(_SERVICE.sub(r'<a href="#service">\1</a>', marked))  # noqa: S308
