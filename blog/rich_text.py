"""Article text with mark-up: what it may hold, and how it becomes the HTML that is frozen."""

import re
from html import unescape

import nh3
from django.utils.html import escape, strip_tags
from django.utils.safestring import mark_safe
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from blog.marks import token_for, with_tokens, without_citations, without_reserved
from blog.models.sources import Reference
from editions.models import Edition

FEATURES = ["bold", "link", "ol", "ul", "citation", "glossary"]

_TAGS = {"a", "b", "br", "li", "ol", "p", "strong", "ul"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"https", "http", "mailto", "tel"}
_LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_END_OF_BLOCK = re.compile(
    # A list inside an item ends the item's own line.
    r"</(?:p|li|ol|ul)>|<br\s*/?>|(?<!</p>)(?<!/li>)(?<!/ol>)(?<!/ul>)<[ou]l>",
    re.IGNORECASE,
)


def safe_html(source):
    """Stored rich text as HTML for readers: links to pages root-relative, everything outside the whitelist removed.

    Empty where it holds no words. A link to nothing, or to an article that has no edition, leaves its text. Marks are
    tokens (`blog/marks.py`), to be resolved when the whole article stands.
    """
    if not plain_text(source):
        return mark_safe("")
    source = with_tokens(source)
    pages = reachable(page_ids(source))

    def opening_tag(found):
        attributes = extract_attrs(found[1])
        if "linktype" not in attributes:
            return found[0]
        return _anchor(pages.get(_page_id(attributes)))

    # The whitelist is applied to what is printed, not to what the editor sent: rows are also written by imports,
    # migrations and the API.
    clean = nh3.clean(
        FIND_A_TAG.sub(opening_tag, source), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None
    )
    return mark_safe(_LINK_TO_NOTHING.sub(r"\1", clean))  # noqa: S308


def plain_text(source):
    """The words of stored rich text, a line for each paragraph or list item."""
    return unescape(strip_tags(_END_OF_BLOCK.sub("\n", without_citations(source)))).strip()


def page_ids(source):
    """Ids of the pages that stored rich text links to, in order."""
    found = (_page_id(extract_attrs(attributes)) for attributes in FIND_A_TAG.findall(source))
    return [page_id for page_id in found if page_id]


def reachable(ids):
    """The pages among `ids` that a link can lead to, by id: articles need an edition, other pages must be live."""
    if not ids:
        return {}
    with_editions = set(Edition.objects.filter(page_id__in=ids).values_list("page_id", flat=True))
    return {
        page.pk: page
        for page in Page.objects.filter(pk__in=ids).specific(defer=True)
        if (page.pk in with_editions if getattr(page, "is_manuscript", False) else page.live)
    }


def readable(value):
    """`value` with every rich text in it as safe HTML and every source as its mark, at any depth, for templates."""
    if isinstance(value, RichText):
        return safe_html(value.source)
    if isinstance(value, str):
        return without_reserved(value)
    if isinstance(value, Reference):
        return token_for(value)
    if isinstance(value, dict):
        return {name: readable(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, ListValue)):
        return [readable(item) for item in value]
    return value


def _page_id(attributes):
    number = attributes.get("id", "")
    # Longer numbers are no ids, and no database takes them.
    if attributes.get("linktype") == "page" and number.isascii() and number.isdigit() and len(number) <= 18:
        return int(number)
    return None


def _anchor(page):
    address = page and page.get_url_parts()
    return f'<a href="{escape(address[2])}">' if address else "<a>"
