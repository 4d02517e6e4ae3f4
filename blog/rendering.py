"""The body of an article as HTML, the same on every machine and for everyone: what is frozen, reviewed and sealed."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import slugify
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from blog.content import in_order
from blog.rich_text import page_ids, reachable
from blog.text import well_formed

# Ids that the page round the body uses.
CHROME_IDS = {"main", "topics", "newest", "contents", "references", "article-title", "article-foot", "crisis-line"}
CHROME_IDS |= {"search-header", "search-page", "unreviewed", "demonstration", "withdrawn"}
ID_LIMIT = 80


def render_body(article):
    """`(html, sections)` of the draft; sections are dicts of id, heading and kind, in order, those with a heading.

    Puts the pictures that it shows into the record. Renders without a request, in the page's language and the site's
    time zone, whoever asks and from where.
    """
    language = article.locale.language_code if article.locale_id else settings.LANGUAGE_CODE
    with timezone.override(settings.TIME_ZONE), translation.override(language):
        references = [reference_for_readers(row.reference, number) for number, row in _numbered(article)]
        taken = CHROME_IDS | {f"reference-{reference['number']}" for reference in references}
        html, sections = [], []
        for child in article.body:
            heading = well_formed(child.block.heading_of(child.value))
            section_id = unique_id(heading, child.block_type, taken)
            taken |= {section_id, f"{section_id}-heading"}
            if heading:
                sections.append({"id": section_id, "heading": heading, "kind": child.block_type})
            html.append(child.block.render(child.value, context={"section_id": section_id, "heading": heading}))
        if references:
            sections.append({"id": "references", "heading": "References", "kind": "references"})
            html.append(
                render_to_string(
                    "blocks/references.html",
                    {"section_id": "references", "heading": "References", "references": references},
                )
            )
    return well_formed("\n".join(html)), sections


def unique_id(heading, kind, taken):
    """An id made of `heading`, else of the section's kind: `stages`, then `stages-2`, that clashes with none taken."""
    stem = slugify(heading)[:ID_LIMIT].strip("-_") or slugify(kind.replace("_", "-"))
    number = 1
    while True:
        candidate = stem if number == 1 else f"{stem}-{number}"
        if candidate not in taken and f"{candidate}-heading" not in taken:
            return candidate
        number += 1


def reference_for_readers(reference, number):
    """A reference as its template prints it; an address that is not https is left out, whoever stored it."""
    names = ("authors", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid", "accessed_on")
    url = reference.url if reference.url.startswith("https://") else ""
    return {name: getattr(reference, name) for name in names} | {"number": number, "url": url, "cited_at": []}


@dataclass(frozen=True)
class BrokenLink:
    """A link in a draft that leads readers nowhere."""

    block_id: str
    heading: str
    page_id: int


def broken_links(article):
    """The draft's links to pages that readers cannot open: gone, not published, or an article without an edition."""
    found = [
        BrokenLink(child.id, child.block.heading_of(child.value), page_id)
        for child in article.body
        for source in _rich_texts(child.value)
        for page_id in page_ids(source)
    ]
    good = reachable([link.page_id for link in found])
    return [link for link in found if link.page_id not in good]


def _numbered(article):
    return enumerate(in_order(article.references), start=1)


def _rich_texts(value):
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, (StructValue, ListValue, StreamValue)):
        for item in value.values() if isinstance(value, StructValue) else value:
            yield from _rich_texts(getattr(item, "value", item))
