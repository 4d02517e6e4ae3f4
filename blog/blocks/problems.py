"""What a clinical rule finds in fields, as the errors that Wagtail shows at them."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtail.rich_text import RichText

from blog.rich_text import plain_text


def plain_values(value):
    """A block's value as rules read it: rich text as its words, a chosen row as its id, lists and groups as such."""
    if isinstance(value, RichText):
        return plain_text(value.source)
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, dict):
        return {name: plain_values(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, ListValue)):
        return [plain_values(item) for item in value]
    return value


def errors_at(problems):
    """Errors by field name, from messages by path: `rows.2.band` is the field `band` in the third row of `rows`."""
    own, inner = {}, {}
    for path, message in problems.items():
        name, _, rest = path.partition(".")
        if rest:
            inner.setdefault(name, {})[rest] = message
        else:
            own[name] = ValidationError(message)
    return own | {name: _error_in(below, own.get(name)) for name, below in inner.items()}


def _error_in(problems, own):
    """The error of a list or a group from messages by path in it; `own` is what is wrong with all of it, or None."""
    errors = errors_at(problems)
    whole = [own] if own else None
    if all(name.isdigit() for name in errors):
        return ListBlockValidationError(
            block_errors={int(name): error for name, error in errors.items()}, non_block_errors=whole
        )
    return blocks.StructBlockValidationError(block_errors=errors, non_block_errors=whole)
