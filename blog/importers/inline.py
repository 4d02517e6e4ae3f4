"""Parts as the rich text that the editor would have stored for them, and the words of fields without mark-up."""

from html import escape

from blog.documents.parts import Heading, Listing, Paragraph
from blog.documents.words import ADDRESS, NOTE, PAGE, SOURCE, WORD, Link
from blog.marks import CITATION, GLOSSARY

_LINK_TYPES = {PAGE: "page", SOURCE: CITATION, WORD: GLOSSARY}


def rich_text(parts, start=1):
    """Paragraphs, headings among them, and lists as stored rich text.

    The keys are those of the editor's own blocks: without them, opening and saving an import would change its text. A
    source's or word's id is its key, until there is a row for it. `start` is the number of the first key.
    """
    return _Writer(start).written(parts)


def inline_html(words):
    """One paragraph's words: an entity holds spans, as the editor exports them."""
    return "".join(_piece(piece) for piece in words.pieces)


def plain(words):
    """The words for a field without mark-up; a link keeps its address."""
    return "".join(_plain_piece(piece) for piece in words.pieces)


class _Writer:
    def __init__(self, start):
        self.keys = start - 1

    def written(self, parts):
        return "".join(
            self._listing(part) if isinstance(part, Listing) else self._block("p", inline_html(part.words))
            for part in parts
            if isinstance(part, (Heading, Paragraph, Listing))
        )

    def _block(self, tag, inner):
        self.keys += 1
        return f'<{tag} data-block-key="i{self.keys:04}">{inner}</{tag}>'

    def _listing(self, listing):
        """The editor begins a new list element after a list of the other kind inside an item."""
        tag = "ol" if listing.ordered else "ul"
        groups = [[]]
        for item in listing.items:
            if groups[-1] and _ends_in(groups[-1][-1], listing.ordered) != listing.ordered:
                groups.append([])
            groups[-1].append(item)
        return "".join(f"<{tag}>{''.join(map(self._item, group))}</{tag}>" for group in groups)

    def _item(self, item):
        self.keys += 1
        key = self.keys
        inside = "".join(self._listing(inner) for inner in item.inside)
        return f'<li data-block-key="i{key:04}">{inline_html(item.words)}{inside}</li>'


def _ends_in(item, ordered):
    """Whether the innermost list at the end of an item is numbered; `ordered` is said of the item's own."""
    if not item.inside:
        return ordered
    last = item.inside[-1]
    return _ends_in(last.items[-1], last.ordered)


def _piece(piece):
    if not isinstance(piece, Link):
        return _span(piece)
    inner = "".join(_span(span) for span in piece.spans)
    if piece.kind == ADDRESS:
        return f'<a href="{escape(piece.target)}">{inner}</a>'
    if piece.kind == NOTE:
        return ""
    return f'<a linktype="{_LINK_TYPES[piece.kind]}" id="{escape(piece.target)}">{inner}</a>'


def _span(span):
    text = escape(span.text, quote=False).replace("\n", "<br/>")
    return f"<b>{text}</b>" if span.bold else text


def _plain_piece(piece):
    if (
        isinstance(piece, Link)
        and piece.kind == ADDRESS
        and piece.text.strip()
        not in (
            piece.target,
            piece.target.removeprefix("mailto:"),
            piece.target.removeprefix("tel:"),
        )
    ):
        return f"{piece.text} ({piece.target})"
    return piece.text
