"""Stored rich text as paragraphs of plain words, with what was marked in them."""

import re
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z!?][^\s<>/]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-zA-Z-]+)="([^"]*)"')
# Other whitespace than the space that keeps a number on the line of its unit.
_SPACES = re.compile(r"[^\S\xa0]+")
_NUMBER = re.compile(r"[0-9]{1,18}")
_INLINE = {"a", "b", "strong", "i", "em", "span", "sub", "sup", "u", "abbr", "code"}


class Link(NamedTuple):
    """`target` is the address, or `page:12` for a page of the site; blank where the link leads nowhere."""

    text: str
    target: str


class Paragraph(NamedTuple):
    """`marks` are `(offset in text, id of the reference)`, `glossary` the ids of the terms marked, `lists` the number
    of the list that it is an item of, after that of the list round that one, if there is one.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    glossary: tuple[int, ...] = ()
    bold_words: int = 0
    lists: tuple[int, ...] = ()


def spaced(text):
    """`text` on one line, with single spaces."""
    return _collapsed(text).strip(" ")


def paragraphs(source):
    """The paragraphs and list items of stored rich text that hold words, in order; tags may be missing or odd."""
    reader = _Reader()
    pieces = _TAG.split(source)
    reader.add(pieces[0])
    for position in range(1, len(pieces), 4):
        closes, name, attributes, text = pieces[position : position + 4]
        reader.tag(name.lower(), attributes, bool(closes))
        reader.add(text)
    reader.finish()
    return reader.found


class _Reader:
    def __init__(self):
        self.found = []
        self.lists = []
        self.lists_seen = 0
        self._start_afresh()

    def _start_afresh(self):
        self.text = ""
        self.marks, self.links, self.glossary = [], [], []
        self.bold_depth = self.bold_words = 0
        self.link = None
        # What stands in a mark is drawn anew for readers, as a number.
        self.in_mark = self.after_mark = False

    def add(self, text):
        if not text or self.in_mark:
            return
        text = _collapsed(unescape(text) if "&" in text else text)
        if not self.text or self.text.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            return
        if self.after_mark and text[0] in ".,;:!?)":
            self.text = self.text.removesuffix(" ")
        self.after_mark = False
        self.text += text
        if self.bold_depth:
            self.bold_words += len(text.split())

    def tag(self, name, attributes, closes):
        if name not in _INLINE:
            self._structure(name, closes)
        elif name == "a":
            self._end_link()
            if not closes:
                self._begin_link(dict(_ATTRIBUTE.findall(attributes)))
        elif name in ("b", "strong"):
            self.bold_depth = max(0, self.bold_depth + (-1 if closes else 1))

    def finish(self):
        self._end_link()
        if text := self.text.strip(" "):
            marks = tuple((min(offset, len(text)), reference) for offset, reference in self.marks)
            self.found.append(
                Paragraph(text, marks, tuple(self.links), tuple(self.glossary), self.bold_words, tuple(self.lists[-2:]))
            )
        elif self.marks and self.found:
            # A mark alone on a line stands for the line above.
            above = self.found[-1]
            after = tuple((len(above.text), reference) for _offset, reference in self.marks)
            self.found[-1] = above._replace(marks=above.marks + after)
        self._start_afresh()

    def _structure(self, name, closes):
        if name == "br":
            self.add(" ")
            return
        self.finish()
        if name in ("ul", "ol"):
            if closes:
                del self.lists[-1:]
            else:
                self.lists_seen += 1
                self.lists.append(self.lists_seen)

    def _begin_link(self, attributes):
        kind, number = attributes.get("linktype"), attributes.get("id", "")
        number = int(number) if _NUMBER.fullmatch(number) else None
        if kind == "citation":
            self.in_mark = True
            if number is not None:
                self.marks.append((len(self.text.rstrip(" ")), number))
        elif kind == "glossary":
            if number is not None:
                self.glossary.append(number)
        else:
            target = f"{kind}:{number}" if kind else unescape(attributes.get("href", "")).strip()
            self.link = (len(self.text), target)

    def _end_link(self):
        if self.link:
            start, target = self.link
            self.links.append(Link(self.text[start:].strip(), target))
            self.link = None
        if self.in_mark:
            self.in_mark, self.after_mark = False, True


def _collapsed(text):
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)
