"""What the fields of sections refuse by their definitions, asked of stored values: the rules know no blocks."""

from copy import copy

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from blog.blocks.limited_text import too_long
from blog.clinical_rules import required
from blog.clinical_rules.document import plain
from blog.clinical_rules.prose import unwrapped

# Greater numbers are no counts of anything, and Python would refuse to print the longest of them.
_MOST = 10**15


def tell_the_rules(body):
    """Enter for each kind of section in `body`, a class of streams, what its fields refuse, `{path: (message, words)}`.

    Once, at the start: while somebody saves a draft, no field is required for a moment.
    """
    required.ASKED_BY |= {kind: _group(block) for kind, block in body.base_blocks.items()}


def _group(block, _label=""):
    asked = {name: _asked(child, child.label) for name, child in block.child_blocks.items()}
    defaults = {name: _default(child) for name, child in block.child_blocks.items()}

    def ask(value):
        value = value if isinstance(value, dict) else {}
        return _below({name: ask_field(value.get(name, defaults[name])) for name, ask_field in asked.items()})

    return ask


def _list(block, label):
    ask_item = _asked(block.child_block, block.child_block.label or label)
    fewest, most = block.meta.min_num or 0, block.meta.max_num

    def ask(value):
        items = [unwrapped(item) for item in value] if isinstance(value, list) else []
        found = _below({f"{position}": ask_item(item) for position, item in enumerate(items)})
        if len(items) < fewest:
            found[""] = (f"Add at least {fewest} to “{label}”.", "")
        elif most is not None and len(items) > most:
            found[""] = (f"Keep to {most} under “{label}”. There are {len(items)}.", "")
        return found

    return ask


def _choice(block, label):
    is_required = block.required
    keys = {str(key) for key, _name in _flat(block.field.choices)} - {""}

    def ask(value):
        words = _words(value)
        if words in keys:
            return {}
        if words:
            return {"": (f"Choose one under “{label}”. “{words[:40]}” is none of them.", "")}
        return {"": (f"Choose one under “{label}”.", "")} if is_required else {}

    return ask


def _rich(block, label):
    is_required = block.required

    def ask(value):
        return {"": (f"Write something under “{label}”.", "")} if is_required and not plain(value, is_rich=True) else {}

    return ask


def _chosen(block, label):
    # Its field cannot be made yet: at the start, snippets are not registered.
    is_required = block._required

    def ask(value):
        return {"": (f"Choose something under “{label}”.", "")} if is_required and not value else {}

    return ask


def _field(block, label):
    field = copy(block.field)

    def ask(value):
        if isinstance(value, (int, float)) and not abs(value) < _MOST:
            return {"": (f"“{label}”: Write a smaller number.", "")}
        words = _words(value)
        if not words:
            return {"": (f"Fill in “{label}”.", "")} if field.required else {}
        if problem := too_long(block, label, words):
            return {"": (problem, words)}
        try:
            field.clean(words)
        except ValidationError as refused:
            return {"": (f"“{label}”: {' '.join(refused.messages)}", words)}
        return {}

    return ask


def _nothing(_block, _label):
    return lambda _value: {}


# The first that a block is one of; tables have rules of their own, and a box may be left unticked.
_BY_CLASS = (
    (blocks.StructBlock, _group),
    (blocks.ListBlock, _list),
    ((TypedTableBlock, blocks.BooleanBlock), _nothing),
    (blocks.RichTextBlock, _rich),
    (blocks.ChoiceBlock, _choice),
    (blocks.ChooserBlock, _chosen),
    (blocks.FieldBlock, _field),
)


def _asked(block, label):
    return next(make for classes, make in _BY_CLASS if isinstance(block, classes))(block, label)


def _below(refused):
    """What was refused in the parts of something, by their path in it."""
    return {f"{name}.{path}" if path else name: told for name, found in refused.items() for path, told in found.items()}


def _words(value):
    """A value of one field as its form would send it; blank for what no form sends."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, (int, float)) and abs(value) < _MOST else ""


def _default(block):
    """What stands in a field that was added after the section was stored."""
    return block.get_prep_value(block.get_default()) if isinstance(block, blocks.FieldBlock) else None


def _flat(choices):
    for key, label in choices:
        if isinstance(label, (list, tuple)):
            yield from label
        else:
            yield key, label
