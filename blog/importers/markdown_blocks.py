"""From a Markdown parser's tokens to parts."""

import re

from markdown_it.rules_block.table import escapedSplit

from blog.documents.parts import Document, Heading, Paragraph, Remark, Table
from blog.documents.words import Words, spaced
from blog.importers.limits import DEEPEST, refuse_cells, refuse_deep
from blog.importers.lists import item_of, listed
from blog.importers.markdown_inline import CODE, QUOTES
from blog.importers.tables import squared

NESTING = DEEPEST
UNUSED = "An address that nothing in the text leads to was left out."
# What stands before a table's row that is in a quote or an item of a list.
_OUTSIDE = re.compile(r"(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))*")
_RULE = re.compile(r"[-*_=#~\s]+")


class BlockReader:
    """Reads one text with `parser`. `names` are pictures that the text defines by name."""

    def __init__(self, parser, inline, names):
        self.parser, self.inline, self.names = parser, inline, names
        self.notes, self.in_note = {}, False
        self.cells = 0

    def read(self, text):
        """The Document of `text`. Raises ImportRefused for what is nested too deeply and for tables without end."""
        self.lines = text.split("\n")
        self.env = {"references": self.names}
        self.names_of_pictures = set(self.names)
        tokens = self.parser.parse(text, self.env)
        if any(token.level > NESTING - 10 for token in tokens):
            refuse_deep()
        parts = list(self._parts(tokens))
        self._remark_on_unused()
        used = {key: words for key, words in self.notes.items() if key in self.inline.noted}
        return Document([self._in_place(part) for part in parts if part not in used], used, self.inline.remarks)

    def _remark_on_unused(self):
        """Addresses that the text names below itself, and that nothing in it leads to."""
        for label, named in self.env["references"].items():
            if label not in self.inline.labels and label not in self.names_of_pictures:
                said = f"[{label.lower()}]: {named['href']} {named['title']}"
                self.inline.remarks.append(Remark(UNUSED, spaced(said)))
        for again in self.env.get("duplicate_refs", []):
            said = f"[{again['label'].lower()}]: {again['href']} {again['title']}"
            self.inline.remarks.append(Remark(UNUSED, spaced(said)))

    def _in_place(self, part):
        """A note that no mark refers to is text, where it stands."""
        if isinstance(part, str):
            words = Words.joined([Words.of(f"[^{part}]:"), self.notes[part]])
            return Paragraph(words, (words.text,))
        return part

    def _parts(self, tokens):
        """Parts; the place of a footnote's text is its key, a str."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.nesting == 1 and (read := self._CONTAINERS.get(token.type)):
                end = _end(tokens, position)
                yield from read(self, tokens[position : end + 1])
                position = end
            elif token.type == "fence":
                yield self._code(token)
            elif token.type == "blockquote_open":
                self.inline.kept(QUOTES, self.lines[token.map[0]])
            elif token.type == "inline" and (self.inline.ours or not _RULE.fullmatch(token.content)):
                yield from self._line(token, tokens[position - 1])
            position += 1

    def _line(self, token, opening):
        words = self._words(token)
        if opening.type == "heading_open":
            yield Heading(words, int(opening.tag[1:]))
        elif words or self.inline.is_empty_paragraph(token.content):
            yield Paragraph(words, tuple(spaced(line) for line in self.inline.typed(token.content).split("\n")))
        yield from self._pictures()

    def _code(self, token):
        words = Words.of(self.inline.typed(token.content))
        self.inline.kept(CODE, f"{token.info} {words.text}")
        return Paragraph(words, tuple(spaced(line) for line in words.text.split("\n")))

    def _words(self, token):
        self.inline.look_for_what_stays(token.content)
        return self.inline.words(token.children, in_note=self.in_note)

    def _pictures(self):
        found, self.inline.pictures = self.inline.pictures, []
        return found

    def _note(self, tokens):
        key = tokens[0].meta["label"]
        outside, self.in_note = self.in_note, True
        # The words of what it holds, whatever that is: a note is a line below the text.
        found = [self._words(token) for token in tokens if token.type == "inline"]
        self.in_note = outside
        if key in self.notes:
            found.insert(0, self.notes[key])
        else:
            yield key
        self.notes[key] = Words.joined(found)
        yield from self._pictures()

    def _table(self, tokens):
        rows = []
        for position, token in enumerate(tokens):
            if token.type == "tr_open":
                end = _end(tokens, position)
                cells = [self._words(cell) for cell in tokens[position:end] if cell.type == "inline"]
                # The parser drops what stands beyond the last column.
                typed = escapedSplit(_OUTSIDE.sub("", self.lines[token.map[0]]).strip())
                typed = typed[1 if typed and not typed[0] else 0 : -1 if len(typed) > 1 and not typed[-1] else None]
                for more in typed[len(cells) :]:
                    cells.append(self.inline.words(self.parser.parseInline(more.strip(), self.env)[0].children))
                rows.append(cells)
                self.cells += len(cells)
                refuse_cells(self.cells)
        after = self._pictures()
        yield Table(squared(rows))
        yield from after

    def _list(self, tokens):
        numbers, items, after = [], [], []
        position = 1
        while position < len(tokens) - 1:
            end = _end(tokens, position)
            item, more = item_of(self._parts(tokens[position + 1 : end]))
            numbers.append(tokens[position])
            items.append(item)
            after += more
            position = end + 1
        ordered = tokens[0].type == "ordered_list_open"
        yield from listed(items, [token.info for token in numbers] if ordered else None, tokens[1].markup)
        yield from after

    _CONTAINERS = {
        "bullet_list_open": _list,
        "ordered_list_open": _list,
        "table_open": _table,
        "footnote_reference_open": _note,
    }


def _end(tokens, start):
    """The place of the token that closes the one at `start`."""
    opening = tokens[start]
    closing = opening.type.replace("_open", "_close")
    return next(
        place
        for place in range(start + 1, len(tokens))
        if tokens[place].type == closing and tokens[place].level == opening.level
    )
