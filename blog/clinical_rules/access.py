"""What keeps people out: links that do not say where they lead, pictures and tables without words."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.prose import unwrapped
from blog.clinical_rules.rows import words
from blog.clinical_rules.typed_fields import listed, rows_listed

_WCAG = "WCAG 2.2; NHS content guide"

LINK_TEXT = Rule("A11Y-01", Level.BLOCK, "Links say where they lead", f"{_WCAG}; NHS content guide")
RAW_ADDRESS = Rule("A11Y-02", Level.WARN, "No addresses as text", _WCAG)
SAME_TEXT = Rule("A11Y-03", Level.WARN, "One text for one target", _WCAG)
PICTURE = Rule("A11Y-04", Level.BLOCK, "Pictures are described", _WCAG, waivable=False)
TABLE = Rule("A11Y-05", Level.BLOCK, "Tables have a caption", _WCAG, waivable=False)
COLUMN = Rule("A11Y-06", Level.BLOCK, "Columns have headings", _WCAG, waivable=False)
DESCRIPTION = Rule("A11Y-07", Level.WARN, "A description says what the picture shows", _WCAG)
GRID = Rule("A11Y-08", Level.BLOCK, "A table has columns and rows, as many as one can take in", _WCAG, waivable=False)
RULES = (LINK_TEXT, RAW_ADDRESS, SAME_TEXT, PICTURE, TABLE, COLUMN, DESCRIPTION, GRID)

COLUMN_LIMIT, ROW_LIMIT, CELL_LIMIT = 8, 60, 300

_SAYS_NOTHING = {
    *("click here", "click", "here", "read more", "more", "link", "this link", "this page", "this", "learn more"),
    *("find out more", "more information", "see more", "page", "website", "this website", "this article"),
    *("more info", "read on", "details", "more details", "this site", "this document", "continue", "continue reading"),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+")
_NO_DESCRIPTION = re.compile(
    r"\s*(?:(?:image|picture|photo|photograph|graphic) of\b|\S+\.(?:jpe?g|png|gif|webp|avif)\s*$)", re.I
)


def picture_problems(row):
    """What is wrong in a picture's words, `{field: message}`; `row` has `alt_text` and `decorative`."""
    if row.get("decorative") or words(row, "alt_text"):
        return {}
    return {"alt_text": "Describe the picture, or tick “Only decoration” if it tells nothing."}


def table_problems(row):
    """What is wrong round a table, `{field: message}`; `row` has `caption`."""
    return {} if words(row, "caption") else {"caption": "Say in a caption what the table shows."}


def grid_problem(columns, rows):
    """What is wrong with a table's size, as a sentence, blank for nothing; `rows` are lists of cells."""
    if not columns or not rows:
        return "Add at least one column and one row."
    if len(columns) > COLUMN_LIMIT or len(rows) > ROW_LIMIT:
        return f"Readers cannot take this in. Keep to {COLUMN_LIMIT} columns and {ROW_LIMIT} rows, or make two tables."
    if any(isinstance(cell, str) and len(cell.strip()) > CELL_LIMIT for row in rows for cell in row):
        return f"Shorten the longest cell to {CELL_LIMIT} characters, or say it in the text."
    return ""


def blank_columns(columns):
    """The numbers, from 1, of the columns whose heading is blank."""
    return [number for number, column in enumerate(columns, start=1) if not words(column, "heading")]


def find(document):
    targets = {}
    for passage in document.passages:
        for link in passage.links:
            yield from _link(passage, link, targets)
    if "http" in document.folded or "www." in document.folded:
        for hit in document.matches(_ADDRESS, as_written=True):
            yield hit.flag(
                RAW_ADDRESS, "Make a link of words that say where it leads; addresses are read letter by letter."
            )
    for block in document.blocks:
        if block.kind == "image":
            yield from _picture(block)
        elif block.kind == "table":
            yield from _table(block)


def _link(passage, link, targets):
    said = " ".join(link.text.casefold().strip(" .:!\u2026>\u203a\u2192").split())
    if said in _SAYS_NOTHING:
        message = f"“{link.text}” does not say where the link leads. Link the words that name the page."
        yield passage.flag(LINK_TEXT, message, link.text)
    elif said and targets.setdefault(said, link.target) != link.target:
        message = f"“{link.text}” leads to another place further up. Give the two links different words."
        yield passage.flag(SAME_TEXT, message, link.text)


def _picture(block):
    for field, message in picture_problems(block.value).items():
        yield Flag(PICTURE, message, block_id=block.id, field=field)
    described = words(block.value, "alt_text")
    if _NO_DESCRIPTION.match(described):
        message = "Screen readers say that it is a picture. Begin with what it shows."
        yield Flag(DESCRIPTION, message, described, block.id, "alt_text")


def _table(block):
    for field, message in table_problems(block.value).items():
        yield Flag(TABLE, message, block_id=block.id, field=field)
    table = block.value.get("table")
    table = table if isinstance(table, dict) else {}
    columns = rows_listed({"columns": list(map(unwrapped, listed(table, "columns")))}, "columns")
    rows = [listed(row, "values") for row in rows_listed(table, "rows")]
    if problem := grid_problem(columns, rows):
        yield Flag(GRID, problem, block_id=block.id, field="table")
    for number in blank_columns(columns):
        message = f"Column {number} has no heading, so nobody who hears the table knows what stands in it."
        yield Flag(COLUMN, message, block_id=block.id, field=f"table.columns.{number - 1}.heading")
