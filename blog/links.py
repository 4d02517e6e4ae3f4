"""Where the links of a draft lead."""

from dataclasses import dataclass

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from blog.rich_text import page_ids, reachable


@dataclass(frozen=True)
class BrokenLink:
    """A link in a draft that leads readers nowhere."""

    block_id: str
    heading: str
    page_id: int


def broken_links(body):
    """The links in an article's sections to pages that readers cannot open: gone, not published, or an article
    without an edition.
    """
    found = [
        BrokenLink(child.id, child.block.heading_of(child.value), page_id)
        for child in body
        for source in _rich_texts(child.value)
        for page_id in page_ids(source)
    ]
    good = reachable([link.page_id for link in found])
    return [link for link in found if link.page_id not in good]


def _rich_texts(value):
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, (StructValue, ListValue, StreamValue)):
        for item in value.values() if isinstance(value, StructValue) else value:
            yield from _rich_texts(getattr(item, "value", item))
