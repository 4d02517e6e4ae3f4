"""Examples of sections with rows of the database in the places of what they refer to."""

from wagtail.blocks.list_block import ListValue

from blog.examples import EXAMPLE_HELP_LINE, EXAMPLE_SERVICE, EXAMPLE_SOURCE
from blog.tests.factories import ReferenceFactory
from home.models import CrisisService
from shop.tests.factories import ServiceFactory

_ROWS = (
    (EXAMPLE_SOURCE, lambda: ReferenceFactory(kind="label")),
    (EXAMPLE_HELP_LINE, lambda: CrisisService.objects.create(name="Night line", phone="988", hours="At night")),
    (EXAMPLE_SERVICE, ServiceFactory),
)


def with_rows(value):
    """`value`, of a block, changed to point at rows."""
    return _with_rows(value, {})


def _with_rows(value, made):
    for number, (example, make) in enumerate(_ROWS):
        if value is example:
            made[number] = made.get(number) or make()
            return made[number]
    if isinstance(value, (dict, ListValue)):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            value[key] = _with_rows(value[key], made)
    return value
