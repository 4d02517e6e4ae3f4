"""Rich text as the editor stored it, as parts."""

from bs4 import BeautifulSoup

from blog.documents.parts import Item, Listing, Paragraph, Picture
from blog.documents.words import PAGE, SOURCE, WORD, Link, Words
from blog.importers.html import document_of
from blog.marks import CITATION, GLOSSARY

_KINDS = {CITATION: SOURCE, GLOSSARY: WORD, "page": PAGE}
_STORED = "stored:"


def text_parts(source, elsewhere):
    """Paragraphs and lists of stored rich text; none where it holds no words and no marks."""
    tree = BeautifulSoup(source or "", "html.parser")
    for link in tree.find_all("a", linktype=True):
        link["href"] = f"{_STORED}{link['linktype']}:{link.get('id', '')}"
    parts = document_of(tree, lambda address, alt: Picture(alt, None, address), exact=True).parts
    found = [_with_numbers(part, elsewhere) for part in parts]
    if not any(_holds_something(part) for part in found):
        return []
    return _joined(found)


def _with_numbers(part, elsewhere):
    def number(link):
        if not link.target.startswith(_STORED):
            return [link]
        linktype, _colon, row_id = link.target.removeprefix(_STORED).partition(":")
        kind = _KINDS.get(linktype)
        target = elsewhere.number(kind, int(row_id)) if kind and row_id.isascii() and row_id.isdigit() else None
        return list(link.spans) if target is None else [Link(kind, target, link.spans)]

    def words(text):
        return text.replaced(number)

    if isinstance(part, Listing):
        return Listing(
            tuple(
                Item(words(item.words), tuple(_with_numbers(inner, elsewhere) for inner in item.inside))
                for item in part.items
            ),
            part.ordered,
        )
    return Paragraph(words(part.words)) if hasattr(part, "words") else Paragraph(Words())


def _holds_something(part):
    return isinstance(part, Listing) or bool(part.words)


def _joined(parts):
    """Lists that the editor stores in pieces, after a list of the other kind inside an item, as one list again."""
    found = []
    for part in parts:
        before = found[-1] if found else None
        if isinstance(part, Listing):
            part = Listing(tuple(Item(item.words, tuple(_joined(item.inside))) for item in part.items), part.ordered)
            if isinstance(before, Listing) and before.ordered == part.ordered:
                found[-1] = Listing(before.items + part.items, part.ordered)
                continue
        found.append(part)
    return found
