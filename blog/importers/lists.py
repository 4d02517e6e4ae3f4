"""Lists: in a sentence, and as a document sets them."""

from blog.documents.parts import Heading, Item, Listing, Paragraph
from blog.documents.words import Words


def english_list(terms):
    """`a and b`; `a, b, and c`."""
    if len(terms) < 3:
        return " and ".join(terms)
    return f"{', '.join(terms[:-1])}, and {terms[-1]}"


def split_list(text):
    """The terms of `a, b, and c.`; empty unless joining them gives the very text back."""
    if not text.endswith("."):
        return []
    terms = text[:-1].split(", ")
    terms = text[:-1].split(" and ") if len(terms) == 1 else [*terms[:-1], terms[-1].removeprefix("and ")]
    if len(terms) < 2 or not all(terms) or f"{english_list(terms)}." != text:
        return []
    return terms


def item_of(parts):
    """`(item, after)`: the words of an item and the lists inside it; what no item can hold comes after its list.

    Text below a list inside goes on at that list's end, so that the words keep their order.
    """
    words, inside, after = [], [], []
    for part in parts:
        if isinstance(part, Listing):
            inside.append(part)
        elif not isinstance(part, (Heading, Paragraph)):
            after.append(part)
        elif inside:
            inside[-1] = _longer(inside[-1], part.words)
        else:
            words.append(part.words)
    return Item(Words.joined(words), tuple(inside)), after


def listed(items, numbers, mark="."):
    """The parts that make a list of `items`; `numbers` are None for bullets.

    Numbers that are not 1, 2, 3 … stay, each with a paragraph of its own: the text may refer to them.
    """
    if numbers is None or set(numbers) == {"1"} or numbers == [str(number) for number in range(1, len(numbers) + 1)]:
        if items:
            yield Listing(tuple(items), numbers is not None)
        return
    for number, item in zip(numbers, items, strict=True):
        words = Words.joined([Words.of(f"{number}{mark}"), item.words])
        yield Paragraph(words)
        yield from item.inside


def lines_of(listing, depth=0):
    """Each item's words in order, however deep, as `(depth, words)`."""
    for item in listing.items:
        yield depth, item.words
        for inner in item.inside:
            yield from lines_of(inner, depth + 1)


def _longer(listing, words):
    """`listing` with `words` after everything in it."""
    *before, last = listing.items
    if last.inside:
        last = Item(last.words, (*last.inside[:-1], _longer(last.inside[-1], words)))
    else:
        last = Item(Words.joined([last.words, words]))
    return Listing((*before, last), listing.ordered)
