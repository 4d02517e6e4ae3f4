"""A document as its parts in order, whatever file it came in: headings, paragraphs, lists, tables and pictures."""

from dataclasses import dataclass, field, replace

from blog.documents.words import Words

NO_WORDS = Words()


@dataclass(frozen=True)
class Heading:
    """`level` counts from 1, the article's title."""

    words: Words
    level: int = 2

    @property
    def text(self):
        return self.words.text


@dataclass(frozen=True)
class Paragraph:
    """`lines` are the lines in which it was written, where that is known."""

    words: Words
    lines: tuple[str, ...] = ()

    @property
    def text(self):
        return self.words.text


@dataclass(frozen=True)
class Item:
    """An item of a list, with the lists inside it."""

    words: Words
    inside: tuple["Listing", ...] = ()

    @property
    def text(self):
        return self.words.text


@dataclass(frozen=True)
class Listing:
    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells, all equally long; `headed`: the first row names the columns."""

    rows: tuple[tuple[Words, ...], ...]
    headed: bool = True
    caption: Words = NO_WORDS


@dataclass(frozen=True)
class Picture:
    """`data` is None where there is none to be had: `place` is the address that the document names instead, `problem`
    says what is wrong with the data that it holds.
    """

    alt: str
    data: bytes | None
    place: str = ""
    problem: str = ""
    caption: Words = NO_WORDS


@dataclass(frozen=True)
class Caption:
    """The words below a picture or above a table, until they are put with it."""

    words: Words

    @property
    def text(self):
        return self.words.text


@dataclass(frozen=True)
class Remark:
    """Something that a person should know of an import: a sentence, and the document's words that it is about."""

    message: str
    quote: str = ""


@dataclass
class Document:
    """What a reader makes of a file. `notes` are the texts of footnotes by the keys of their marks.

    `links_as_written`: where links lead is still to be read from their addresses.
    """

    parts: list = field(default_factory=list)
    notes: dict[str, Words] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    title: str = ""
    links_as_written: bool = False


def with_captions(parts):
    """`parts` with each caption at the picture before it, else at the table next to it; else it is a paragraph."""
    found = []
    for place, part in enumerate(parts):
        if not isinstance(part, Caption):
            found.append(part)
            continue
        before, after = found[-1] if found else None, parts[place + 1] if place + 1 < len(parts) else None
        if isinstance(before, Picture) and not before.caption:
            found[-1] = replace(before, caption=part.words)
        elif isinstance(after, Table) and not after.caption:
            found.append(part)
        elif isinstance(before, Table) and not before.caption:
            found[-1] = replace(before, caption=part.words)
        else:
            found.append(Paragraph(part.words))
    return _above(found)


def _above(parts):
    """`parts` with the captions left in it put at the tables that follow them."""
    found = []
    for part in parts:
        if found and isinstance(found[-1], Caption):
            caption = found.pop()
            part = replace(part, caption=caption.words)
        found.append(part)
    return found
