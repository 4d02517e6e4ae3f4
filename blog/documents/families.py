"""Which kinds of fields there are, whatever section they stand in, and what a field holds that nobody filled in."""

from enum import Enum, auto

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

from blog.models.sources import GlossaryTerm, Reference


class Family(Enum):
    TEXT = auto()
    CHOICE = auto()
    TRUTH = auto()
    WHOLE = auto()
    NUMBER = auto()
    DAY = auto()
    SOURCE = auto()
    WORD = auto()
    PAGE = auto()
    OTHER = auto()
    RICH = auto()
    PICTURE = auto()
    GROUP = auto()
    LIST = auto()
    GRID = auto()


# Each stands in one cell of a table.
SHORT = {
    *(Family.TEXT, Family.CHOICE, Family.TRUTH, Family.WHOLE, Family.NUMBER, Family.DAY),
    *(Family.SOURCE, Family.WORD, Family.PAGE, Family.OTHER),
}
POINTS_ELSEWHERE = {Family.SOURCE, Family.WORD, Family.PAGE}

_BY_CLASS = (
    (blocks.RichTextBlock, Family.RICH),
    (blocks.BooleanBlock, Family.TRUTH),
    (blocks.ChoiceBlock, Family.CHOICE),
    (blocks.IntegerBlock, Family.WHOLE),
    ((blocks.DecimalBlock, blocks.FloatBlock), Family.NUMBER),
    (blocks.DateBlock, Family.DAY),
    (ImageChooserBlock, Family.PICTURE),
    (blocks.PageChooserBlock, Family.PAGE),
    ((blocks.CharBlock, blocks.TextBlock, blocks.URLBlock, blocks.EmailBlock), Family.TEXT),
    (blocks.StructBlock, Family.GROUP),
    (blocks.ListBlock, Family.LIST),
    (TypedTableBlock, Family.GRID),
)
_BLANK = {Family.TEXT: "", Family.CHOICE: "", Family.RICH: "", Family.TRUTH: False}


def family(block):
    """The family of a block. What no other family takes is OTHER, and is written as JSON."""
    if isinstance(block, blocks.ChooserBlock) and block.model_class in (Reference, GlossaryTerm):
        return Family.SOURCE if block.model_class is Reference else Family.WORD
    return next((found for classes, found in _BY_CLASS if isinstance(block, classes)), Family.OTHER)


def is_short(block):
    """Whether a field stands in one cell: a short one, or a list of things that stand elsewhere."""
    if family(block) is Family.LIST:
        return family(block.child_block) in POINTS_ELSEWHERE
    return family(block) in SHORT


def blank(block):
    """What is stored for a field that somebody left empty, as plain JSON."""
    match family(block):
        case Family.GROUP:
            return {name: blank(child) for name, child in block.child_blocks.items()}
        case Family.LIST:
            return []
        case Family.GRID:
            return {"columns": [], "rows": [], "caption": ""}
        case found:
            return _BLANK.get(found)


def untouched(block):
    """What is stored for a field that nobody has seen: its default, else `blank`; a list is empty."""
    match family(block):
        case Family.GROUP:
            return {name: untouched(child) for name, child in block.child_blocks.items()}
        case Family.LIST | Family.GRID | Family.RICH:
            return blank(block)
        case _:
            default = block.get_prep_value(block.get_default())
            return blank(block) if default is None else default


def unwrapped(value):
    """The values of a stored list, whose items have been bare values and are dicts with ids."""
    items = value if isinstance(value, list) else []
    return [
        item["value"] if isinstance(item, dict) and item.get("type") == "item" and "value" in item else item
        for item in items
    ]


def labels(block):
    """What each field of a group of fields is called, by name; no two alike."""
    found = {}
    for name, child in block.child_blocks.items():
        label = " ".join(str(child.label or name).split())
        label = label[:1].upper() + label[1:]
        found[name] = f"{label} ({name})" if label in found.values() else label
    return found


def heading_field(block):
    """The name of the field that is a section's heading, if it has one."""
    return next((name for name in ("section_heading", "heading") if name in block.child_blocks), None)


def named_by(block):
    """The name of the field that an item of a list is called by: its first text."""
    return next((name for name, child in block.child_blocks.items() if family(child) is Family.TEXT), None)


def rich_field(block):
    """The name of the rich text that stands under its group's heading without a name of its own."""
    return next((name for name, child in block.child_blocks.items() if family(child) is Family.RICH), None)
