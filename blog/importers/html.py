"""HTML as parts: headings, paragraphs, lists, tables, pictures and footnotes, however they are nested."""

import re

from bs4 import NavigableString

from blog.documents.parts import Caption, Document, Heading, Listing, Paragraph, Remark, Table, with_captions
from blog.documents.words import ADDRESS, NOTE, Link, Span, Words, merged, spaced
from blog.importers.html_lists import set_lists
from blog.importers.html_notes import COMMENT, MARK, take_notes
from blog.importers.html_safety import BLOCKS, EMBEDDED, FORMULA, sound_html
from blog.importers.html_unshown import unshown_words
from blog.importers.limits import DEEPEST, refuse_deep
from blog.importers.lists import item_of, lines_of, listed
from blog.importers.pictures import Pictures
from blog.importers.tables import spread
from blog.importers.word_numbering import LETTERS

COMMENTS = "Comments were left out."
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = {"ul": False, "menu": False, "ol": True}
_LETTERS = ("a", "A", "i", "I")
# A text belongs to the nearest of these.
_OF_TABLES = ("tr", "caption", "table", "style", "script")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_NO_TEXT = {"style", "script"}


def read_html(markup):
    """The Document of a page. Raises ImportRefused for what would run, and for what is nested too deeply."""
    tree = sound_html(markup)
    pictures = Pictures()
    title = tree.title.extract() if tree.title else None
    unshown = unshown_words(tree)
    about_lists = set_lists(tree)
    document = document_of(tree, pictures.at)
    document.remarks += unshown + about_lists
    document.title = spaced(title.get_text()) if title else ""
    return document


def document_of(tree, picture_at, exact=False):
    """The Document of a tree of elements. `exact`: its spaces are the author's own, as in Word's text."""
    notes = take_notes(tree)
    reader = _Reader(picture_at, exact)
    parts = with_captions(reader.parts_in(tree))
    texts = {key: Words.joined(all_words(reader.parts_in(note))) for key, note in notes.items()}
    for key in filter(COMMENT.fullmatch, list(texts)):
        reader.remark(COMMENTS, texts.pop(key).text)
    return Document(parts, texts, reader.remarks, links_as_written=True)


class _Reader:
    def __init__(self, picture_at, exact):
        self.picture_at, self.exact = picture_at, exact
        self.remarks = []
        self.depth = 0

    def parts_in(self, element):
        """The parts inside one element."""
        flow = _Flow(self)
        flow.walk(element)
        flow.end_paragraph()
        return flow.parts

    def descend(self):
        self.depth += 1
        if self.depth > DEEPEST:
            refuse_deep()

    def remark(self, message, words):
        if words := spaced(words):
            self.remarks.append(Remark(message, words))


class _Flow:
    """Text that runs on until a block ends it."""

    def __init__(self, reader):
        self.reader = reader
        self.parts, self.pieces, self.after = [], [], []
        self.weight, self.link, self.spans, self.shifted, self.keeps_lines = 0, None, [], None, False

    def walk(self, element):
        self.reader.descend()
        for child in list(element.children):
            if type(child) is NavigableString:
                self.text(str(child))
            elif not isinstance(child, NavigableString):
                self.element(child)
        self.reader.depth -= 1

    def text(self, text):
        if not self.reader.exact and not self.keeps_lines:
            text = _SPACES.sub(" ", text)
        if self.shifted:
            table = _RAISED if self.shifted == "sup" else _LOWERED
            if all(ord(character) in table for character in text.strip()):
                text = text.translate(table)
        (self.pieces if self.link is None else self.spans).append(Span(text, self.weight > 0))

    def element(self, element):
        name = element.name
        if name in _NO_TEXT:
            return
        if name in _HEADINGS or name in _LISTS or name == "table" or name in BLOCKS:
            self.end_paragraph()
            self.block(element)
            self.end_paragraph()
        elif name == "br":
            self._line_break()
        elif name == "img":
            self.after.append(self.reader.picture_at(element.get("src", ""), element.get("alt", "")))
        elif name == MARK:
            self._close_link()
            self.pieces.append(Link(NOTE, element["data-key"]))
        elif name in ("b", "strong"):
            self.weight += 1
            self.walk(element)
            self.weight -= 1
        elif name in ("sup", "sub"):
            outside, self.shifted = self.shifted, name
            self.walk(element)
            self.shifted = outside
        elif name == "a":
            self._anchor(element)
        else:
            self._other(element)

    def block(self, element):
        name, reader = element.name, self.reader
        if name in _HEADINGS:
            parts = reader.parts_in(element)
            self.parts.append(Heading(Words.joined(all_words(parts)), _HEADINGS[name]))
            self.parts += [part for part in parts if not isinstance(part, (Heading, Paragraph, Listing))]
        elif name in _LISTS:
            self.parts += self._list(element)
        elif name == "table":
            self.parts += self._table(element)
        elif name in ("figcaption", "caption") or "caption" in element.get("class", ()):
            self.parts.append(Caption(Words.joined(all_words(reader.parts_in(element)))))
        elif "contents-list" in element.get("class", ()):
            reader.remark(
                "A list of contents was left out: readers get one made from the headings.", element.get_text(" ")
            )
        elif name == "pre":
            self.keeps_lines = True
            self.walk(element)
            self.keeps_lines = False
        elif name == "dt":
            self.weight += 1
            self.walk(element)
            self.weight -= 1
        else:
            before = len(self.parts)
            self.walk(element)
            self.end_paragraph()
            if name == "p" and self.reader.exact and len(self.parts) == before:
                self.parts.append(Paragraph(Words(), ("",)))

    def end_paragraph(self):
        self._close_link()
        words = Words(merged(self.pieces))
        if words.text.strip() or words.links or (self.reader.exact and words):
            self.parts.append(Paragraph(words, tuple(spaced(line) for line in words.text.split("\n"))))
        self.parts += self.after
        self.pieces, self.after = [], []

    def _line_break(self):
        (self.pieces if self.link is None else self.spans).append(Span("\n", self.weight > 0))

    def _anchor(self, element):
        address = element.get("href", "").strip()
        if self.link is not None or not address:
            self.walk(element)
            return
        # Where it may lead is decided when it is known whose document this is.
        self.link = (ADDRESS, address)
        self.walk(element)
        self._close_link()
        self.link = None

    def _close_link(self):
        """Put down what the link holds so far; it goes on in the next paragraph if it is still open."""
        if self.link is not None and self.spans:
            self.pieces.append(Link(*self.link, merged(self.spans)))
            self.spans = []

    def _other(self, element):
        name = element.name
        if name in ("s", "strike", "del"):
            self.reader.remark(
                "Words that are struck out were kept. Take them out if they should not be read.", element.get_text()
            )
        elif name == "input" and element.get("type") == "checkbox":
            self.text("☑" if element.has_attr("checked") else "☐")
        elif name == "object" and FORMULA in element.get("class", ()):
            # Its signs in a row could say something else: one over two would be twelve.
            self.reader.remark(
                "A formula was left out. Put it in by hand, in words or as a picture.", element.get_text(" ")
            )
            return
        elif name in EMBEDDED and name != "input":
            self.reader.remark(
                "Something embedded (a drawing, a film or another page) was left out, except its words.",
                element.get_text(" ").strip() or element.get("src") or element.get("data") or "Without words",
            )
        self.walk(element)

    def _list(self, element):
        items, after = [], []
        for child in list(element.children):
            if getattr(child, "name", None) in _LISTS and items:
                # A list straight inside a list belongs to the item before it.
                item, more = item_of([Paragraph(items[-1].words), *items[-1].inside, *self._list(child)])
                items[-1] = item
            elif getattr(child, "name", None):
                item, more = item_of(self.reader.parts_in(child if child.name == "li" else _wrapped(child)))
                items.append(item)
            elif type(child) is NavigableString and child.strip():
                item, more = item_of([Paragraph(Words.of(spaced(child)))])
                items.append(item)
            else:
                continue
            after += more
        start = element.get("start", "1")
        start = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
        numbers = [str(start + place) for place in range(len(items))] if _LISTS[element.name] else None
        if numbers and element.get("type", "1") in _LETTERS:
            self.reader.remark(LETTERS, items[0].text if items else "")
        return [*listed(items, numbers), *after]

    def _table(self, element):
        rows, after = [], []
        captions = []
        headed = False
        for row in element.find_all("tr"):
            if row.find_parent("table") is not element:
                continue
            cells = row.find_all(("td", "th"), recursive=False)
            headed = headed or (not rows and bool(cells) and all(cell.name == "th" for cell in cells))
            line = []
            for cell in cells:
                parts = self.reader.parts_in(cell)
                after += [part for part in parts if not isinstance(part, (Heading, Paragraph, Listing, Table))]
                if len(cells) == 1 and cell.name == "td" and not rows and len(element.find_all("tr")) == 1:
                    # A frame round text, and no table.
                    return parts
                line.append((Words.joined(all_words(parts), "\n"), _number(cell, "colspan"), _number(cell, "rowspan")))
            if line:
                rows.append(line)
        loose = [text for text in element.find_all(string=True) if text.find_parent(_OF_TABLES) is element]
        if words := spaced(" ".join(loose)):
            after.append(Paragraph(Words.of(words)))
        for caption in element.find_all("caption", recursive=False):
            captions += all_words(self.reader.parts_in(caption))
        if not rows:
            return after
        return [Table(spread(rows), headed, Words.joined(captions)), *after]


def all_words(parts):
    """The words of parts in order, a line for each paragraph, item or row."""
    found = []
    for part in parts:
        if isinstance(part, (Heading, Paragraph, Caption)):
            found.append(part.words)
        elif isinstance(part, Listing):
            found += [words for _depth, words in lines_of(part)]
        elif isinstance(part, Table):
            found += [Words.joined(row) for row in part.rows]
    return found


def _number(cell, name):
    text = cell.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _wrapped(element):
    return element.wrap(element.__class__(name="li"))
