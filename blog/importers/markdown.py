"""Markdown as parts. Whatever an article cannot hold (code, HTML, words struck out) stays as it was typed."""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from mdit_py_plugins.footnote import footnote_plugin

from blog.documents.addresses import is_address, led_to
from blog.documents.parts import Heading, Paragraph
from blog.importers.limits import refuse_brackets
from blog.importers.markdown_blocks import NESTING, BlockReader
from blog.importers.markdown_inline import InlineReader
from blog.importers.pictures import Pictures

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S|^[ \t]*\S.*\n {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_END_OF_SENTENCE = tuple(".,;:!…")
HEADING_LIMIT = 120
_BLOCKS = ["list", "heading", "lheading", "table"]
_INLINE = ["escape", "emphasis", "link", "image", "newline"]
# Where a picture is shown; and below the text, the data of one that has a name there.
_SHOWN = re.compile(
    r"((?<!\\)!\[(?:\\.|[^\[\]\\]){0,2000}\]\()[ \t]*"
    r"(<[^<>\n]*>|(?!<)(?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.)*+\))++)(?=[\s)])"
)
_MARK = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
_NAMED = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]*<?(data:image/[^\s<>]+)>?[ \t]*$", re.MULTILINE)


def is_markdown(text):
    """Whether the document marks its headings as Markdown does; else short lines are taken for headings."""
    return bool(_HEADING.search(text))


def read_markdown(text, ours=False):
    """The Document of `text`; `ours` if it is the site's own export. Raises ImportRefused for what is nested deeply."""
    shown = _Shown(text)
    refuse_brackets(shown.text)
    parser = MarkdownIt("zero", {"maxNesting": NESTING, "html": ours}).enable([*_BLOCKS, *_INLINE])
    if ours:
        parser.enable(["entity", "html_inline"])
    else:
        parser.enable(["blockquote", "fence", "reference", "autolink"])
        parser.options["store_labels"] = True
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _footnote_mark)
    parser.normalizeLink = parser.normalizeLinkText = str
    parser.validateLink = lambda address: (
        shown.stands_for(address) or (led_to(address) is not None if ours else is_address(address))
    )
    return BlockReader(parser, InlineReader(ours, shown), shown.names).read(shown.text)


def read_plain_text(text):
    """The Document of a text without mark-up: its headings are short lines that end no sentence."""
    parser = MarkdownIt("zero", {"maxNesting": NESTING}).enable("list")
    document = BlockReader(parser, InlineReader(False, None), {}).read(text)
    document.parts = [
        Heading(part.words)
        if isinstance(part, Paragraph) and len(part.lines) == 1 and reads_as_heading(part.text)
        else part
        for part in document.parts
    ]
    return document


def reads_as_heading(text):
    """Whether a line of plain text is a heading: short, and not a sentence."""
    return (
        len(text) <= HEADING_LIMIT
        and not text.endswith(_END_OF_SENTENCE)
        and any(character.isalpha() for character in text)
    )


def _footnote_mark(state, silent):
    """The plugin's rule, which looks for the end of each mark through all of the text, with a bound to its length."""
    found = _MARK.match(state.src, state.pos, state.posMax)
    if found is None or f":{found[1]}" not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


class _Shown:
    """The addresses of a text's pictures, put aside before it is parsed: data of megabytes is no text, and what a
    picture's address may be is not what a link's may be.
    """

    def __init__(self, text):
        # As they were typed.
        self.addresses = []
        number = 0
        while f"picture-{number}:" in text:
            number += 1
        self.stem = f"picture-{number}:"
        self.marks = re.compile(rf"{self.stem}(\d+)")
        self.names = {}
        self.text = _SHOWN.sub(self._put_aside, _NAMED.sub(self._name, text))
        self.pictures = Pictures()

    def stands_for(self, address):
        return bool(self.marks.fullmatch(address))

    def typed(self, text):
        """`text` as it was before: what looked like a picture and is none stays as it was typed."""
        return self.marks.sub(lambda found: self.addresses[int(found[1])], text)

    def picture(self, address, alt, caption):
        if self.stands_for(address):
            address = self.typed(address)
            address = address[1:-1] if address.startswith("<") else address
        return self.pictures.at(address, alt, caption)

    def _put_aside(self, found):
        return f"{found[1]}{self._kept(found[2])}"

    def _name(self, found):
        self.names[normalizeReference(found[1])] = {"href": self._kept(found[2]), "title": ""}
        return ""

    def _kept(self, address):
        self.addresses.append(address)
        return f"{self.stem}{len(self.addresses) - 1}"
