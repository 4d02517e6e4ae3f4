"""A line of text with the marks in it: bold, links, and the places where something is noted or cited.

It is built like the editor's own text: pieces one after the other, a link holding spans, nothing deeper.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

# What a link can lead to. What stands in the text for a note or a source is its number or name, and not the author's.
ADDRESS, PAGE, NOTE, SOURCE, WORD = "address", "page", "note", "source", "word"

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BLANKS = " \t\r\f\v"


@dataclass(frozen=True)
class Span:
    """Characters of one weight; a line break is a new line in them."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Link:
    """`target` is an address, a page's number, or the key of a note, source or word."""

    kind: str
    target: str
    spans: tuple[Span, ...] = ()

    @property
    def text(self):
        return "" if self.kind in (NOTE, SOURCE) else "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Words:
    pieces: tuple[Span | Link, ...] = ()

    @classmethod
    def of(cls, text, bold=False):
        return cls((Span(text, bold),) if text else ())

    @classmethod
    def joined(cls, lines, separator=" "):
        """`lines` as one, with `separator` between those that hold anything."""
        pieces = []
        for line in lines:
            if pieces and line.pieces:
                pieces.append(Span(separator))
            pieces.extend(line.pieces)
        return cls(merged(pieces))

    @cached_property
    def text(self):
        return "".join(piece.text for piece in self.pieces)

    @property
    def links(self):
        return [piece for piece in self.pieces if isinstance(piece, Link)]

    def keys(self, kind):
        """The targets of the links of one kind, in order, each once."""
        return list(dict.fromkeys(link.target for link in self.links if link.kind == kind))

    def is_bold(self):
        """Whether all of it is bold."""
        spans = [span for span in self._spans() if span.text.strip()]
        return bool(spans) and all(span.bold for span in spans)

    def cut(self, start, end=None):
        """The piece of it from `start` to `end`, counted in `text`; a note's mark goes with what stands before it."""
        end = len(self.text) if end is None else end
        pieces, place = [], 0
        for piece in self.pieces:
            following = place + len(piece.text)
            if not piece.text:
                if start < place <= end or place == start == 0:
                    pieces.append(piece)
            elif isinstance(piece, Span):
                pieces.append(_cut(piece, start - place, end - place))
            else:
                spans, inside = [], place
                for span in piece.spans:
                    spans.append(_cut(span, start - inside, end - inside))
                    inside += len(span.text)
                if any(span.text for span in spans):
                    pieces.append(Link(piece.kind, piece.target, merged(spans)))
            place = following
        return Words(merged(pieces))

    def replaced(self, change):
        """The same with each link as `change(link)` gives it, a list of pieces."""
        pieces = []
        for piece in self.pieces:
            pieces.extend(change(piece) if isinstance(piece, Link) else [piece])
        return Words(merged(pieces))

    def tidied(self):
        """The same as the editor would store it: one space between words, none at the ends nor in front of a mark."""
        written = []
        waiting = False
        for character, bold, link in _characters(self.pieces):
            if character in _BLANKS and character:
                waiting = waiting or bool(written)
                continue
            if character == "\n":
                waiting = False
            elif waiting and character:
                before = written[-1]
                if before[0] != "\n":
                    same = before[2] is link
                    written.append((" ", before[1] and bold and same, link if same else None))
                waiting = False
            written.append((character, bold, link))
        return _regrouped(_trimmed(written))

    def one_line(self):
        """The same without line breaks."""
        return Words(
            tuple(
                Span(_SPACES.sub(" ", piece.text), piece.bold)
                if isinstance(piece, Span)
                else Link(
                    piece.kind,
                    piece.target,
                    tuple(Span(_SPACES.sub(" ", span.text), span.bold) for span in piece.spans),
                )
                for piece in self.pieces
            )
        ).tidied()

    def _spans(self):
        for piece in self.pieces:
            yield from (piece,) if isinstance(piece, Span) else piece.spans

    def __bool__(self):
        return bool(self.pieces)


def merged(pieces):
    """Pieces without empty spans, neighbours of one weight as one."""
    found = []
    held = (piece for piece in pieces if isinstance(piece, Link) or piece.text)
    for bold, run in groupby(held, key=lambda piece: None if isinstance(piece, Link) else piece.bold):
        same = list(run)
        found += same if bold is None else [Span("".join(span.text for span in same), bold)]
    return tuple(found)


def spaced(text):
    """`text` on one line."""
    return _SPACES.sub(" ", text).strip(" ")


def _cut(span, start, end):
    return Span(span.text[max(start, 0) : max(end, 0)], span.bold)


def _characters(pieces):
    """`(character, bold, link)` for each; a link without text is one empty character."""
    for piece in pieces:
        if isinstance(piece, Span):
            for character in piece.text:
                yield character, piece.bold, None
        elif not piece.text:
            yield "", False, piece
        else:
            for span in piece.spans:
                for character in span.text:
                    yield character, span.bold, piece


def _trimmed(written):
    """Without spaces and line breaks at the ends; marks without text stay."""
    start, end = 0, len(written)
    while start < end and written[start][0].isspace():
        start += 1
    while end > start and written[end - 1][0].isspace():
        end -= 1
    return written[start:end]


def _regrouped(written):
    pieces, current, spans = [], None, []

    def close():
        nonlocal spans
        if current is not None:
            pieces.append(Link(current.kind, current.target, merged(spans)))
            spans = []

    for character, bold, link in written:
        if link is not current:
            close()
            current = link
        if link is not None and not character:
            pieces.append(link)
            current = None
        elif link is None:
            pieces.append(Span(character, bold))
        else:
            spans.append(Span(character, bold))
    close()
    return Words(merged(pieces))
