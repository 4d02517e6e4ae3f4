"""A document as its parts: headings, paragraphs and lists, in order, with the words as they were written."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from blog.importers.refusal import ImportRefused

_ATX_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_UNDERLINED_HEADING = re.compile(r"^[ \t]*\S.*\n {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[-*_=#~\s]+")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_END_OF_SENTENCE = tuple(".,;:!…")
HEADING_LIMIT = 120
_NESTING = 100


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    items: tuple[str, ...]
    ordered: bool


def is_markdown(text):
    """Whether the document marks its headings as Markdown does; else short lines are taken for headings."""
    return bool(_ATX_HEADING.search(text) or _UNDERLINED_HEADING.search(text))


def parts_of(text, markdown):
    """The parts of `text` in order. Raises ImportRefused for lists that are nested too deeply.

    Only the block structure is Markdown's. Whatever else has a meaning there (code, quotes, HTML, references) stays
    text, for what an article cannot hold must not vanish.
    """
    parser = MarkdownIt("zero", {"maxNesting": _NESTING}).enable("list")
    if markdown:
        parser.enable(["heading", "lheading"])
    tokens = parser.parse(text)
    if any(token.level > _NESTING - 10 for token in tokens):
        raise ImportRefused("The lists in this document are nested too deeply to be read.")
    return list(_parts(tokens, markdown))


def spaced(text):
    """`text` on one line."""
    return _SPACES.sub(" ", text).strip(" ")


def _parts(tokens, markdown):
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type.endswith("list_open"):
            end = next(
                place
                for place in range(position, len(tokens))
                if tokens[place].type == token.type.replace("open", "close") and tokens[place].level == token.level
            )
            yield from _listing(tokens[position : end + 1])
            position = end
        elif token.type == "inline" and not _RULE.fullmatch(token.content):
            yield _line_or_paragraph(token.content, tokens[position - 1].type == "heading_open", markdown)
        position += 1


def _line_or_paragraph(content, is_heading, markdown):
    text = spaced(content)
    if is_heading or (not markdown and "\n" not in content and reads_as_heading(text)):
        return Heading(text)
    return Paragraph(text, tuple(spaced(line) for line in content.split("\n")))


def reads_as_heading(text):
    """Whether a line of plain text is a heading: short, and not a sentence."""
    return (
        len(text) <= HEADING_LIMIT
        and not text.endswith(_END_OF_SENTENCE)
        and any(character.isalpha() for character in text)
    )


def _listing(tokens):
    """One list; or a paragraph for each item where its numbers are not 1, 2, 3 …, for they may be referred to."""
    items, numbers = [], []
    depth = 0
    for token in tokens:
        if token.type == "list_item_open":
            depth += 1
            marker = f"{token.info}{token.markup} " if token.info else ""
            if depth == 1:
                numbers.append((token.info, marker))
                items.append([])
            elif marker:
                items[-1].append(marker)
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type == "inline":
            items[-1].append(token.content)
    texts = [spaced(" ".join(item)) for item in items]
    found = [number for number, _marker in numbers]
    ordered = tokens[0].type == "ordered_list_open"
    if ordered and found != [str(number) for number in range(1, len(found) + 1)] and set(found) != {"1"}:
        for text, (_number, marker) in zip(texts, numbers, strict=True):
            line = spaced(marker + text)
            yield Paragraph(line, (line,))
    elif any(texts):
        yield Listing(tuple(texts), ordered)
