"""What the examples of sections refer to: no row of the database, so that it can never be taken for a source."""

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


def alone(html):
    """A section that is printed without an article round it: its marks are numbered, and lead nowhere."""
    return resolved(html, {EXAMPLE_SOURCE.pk: EXAMPLE_SOURCE}, {})[0]
