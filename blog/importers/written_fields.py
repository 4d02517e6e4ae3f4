"""Fields of a section, read from parts in the written form. What is not understood is put aside and not thrown away."""

from blog.documents import cells, form
from blog.documents.families import (
    POINTS_ELSEWHERE,
    Family,
    family,
    is_short,
    labels,
    named_by,
    rich_field,
    untouched,
)
from blog.documents.parts import Heading, Listing, Paragraph, Picture, Table
from blog.documents.words import PAGE, Link, Words, spaced
from blog.importers.inline import plain, rich_text

_TEXT = (Paragraph, Listing, Heading)


class FieldReader:
    """Reads the fields of one section; `stray` are the parts that no field takes, `gathered` the document's remarks."""

    def __init__(self, gathered, where):
        self.gathered, self.where = gathered, where
        self.stray = []

    def group(self, block, short, parts, level):
        """The values of a group of fields: `short` are the rows of its table, `parts` what stands below it."""
        value = untouched(block)
        names = {_key(label): name for name, label in labels(block).items()}
        for row in short:
            self._short(block, names, row, value)
        lead, chunks = _chunked(parts, level)
        first = rich_field(block)
        if first is None:
            self._aside(lead)
        elif lead:
            value[first] = self._rich(lead)
        for heading, inside in chunks:
            name = names.get(_key(heading.text))
            child = block.child_blocks[name] if name else None
            if child is None or is_short(child):
                self._aside([heading, *inside], f"“{heading.text}” is the name of no field here.")
                continue
            value[name] = self._long(child, inside, level)
        return value

    def _short(self, block, names, row, value):
        label, words = row[0], Words.joined(row[1:])
        name = names.get(_key(label.text))
        child = block.child_blocks[name] if name else None
        if child is not None and is_short(child):
            try:
                value[name] = self.cell(child, words)
                return
            except cells.NotUnderstood:
                problem = f"“{plain(words)}” is no value of “{label.text}”."
        else:
            problem = f"“{label.text}” is the name of no field here."
        self._aside([Paragraph(Words.joined([label, words], ": "))], problem)

    def cell(self, block, words):
        """The value of a short field. Raises NotUnderstood."""
        if family(block) is Family.TEXT and words.links:
            # A field without mark-up keeps a link's address in words.
            words = Words.of(plain(words))
        found = cells.read(block, words)
        if isinstance(found, list):
            return [self._pointed_at(link) for link in found]
        return self._pointed_at(found) if family(block) in POINTS_ELSEWHERE else found

    def _pointed_at(self, link):
        if not isinstance(link, Link):
            return link
        if link.kind == PAGE:
            if self.gathered.library.has_page(int(link.target)):
                return int(link.target)
            self.gathered.remark(f"In “{self.where}”: there is no page {link.target}, so the field is blank.")
            return None
        key = self.gathered.keys.get((link.kind, link.target))
        if key is None:
            raise cells.NotUnderstood
        return key

    def _long(self, block, parts, level):
        match family(block):
            case Family.RICH:
                return self._rich(parts)
            case Family.GROUP:
                return self._group_below(block, parts, level + 1)
            case Family.LIST:
                return list(self._list(block.child_block, parts, level + 1))
            case Family.PICTURE:
                return self._picture(parts)
            case Family.GRID:
                return self._grid(block, parts)
        self._aside(parts)
        return untouched(block)

    def _group_below(self, block, parts, level):
        """A group with its own table, if it has one, at the head of its parts."""
        header = tuple(map(_key, form.FIELDS))
        if parts and isinstance(parts[0], Table) and tuple(_key(words.text) for words in parts[0].rows[0]) == header:
            return self.group(block, parts[0].rows[1:], parts[1:], level)
        return self.group(block, (), parts, level)

    def _rich(self, parts):
        self._aside([part for part in parts if not isinstance(part, _TEXT)])
        return rich_text([part for part in parts if isinstance(part, _TEXT)])

    def _list(self, block, parts, level):
        if family(block) is Family.TEXT:
            yield from self._texts(block, parts)
            return
        lead, chunks = _chunked(parts, level)
        for part in lead:
            if isinstance(part, Table) and family(block) is Family.GROUP:
                yield from self._rows(block, part)
            else:
                self._aside([part])
        for heading, inside in chunks:
            if family(block) is Family.GROUP:
                value = self._group_below(block, inside, level + 1)
                name = named_by(block)
                called = form.item_name(str(block.label), heading.text)
                if name and called:
                    value[name] = self.cell(block.child_blocks[name], Words.of(called))
                elif called:
                    self._aside([heading])
                yield value
            elif is_short(block):
                words = Words.joined([part.words for part in inside if isinstance(part, Paragraph)])
                try:
                    yield self.cell(block, words)
                except cells.NotUnderstood:
                    self._aside(inside)
            else:
                yield self._long(block, inside, level + 1)

    def _texts(self, block, parts):
        for part in parts:
            if isinstance(part, Listing):
                for item in part.items:
                    yield self.cell(block, item.words)
                    yield from self._texts(block, item.inside)
            elif isinstance(part, (Paragraph, Heading)):
                if part.words:
                    yield self.cell(block, part.words)
            else:
                self._aside([part])

    def _rows(self, block, table):
        names = {_key(label): name for name, label in labels(block).items()}
        columns = [names.get(_key(words.text)) for words in table.rows[0]]
        for row in table.rows[1:]:
            value = untouched(block)
            for words, column, name in zip(row, table.rows[0], columns, strict=True):
                if name is None and not words:
                    continue
                child = block.child_blocks.get(name)
                try:
                    if child is None or not is_short(child):
                        raise cells.NotUnderstood
                    value[name] = self.cell(child, words)
                except cells.NotUnderstood:
                    self._aside(
                        [Paragraph(Words.joined([row[0], column, words], ": "))],
                        f"“{plain(words)}” is no value of “{column.text}”.",
                    )
            yield value

    def _picture(self, parts):
        shown = [part for part in parts if isinstance(part, Picture)]
        said = [part for part in parts if not isinstance(part, Picture) and part.words.text != form.MISSING_PICTURE]
        self._aside([*shown[1:], *said])
        if not shown:
            self.gathered.remark(f"In “{self.where}”: the document has no picture here. Choose one.")
            return None
        return self.gathered.picture(shown[0])

    def _grid(self, block, parts):
        tables = [part for part in parts if isinstance(part, Table)]
        said = [part for part in parts if isinstance(part, Paragraph)]
        self._aside([part for part in parts if part not in said and part not in tables[:1]])
        caption = Words.joined([part.words for part in said]).text
        if not tables:
            return untouched(block) | {"caption": caption}
        kind, cell = next(iter(block.child_blocks.items()))
        first, *rows = tables[0].rows
        return {
            "columns": [{"type": kind, "heading": plain(words)} for words in first],
            "rows": [{"values": [self._grid_cell(cell, words) for words in row]} for row in rows],
            "caption": caption,
        }

    def _grid_cell(self, block, words):
        try:
            return self.cell(block, words)
        except cells.NotUnderstood:
            self._aside([Paragraph(words)])
            return untouched(block)

    def _aside(self, parts, problem="Words were found where no field takes them."):
        parts = [part for part in parts if not isinstance(part, Paragraph) or part.words]
        if parts:
            self.stray += parts
            quote = next((part.text for part in parts if hasattr(part, "text")), "")
            self.gathered.remark(f"In “{self.where}”: {problem} They stand as text at its end.", quote)


def _chunked(parts, level):
    """`(lead, chunks)`: what stands before the first heading of `level`, and `(heading, parts)` for each."""
    lead, chunks = [], []
    for part in parts:
        if isinstance(part, Heading) and part.level <= min(level, form.DEEPEST_LEVEL):
            chunks.append((part, []))
        else:
            (chunks[-1][1] if chunks else lead).append(part)
    return lead, chunks


def _key(label):
    return spaced(label).casefold()
