"""Article bodies as they may be stored, of every kind of section that there is: strategies for property tests.

They are made from the blocks' own definitions, so that a section or a field that is added later is in them.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from uuid import uuid4

from hypothesis import strategies as st
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blog.documents.families import Family, blank, family
from blog.documents.parts import Item, Listing, Paragraph
from blog.documents.words import ADDRESS, PAGE, SOURCE, WORD, Link, Span, Words, merged
from blog.importers.inline import rich_text
from blog.models import ArticlePage
from blog.rich_text import FEATURES

# What marks up documents, what looks like the written form, what is cut or joined by careless readers.
PIECES = """
examplamine side effects 2*3*4 **bold** _soft_ # ## - + 1. 12) > | || \\ \\| ` ~~ [x] [x](https://a.example) ![y](z)
<b> </b> <br> <script> <!-- &amp; &#124; &nbsp; [^1] [^1]: === --- *** : (none) yes no source 1 Source 1 Section Field
Value Sources Words explained , under its usual heading None null "q" 'q' = {} %d a_b __init__ http://a.example page:3
Stage 1: é 健康 \u2019s \u00a0 \u200b \u2028 \u3000 \U0001f600 ½ 10³ \ufffd  --> ]] ]( )[ !
"""
_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
words = st.lists(
    st.sampled_from(PIECES.replace("\n", " ").split(" ")) | st.text(_CHARACTERS, max_size=6), min_size=1, max_size=6
).map(" ".join)
line = (words | st.text(_CHARACTERS, max_size=30)).map(lambda text: " ".join(text.split("\n")).strip())
some_lines = st.lists(line, min_size=1, max_size=3).map("\r\n".join).map(str.strip)
ids = st.integers(min_value=1, max_value=9)


@st.composite
def stored(draw, block, rows):
    """A value of a block as the database holds it; `rows` are ids by family."""
    match family(block):
        case Family.GROUP:
            return {name: draw(stored(child, rows)) for name, child in block.child_blocks.items()}
        case Family.LIST:
            items = draw(st.lists(stored(block.child_block, rows), max_size=3))
            return [{"type": "item", "id": str(uuid4()), "value": item} for item in items]
        case Family.GRID:
            return draw(_grid(block, rows))
        case Family.TEXT:
            return draw(some_lines if isinstance(block, blocks.TextBlock) else line)
        case Family.RICH:
            return draw(rich(rows))
        case Family.CHOICE:
            keys = [key for key, _label in block.field.choices if not isinstance(_label, (list, tuple))]
            return draw(st.sampled_from([blank(block), *keys]))
        case Family.TRUTH:
            return draw(st.booleans())
        case Family.WHOLE:
            return draw(st.none() | st.integers(min_value=-(10**6), max_value=10**9))
        case Family.NUMBER:
            numbers = st.decimals(min_value=Decimal(-(10**6)), max_value=Decimal(10**6), places=4)
            return draw(st.none() | numbers.map(str))
        case Family.DAY:
            return draw(st.none() | st.dates(min_value=date(1900, 1, 1)).map(date.isoformat))
        case Family.SOURCE | Family.WORD | Family.PAGE | Family.PICTURE as found:
            return draw(st.none() | st.sampled_from(rows[found]))
    return blank(block)


@st.composite
def _grid(draw, block, rows):
    width = draw(st.integers(min_value=0, max_value=4))
    if not width:
        return blank(block)
    kind, cell = next(iter(block.child_blocks.items()))
    return {
        "columns": [{"type": kind, "heading": draw(line)} for _column in range(width)],
        "rows": [
            {"values": [draw(stored(cell, rows)) for _column in range(width)]}
            for _row in range(draw(st.integers(min_value=0, max_value=3)))
        ],
        "caption": "",
    }


@st.composite
def rich(draw, rows):
    """Rich text exactly as the editor stores it."""
    parts = draw(st.lists(st.one_of(_paragraph(rows), _listing(rows, 0)), max_size=4))
    source = rich_text(parts)
    for _time in range(2):
        source = _converter().to_database_format(_converter().from_database_format(source)) if source else ""
    return source


@st.composite
def _paragraph(draw, rows):
    return Paragraph(draw(_line(rows)))


@st.composite
def _listing(draw, rows, depth):
    items = draw(st.lists(_item(rows, depth), min_size=1, max_size=3))
    return Listing(tuple(items), draw(st.booleans()))


@st.composite
def _item(draw, rows, depth):
    inside = draw(st.lists(_listing(rows, depth + 1), max_size=1)) if depth < 3 else []
    return Item(draw(_line(rows)), tuple(inside))


@st.composite
def _line(draw, rows):
    pieces = draw(st.lists(st.one_of(_span(), _span(), _link(rows)), max_size=5))
    return Words(merged(pieces))


@st.composite
def _span(draw):
    text = draw(st.one_of(line, line, st.sampled_from([" ", "\n", "a", ".", " a ", "\n\n"])))
    return Span(text, draw(st.booleans()))


@st.composite
def _link(draw, rows):
    kind = draw(st.sampled_from([ADDRESS, PAGE, SOURCE, WORD]))
    spans = draw(st.lists(_span().filter(lambda span: span.text.strip()), min_size=1, max_size=2))
    if kind == ADDRESS:
        target = draw(
            st.sampled_from(
                [
                    "https://a.example/b?c=1&d=(2)#e",
                    "mailto:a@b.example",
                    "tel:+15555550123",
                    "#source-1",
                    "#part",
                    "/about/",
                    "https://a.example/<x>\\y z",
                    "http://a.example/&#124;&amp;",
                ]
            )
        )
    else:
        family_of = {PAGE: Family.PAGE, SOURCE: Family.SOURCE, WORD: Family.WORD}
        target = str(draw(st.sampled_from(rows[family_of[kind]])))
    return Link(kind, target, merged(spans))


@st.composite
def sections(draw, rows, kinds=None):
    """Sections as stored, of `kinds` or of any."""
    block = ArticlePage.body.field.stream_block
    kind = st.sampled_from(sorted(kinds or block.child_blocks))
    found = []
    for name in draw(st.lists(kind, min_size=1, max_size=4)):
        found.append({"type": name, "id": str(uuid4()), "value": draw(stored(block.child_blocks[name], rows))})
    return found


@cache
def _converter():
    return ContentstateConverter(features=FEATURES)
