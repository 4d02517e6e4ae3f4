"""Tables that are a section's rows, tables that are sections of their own, and pictures."""

import re

from blog.documents import cells
from blog.documents.families import Family, family, is_short, labels
from blog.documents.words import SOURCE, spaced
from blog.frequency import band_of
from blog.importers.imported import Local
from blog.importers.inline import plain
from blog.importers.plain_fields import blank_row, blank_section, heading_text, set_text, without_place
from blog.models import ArticlePage

TABLES_INTO = {
    "side_effects": "rows",
    "who_should_not": "rows",
    "interactions": "rows",
    "alternatives": "options",
}
# What people write above a column, beside the name that the field has here.
_COLUMNS = {
    "side_effects": {
        **dict.fromkeys(("side effect", "side effects", "effect", "reaction", "symptom"), "term_plain"),
        **dict.fromkeys(("medical name", "medical term"), "term_medical"),
        **dict.fromkeys(("frequency", "how common", "how often", "how many people"), "band"),
        **dict.fromkeys(("action", "what to do", "what you should do"), "what_to_do"),
        **dict.fromkeys(("when", "onset", "when it starts"), "onset"),
        **dict.fromkeys(("how long", "duration", "how long it lasts"), "duration"),
        **dict.fromkeys(("how serious", "seriousness", "serious"), "seriousness"),
    },
    "who_should_not": {
        **dict.fromkeys(("who", "condition", "if you have"), "condition"),
        **dict.fromkeys(("why", "reason"), "reason"),
        **dict.fromkeys(("what to do", "action"), "action"),
    },
    "interactions": {
        **dict.fromkeys(("interacts with", "medicine", "substance", "medicine or food", "with"), "agent"),
        **dict.fromkeys(("severity", "how serious"), "severity"),
        **dict.fromkeys(("effect", "what happens", "what can happen"), "effect"),
        **dict.fromkeys(("what to do", "advice", "action"), "advice"),
        **dict.fromkeys(("when", "onset"), "onset"),
    },
    "alternatives": {
        **dict.fromkeys(("option", "choice", "treatment", "alternative"), "name"),
        **dict.fromkeys(("what it is", "description"), "one_line"),
        **dict.fromkeys(("benefits", "advantages", "pros"), "benefits"),
        **dict.fromkeys(("downsides", "disadvantages", "cons", "risks"), "downsides"),
    },
}
# A first column of this name says of itself what the rows are.
_TELLING = {"side effect": "side_effects", "side effects": "side_effects", "interacts with": "interactions"}
_RATE = re.compile(r"(\d[\d,]*) (?:in|of|out of) (\d[\d,]*)(?: people)?", re.IGNORECASE)
_HEADER_LIMIT = 60


def table_kind(table):
    """The kind of section whose rows a table is, where its first column says so."""
    return _TELLING.get(_key(table.rows[0][0]))


def rows_of(kind, table, gathered):
    """The rows of a section of that kind; None unless each column is one of its fields and each cell a value of it."""
    block = ArticlePage.body.field.stream_block.child_blocks[kind].child_blocks[TABLES_INTO[kind]].child_block
    known = {_fold(label): name for name, label in labels(block).items()} | _COLUMNS[kind]
    names = [known.get(_key(words)) for words in table.rows[0]]
    if None in names or len(set(names)) < len(names) or len(names) < 2 or len(table.rows) < 2:
        return None
    try:
        return [_row(kind, block, names, row, gathered) for row in table.rows[1:]]
    except cells.NotUnderstood:
        return None


def table_section(heading, table, gathered):
    """A table as a section of its own."""
    headed = table.headed or _looks_headed(table)
    first = table.rows[0] if headed else ()
    width = len(table.rows[0])
    value = blank_section("table") | {
        "section_heading": heading_text(heading, gathered),
        "caption": plain(table.caption.one_line()),
        "row_headers": bool(headed and not first[0].text),
        "table": {
            "columns": [
                {"type": "text", "heading": plain(first[place].one_line()) if headed else ""} for place in range(width)
            ],
            "rows": [
                {"values": [plain(words.one_line()) for words in row]} for row in table.rows[1 if headed else 0 :]
            ],
            "caption": "",
        },
    }
    keys = list(dict.fromkeys(Local(key) for row in table.rows for words in row for key in words.keys(SOURCE)))
    keys += [Local(key) for key in table.caption.keys(SOURCE) if key not in keys]
    if keys and "source" in value:
        value["source"] = keys.pop(0)
    for key in keys:
        without_place([key], table.caption or table.rows[0][0], gathered)
    if not headed:
        gathered.remark(
            "Name the columns of this table: its first row does not look like their names.", plain(table.rows[0][0])
        )
    return "table", value


def picture_section(heading, picture, gathered):
    caption = {}
    set_text(caption, "text", picture.caption, gathered)
    return "image", blank_section("image") | {
        "section_heading": heading_text(heading, gathered),
        "image": gathered.picture(picture),
        "alt_text": spaced(picture.alt),
        "caption": caption["text"],
    }


def _row(kind, block, names, row, gathered):
    value = blank_row(kind, TABLES_INTO[kind])
    for name, words in zip(names, row, strict=True):
        child = block.child_blocks[name]
        if not is_short(child):
            raise cells.NotUnderstood
        if kind == "side_effects" and name == "band" and (rate := _RATE.fullmatch(words.text)):
            value |= _counted(rate)
        elif family(child) is Family.TEXT:
            if words.keys(SOURCE) and value.get("source") is not None:
                raise cells.NotUnderstood
            set_text(value, name, words, gathered)
        elif words.links:
            raise cells.NotUnderstood
        elif words:
            value[name] = cells.read(child, words)
    if not value[names[0]]:
        raise cells.NotUnderstood
    return value


def _counted(rate):
    numerator, denominator = (int(number.replace(",", "")) for number in rate.groups())
    if not 0 < denominator < 10**9 or numerator > denominator:
        raise cells.NotUnderstood
    return {"numerator": numerator, "denominator": denominator, "band": band_of(numerator, denominator).value}


def _looks_headed(table):
    first = table.rows[0]
    return len(table.rows) > 1 and all(0 < len(words.text) <= _HEADER_LIMIT for words in first)


def _key(words):
    return _fold(words.text)


def _fold(text):
    return spaced(text).casefold().rstrip(":")
