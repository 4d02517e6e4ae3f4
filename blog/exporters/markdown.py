"""Parts as Markdown, which the importer and every other program for Markdown can read.

What Markdown cannot say is written as HTML or as a character's number: bold inside a word, line breaks, odd spaces.
"""

import base64
import re

from blog.documents.addresses import written_as
from blog.documents.characters import sayable
from blog.documents.parts import Heading, Listing, Paragraph, Picture, Table
from blog.documents.words import Link
from blog.importers.markdown_inline import EMPTY_PARAGRAPH

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~|]|&(?=[#\w])|!(?=\[|$)")
# At the start of a line these begin a list, a heading or a quotation.
_AT_START = re.compile(r"([-+=]|\d{1,9}[.)])")
_ENCODED = re.compile(r"[^\S ]|\|")
_AT_ENDS = re.compile(r"^ | $")
_ENTITY = re.compile(r"&#?\w+;")
_ODD_SPACE = re.compile(r"[^\S ]")
_PLAIN_ADDRESS = re.compile(r"[\w.:/?&=%#@,;+~-]+", re.ASCII)


def markdown_of(parts):
    """The document of `parts` as the bytes of a Markdown file."""
    writer = _Writer()
    blocks = [text for part in parts for text in writer.block(part)]
    return ("\n\n".join([*blocks, *writer.data]) + "\n").encode()


class _Writer:
    def __init__(self):
        self.data = []

    def block(self, part):
        match part:
            case Heading():
                yield f"{'#' * part.level} {line_of(part.words)}"
            case Paragraph():
                yield _paragraph(part.words)
            case Listing():
                yield "\n".join(_listing(part))
            case Table():
                yield "\n".join(_table(part))
            case Picture():
                yield self._picture(part)

    def _picture(self, picture):
        if picture.data is None:
            return text_of(picture.problem)
        name = f"picture-{len(self.data) + 1}"
        encoded = base64.b64encode(picture.data).decode()
        self.data.append(f"[{name}]: data:{_media_type(picture.data)};base64,{encoded}")
        return f"![{text_of(picture.alt)}][{name}]"


def line_of(words):
    """Words as one line of Markdown."""
    found = []
    pieces = words.pieces
    for place, piece in enumerate(pieces):
        if isinstance(piece, Link):
            text = "".join(_span(span) for span in piece.spans)
            found.append(f"[{text}]({_address(written_as(piece.kind, piece.target))})")
        else:
            text = _span(piece)
            # An exclamation mark before a link would make a picture of it.
            follows = place + 1 < len(pieces) and isinstance(pieces[place + 1], Link)
            if follows and text.endswith("!") and not text.endswith("\\!"):
                text = f"{text[:-1]}\\!"
            found.append(text)
    return _AT_ENDS.sub(_numbered, "".join(found))


def text_of(text):
    """Plain text as Markdown that says exactly it."""
    return "<br>".join(_escaped(line) for line in sayable(text).split("\n"))


def _escaped(line):
    escaped = _SPECIAL.sub(lambda found: found[0] if found[0] == "|" else f"\\{found[0]}", line)
    return _ENCODED.sub(_numbered, escaped)


def _span(span):
    text = text_of(span.text)
    if not span.bold or not text:
        return text
    clean = span.text[0].isalnum() and span.text[-1].isalnum()
    return f"**{text}**" if clean else f"<b>{text}</b>"


def _paragraph(words):
    """A paragraph that is taken for nothing else, and is one even if it holds no words."""
    line = line_of(words) or EMPTY_PARAGRAPH
    found = _AT_START.match(line)
    return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}" if found else line


def _address(address):
    if _PLAIN_ADDRESS.fullmatch(address) and not _ENTITY.search(address):
        return address
    safe = re.sub(r"[\\<>&]", lambda found: f"\\{found[0]}", sayable(address))
    return f"<{_ODD_SPACE.sub(_numbered, safe)}>"


def _numbered(found):
    return f"&#{ord(found[0])};"


def _listing(listing, indent=""):
    for number, item in enumerate(listing.items, start=1):
        mark = f"{number}." if listing.ordered else "-"
        yield f"{indent}{mark} {_paragraph(item.words)}"
        for inner in item.inside:
            yield from _listing(inner, indent + " " * (len(mark) + 1))


def _table(table):
    rows = [[line_of(words) for words in row] for row in table.rows]
    yield _row(rows[0])
    yield _row(["---"] * len(rows[0]))
    for row in rows[1:]:
        yield _row(row)


def _row(cells):
    return f"| {' | '.join(cells)} |"


def _media_type(data):
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return "image/png"
    if data[:3] == b"\xff\xd8\xff":
        return "image/jpeg"
    if data[:4] == b"GIF8":
        return "image/gif"
    return "image/webp" if data[8:12] == b"WEBP" else "image/avif"
