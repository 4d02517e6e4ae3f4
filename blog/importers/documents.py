"""Reading a document: what is its title, which sections it has, and what in it belongs to the site round it."""

import re
from dataclasses import dataclass, field

from blog.importers.chrome import take_cart, take_promotion, take_tagline
from blog.importers.classify import sections_of
from blog.importers.inline import plain_inline
from blog.importers.parts import Heading, Paragraph, is_markdown, parts_of, reads_as_heading
from blog.importers.refusal import ImportRefused

__all__ = ["ImportRefused", "Imported", "read_document"]

TITLE_LIMIT = 255
# Characters: some 80,000 words, many times the longest article that anybody reads.
LONGEST = 500_000
# Control characters and halves of surrogate pairs stand in no text that people write.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Imported:
    """`sections` are `(type, value)` as `ArticlePage.body` takes them; `chrome` is the site's own text, by name:
    promotion_text, tagline, cart_count, cart_empty_heading, cart_empty_body, cart_browse_label.
    """

    title: str
    sections: list[tuple[str, dict]] = field(default_factory=list)
    chrome: dict[str, str] = field(default_factory=dict)


def read_document(text):
    """The article in a Markdown document, or in plain text whose headings are short lines without a full stop.

    Every word of `text` is in the result, in its order. Raises ImportRefused.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > LONGEST:
        raise ImportRefused(f"The document has {len(text):,} characters; at most {LONGEST:,} make an article.")
    if not text.strip():
        raise ImportRefused("The document is empty.")
    if _NOT_TEXT.search(text):
        raise ImportRefused("The document is not plain text: it holds control characters.")
    markdown = is_markdown(text)
    parts = parts_of(text, markdown)
    chrome = take_promotion(parts)
    chrome |= take_tagline(parts, below_a_banner=bool(chrome)) | take_cart(parts)
    if not parts or not is_title(parts[0]):
        raise ImportRefused("The document has no title: it must begin with one, on a line of its own.")
    title = plain_inline(parts[0].text, markdown)
    if len(title) > TITLE_LIMIT:
        raise ImportRefused(f"The title has {len(title)} characters; at most {TITLE_LIMIT} can be kept.")
    if not (sections := list(_sections(parts[1:], markdown))):
        raise ImportRefused("The document has a title and no text below it.")
    return Imported(title, sections, chrome)


def is_title(part):
    """Whether the first part can be the title: a heading, or in Markdown also a line that reads as one."""
    return isinstance(part, Heading) or (
        isinstance(part, Paragraph) and len(part.lines) == 1 and reads_as_heading(part.text)
    )


def _sections(parts, markdown):
    heading, body = "", []
    for part in parts:
        if not isinstance(part, Heading):
            body.append(part)
            continue
        if heading or body:
            yield from sections_of(heading, body, markdown)
        heading, body = part.text, []
    if heading or body:
        yield from sections_of(heading, body, markdown)
