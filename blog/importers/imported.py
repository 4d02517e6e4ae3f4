"""What reading a document gives: an article's parts in plain values, and what its marks and pictures are to become."""

from dataclasses import dataclass, field

from blog.documents.parts import Picture, Remark


class Local(str):
    """The key of something that has no row yet, in the place where the row's id will stand: `source:3`."""

    __slots__ = ()


@dataclass
class Proposal:
    """A source or word that the document brings along.

    `fields` are those of its row, `row_id` that of one which the site has already, `words` how the document put it.
    """

    key: Local
    fields: dict
    row_id: int | None = None
    words: str = ""
    # Differences between what the document says and what the site has.
    differs: str = ""


@dataclass
class Imported:
    """`sections` are `(type, value)` with plain values: rich text as HTML, a source, word or picture as a Local key.

    `chrome` is the site's own text round a copied page, by name: promotion_text, tagline, cart_count,
    cart_empty_heading, cart_empty_body, cart_browse_label. `fields` are the article's own; `relations` are ids of the
    people, topics, conditions and the medicine that it names and the site knows; `further` are sources that it lists
    and does not cite.
    """

    title: str
    sections: list[tuple[str, dict]] = field(default_factory=list)
    chrome: dict[str, str] = field(default_factory=dict)
    references: list[Proposal] = field(default_factory=list)
    terms: list[Proposal] = field(default_factory=list)
    pictures: dict[Local, Picture] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    fields: dict = field(default_factory=dict)
    relations: dict = field(default_factory=dict)
    further: list[Local] = field(default_factory=list)
    written_here: bool = False


class Gathered:
    """What the sections of one document point at, while they are being read."""

    def __init__(self, library, remarks=()):
        self.library = library
        self.references, self.terms, self.pictures = {}, {}, {}
        self.remarks = list(remarks)
        self.further = []
        # What the marks of the document lead to: footnotes by their keys, its own lists by kind and number.
        self.settled, self.keys = {}, {}

    def remark(self, message, quote=""):
        self.remarks.append(Remark(message, quote))

    def source(self, fields, words=""):
        """The Local key of a source with these fields, the same for the same source."""
        return self._proposed(self.references, "source", fields, words, self.library.source(fields))

    def word(self, fields, words=""):
        return self._proposed(self.terms, "word", fields, words, self.library.word(fields.get("term", "")))

    def picture(self, picture):
        """The Local key of a picture; None for one that the document does not hold, which is reported."""
        if picture.data is None:
            if picture.place:
                message = (
                    f"A picture was left out, for it is not in the document but at {picture.place[:300]}. Nothing is "
                    "fetched from elsewhere: upload it, and choose it in its section."
                )
            else:
                message = (
                    f"A picture was left out: {picture.problem or 'it holds no data'}. Choose another in its section."
                )
            self.remark(message, picture.alt or picture.caption.text)
            return None
        key = Local(f"picture:{len(self.pictures) + 1}")
        self.pictures[key] = picture
        return key

    def _proposed(self, known, kind, fields, words, row):
        for proposal in known.values():
            if proposal.fields == fields or (row and proposal.row_id == row.row_id):
                return proposal.key
        key = Local(f"{kind}:{len(known) + 1}")
        known[key] = Proposal(key, fields, row and row.row_id, words, _difference(fields, row))
        return key


def _difference(fields, row):
    """Which of the document's words about a source or word the site's own row says otherwise."""
    if row is None:
        return ""
    return "; ".join(
        f"{name.replace('_', ' ')}: “{value}”"
        for name, value in fields.items()
        if value not in ("", None, False) and name not in ("doi", "source") and row.fields.get(name) != value
    )
