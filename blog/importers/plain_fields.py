"""Fields without mark-up: their words, and where the sources go that are cited in them."""

from functools import cache

from blog.documents.families import untouched
from blog.documents.words import SOURCE
from blog.importers.imported import Local
from blog.importers.inline import plain
from blog.models import ArticlePage


def blank_section(kind):
    """A section's value with nothing in it."""
    return untouched(_blocks()[kind])


def blank_row(kind, name):
    """The value of a row of one of a section's lists with nothing in it."""
    return untouched(_blocks()[kind].child_blocks[name].child_block)


def set_text(row, name, words, gathered):
    """Put the words into a row's field, and a source that they cite into the row, if it has a place for one."""
    row[name] = plain(words.one_line())
    keys = [Local(key) for key in words.keys(SOURCE)]
    if keys and row.get("source", "") is None:
        row["source"] = keys.pop(0)
    without_place(keys, words, gathered)


def heading_text(words, gathered):
    without_place([Local(key) for key in words.keys(SOURCE)], words, gathered)
    return plain(words.one_line())


def without_place(keys, words, gathered):
    """List sources that are cited where no mark can stand among the article's further sources."""
    for key in keys:
        if key not in gathered.further:
            gathered.further.append(key)
        gathered.remark(
            "A source is cited here, where a mark has no place. It is among the article's further sources; cite it in "
            "a text.",
            words.text,
        )


@cache
def _blocks():
    return ArticlePage.body.field.stream_block.child_blocks
