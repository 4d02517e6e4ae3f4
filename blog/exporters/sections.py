"""A section as parts: its short fields in a table, the others below it, each under its name."""

from blog.documents import cells, form
from blog.documents.families import (
    Family,
    blank,
    family,
    heading_field,
    is_short,
    labels,
    named_by,
    rich_field,
    untouched,
    unwrapped,
)
from blog.documents.parts import Heading, Item, Listing, Paragraph, Table
from blog.documents.words import Words
from blog.exporters.stored_text import text_parts

# A list of rows is a table where that can be read: so many columns, so many characters in a cell.
_WIDEST, _LONGEST = 6, 60


def section(block, value, elsewhere):
    """The parts of one section; `value` is what content has for it."""
    named = heading_field(block)
    heading = _plain(value.get(named)) if named else ""
    usual = str(block.meta.default_heading or block.label)
    kind = str(block.label) + ("" if heading else form.USUAL_HEADING)
    yield Heading(Words.of(heading or usual), form.SECTION_LEVEL)
    yield from _group(block, value, elsewhere, form.FIELD_LEVEL, (form.SECTION, kind), leave_out={named})


def _group(block, value, elsewhere, level, header, leave_out=()):
    """A group of fields: a table of the short ones, then the rich text that needs no heading, then the others."""
    named = labels(block)
    short, long = [], []
    for name, child in block.child_blocks.items():
        if name in leave_out:
            continue
        own = value.get(name, untouched(child))
        if not is_short(child):
            long.append((name, child, own))
        elif not _same(child, own):
            short.append((Words.of(named[name]), cells.written(child, own, elsewhere.named)))
    if short or level == form.FIELD_LEVEL:
        yield Table((tuple(map(Words.of, header)), *short))
    first = rich_field(block)
    # Without a heading of its own it has to come first.
    for name, child, own in sorted(long, key=lambda field: field[0] != first):
        parts = list(_field(child, own, elsewhere, level, value))
        if parts and name != first:
            yield Heading(Words.of(named[name]), min(level, form.DEEPEST_LEVEL))
        yield from parts


def _field(block, value, elsewhere, level, beside=None):
    """The parts of a field that fits in no cell; none for one that nobody filled in. `beside`: its group's values."""
    match family(block):
        case Family.RICH:
            yield from text_parts(value, elsewhere)
        case Family.PICTURE:
            if value is not None:
                yield elsewhere.picture(value, _plain((beside or {}).get("alt_text")))
        case Family.GROUP:
            yield from _group(block, value or {}, elsewhere, level + 1, form.FIELDS)
        case Family.LIST:
            yield from _list(block.child_block, unwrapped(value), elsewhere, level + 1)
        case Family.GRID:
            yield from _grid(block, value)


def _list(block, items, elsewhere, level):
    found = family(block)
    if not items:
        return
    if found is Family.TEXT:
        yield Listing(tuple(Item(cells.written(block, item, elsewhere.named)) for item in items))
        return
    if found is Family.GROUP and (table := _table(block, items, elsewhere)):
        yield table
        return
    for number, item in enumerate(items, start=1):
        if found is Family.GROUP:
            item = item or {}
            name = named_by(block)
            called = _plain(item.get(name)) if name else ""
            in_heading = called and "\n" not in called
            yield Heading(
                Words.of(form.item_heading(str(block.label), number, called if in_heading else "")),
                min(level, form.DEEPEST_LEVEL),
            )
            yield from _group(
                block, item, elsewhere, level + 1, form.FIELDS, leave_out={name} if in_heading or not called else ()
            )
        else:
            yield Heading(Words.of(form.item_heading(str(block.label), number)), min(level, form.DEEPEST_LEVEL))
            if is_short(block):
                yield Paragraph(cells.written(block, item, elsewhere.named))
            else:
                yield from _field(block, item, elsewhere, level + 1)


def _table(block, items, elsewhere):
    """The rows as one table, or None where it could not be read."""
    children = block.child_blocks
    if not all(map(is_short, children.values())):
        return None
    items = [item or {} for item in items]
    used = [
        name
        for name, child in children.items()
        if not all(_same(child, item.get(name, untouched(child))) for item in items)
    ] or list(children)[:1]
    rows = [
        tuple(
            cells.written(children[name], item.get(name, untouched(children[name])), elsewhere.named) for name in used
        )
        for item in items
    ]
    shown = ["".join(piece.text or "12345678" for piece in words.pieces) for row in rows for words in row]
    if len(used) > _WIDEST or any(len(text) > _LONGEST or "\n" in text for text in shown):
        return None
    named = labels(block)
    return Table((tuple(Words.of(named[name]) for name in used), *rows))


def _grid(block, value):
    value = value if isinstance(value, dict) else blank(block)
    columns = value.get("columns") or []
    if value.get("caption"):
        yield Paragraph(Words.of(_plain(value["caption"])))
    if columns:
        kinds = [block.child_blocks.get(column.get("type")) for column in columns]
        rows = [
            tuple(
                cells.written(kind, cell, lambda *_: None) if kind else Words.of(_plain(cell))
                for kind, cell in zip(kinds, row.get("values") or [], strict=False)
            )
            for row in value.get("rows") or []
        ]
        width = len(columns)
        yield Table(
            (
                tuple(Words.of(_plain(column.get("heading"))) for column in columns),
                *(row + (Words(),) * (width - len(row)) for row in rows),
            )
        )


def _same(block, value):
    """Whether a field holds what it holds when nobody has touched it; blank and nothing are one."""
    nothing = blank(block)
    return (nothing if value is None else value) == untouched(block)


def _plain(value):
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")
