"""The body of an article as HTML, the same on every machine and for everyone: what is frozen, reviewed and sealed."""

import json
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import slugify
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page
from wagtail.rich_text import RichText

from blog.authorities import REPORTING
from blog.content import in_order, snapshot
from blog.licence import licence_sentences
from blog.marks import marked, resolved, without_reserved, word_anchor
from blog.references.identifiers import printed_authors
from blog.rich_text import page_ids, reachable
from blog.text import well_formed
from editions.models import Edition

# Ids that the page round the body uses.
CHROME_IDS = {"main", "topics", "newest", "contents", "references", "article-title", "article-foot", "crisis-line"}
CHROME_IDS |= {"search-header", "search-page", "unreviewed", "demonstration", "withdrawn", "superseded"}
CHROME_IDS |= {"crisis-line-page", "crisis-line-top", "crisis-line-foot", "edition-history"}
# How the ids of marks, and of what they lead to, begin.
ID_PREFIXES = ("cite-", "reference-", "word-")
ID_LIMIT = 80
# Kinds of sections that print the sentences about licences; an article with none of them begins with these.
SAYS_LICENCE = {"key_points", "evidence"}
# Kinds of sections that key points and findings lead to, so that who reads of a benefit is one step from its risks.
RISKS = {"side_effects", "who_should_not"}


def render_body(article):
    """`(html, sections)` of the draft; sections are dicts of id, heading, kind and the stored block's id (without
    it where no author wrote the section), in order, those with a heading.

    A section that an edition had already keeps the id that it had there, whatever it is called by now: links from
    elsewhere lead to it.

    Puts the pictures that it shows into the record. Renders without a request, in the page's language and the site's
    time zone, whoever asks and from where.
    """
    language = article.locale.language_code if article.locale_id else settings.LANGUAGE_CODE
    with timezone.override(settings.TIME_ZONE), translation.override(language):
        points_at = marked(article.body)
        page = _Body(shared_by_sections(article, points_at), kept_ids(article))
        if article.medicine and article.medicine.boxed_warning.strip():
            page.place("boxed_warning", "Important warning", _boxed_warning, article.medicine)
        if page.shared["licence"] and not SAYS_LICENCE & {child.block_type for child in article.body}:
            page.place("licence", "", _licence, None)
        for child in article.body:
            heading = child.block.heading_of(child.value)
            page.place(child.block_type, heading, child.block.render, child.value, block_id=child.id)
        if points_at.terms and not any(child.block_type == "glossary" for child in article.body):
            glossary = article.body.stream_block.child_blocks["glossary"]
            page.place("glossary", glossary.heading_of({}), glossary.render, glossary.get_default())
        html, cited = resolved(
            page.printed(),
            {reference.pk: reference for reference in points_at.references},
            {term.pk: term for term in points_at.terms},
        )
        if references := _references(article, cited):
            page.place("references", "References", _reference_list, references)
            html = "\n".join(filter(None, [html, page.printed()]))
    return well_formed(html), page.sections


def _licence(_value, context):
    return render_to_string("blocks/licence.html", context)


def kept_ids(article):
    """The ids that the sections of `article` have in its newest edition, by those of their blocks."""
    sealed = Edition.objects.filter(page_id=article.pk).order_by("-number").values_list("metadata", flat=True).first()
    sections = json.loads(sealed)["sections"] if sealed else []
    here = {child.id for child in article.body}
    return {
        section["block"]: section["id"]
        for section in sections
        if section.get("block") in here and section["id"] not in CHROME_IDS
    }


def shared_by_sections(article, points_at):
    """What every section's template gets beside its own value (`templates/blocks/README.md`)."""
    return {
        "words": words_explained(points_at),
        "licence": licence_of(article),
        "label_url": https_only(article.medicine.label_url) if article.medicine else "",
        "reporting": REPORTING.get(article.jurisdiction) if article.medicine else None,
    }


class _Body:
    """The sections of a body: each is placed, so that it has its id, before any is printed and may link to another."""

    def __init__(self, shared, kept):
        self.shared, self.kept = shared | {"risks": [], "cards": []}, kept
        self.taken = CHROME_IDS | {word["anchor"] for word in shared["words"]} | set(kept.values())
        self.sections, self._waiting, self._opens = [], [], True

    def place(self, kind, heading, render, value, block_id=None):
        heading = without_reserved(well_formed(heading))
        section_id = "references" if kind == "references" else self.kept.get(block_id)
        section_id = section_id or unique_id(heading, kind, self.taken)
        self.taken |= {section_id, f"{section_id}-heading"}
        if heading:
            section = {"id": section_id, "heading": heading, "kind": kind}
            self.sections.append(section | {"block": block_id} if block_id else section)
        if kind in RISKS:
            self.shared["risks"].append({"id": section_id, "heading": heading})
        if kind == "care_card":
            self.shared["cards"].append({"id": section_id, "heading": heading, "level": value["level"]})
        self._waiting.append((render, value, {"section_id": section_id, "heading": heading}))

    def printed(self):
        """The HTML of what was placed since the last time."""
        html = []
        for render, value, placed in self._waiting:
            html.append(render(value, context={**placed, "opens_article": self._opens, **self.shared}))
            self._opens = False
        self._waiting = []
        return "\n".join(html)


def _references(article, cited):
    """What is cited, by its numbers, and then the further sources, as their list prints them."""
    further = [row.reference for row in in_order(article.references) if row.reference not in cited]
    return [
        *(reference_for_readers(reference, number, places) for reference, (number, places) in cited.items()),
        *(reference_for_readers(reference, number) for number, reference in enumerate(further, len(cited) + 1)),
    ]


def _reference_list(references, context):
    return render_to_string("blocks/references.html", context | {"references": references})


def _boxed_warning(medicine, context):
    text = without_reserved(medicine.boxed_warning)
    return render_to_string("blocks/boxed_warning.html", context | {"medicine": medicine.generic_name, "text": text})


def licence_of(article):
    """What readers are told where the article's medicine is not approved for what it is about: sentences."""
    conditions = [snapshot(condition) for condition in article.conditions.all()]
    return licence_sentences(snapshot(article.medicine), conditions, article.jurisdiction)


def words_explained(points_at):
    """The terms of an article as a glossary prints them, in the order of the alphabet; `anchor` is unique in it, and
    `marked_at` the id of the place in the text that leads there, blank for none.
    """
    return [
        {
            "anchor": word_anchor(term),
            "marked_at": f"{word_anchor(term)}-mark" if term.pk in points_at.in_text else "",
            "term": term.term,
            "pronounce": term.pronounce,
            "meaning": term.plain_definition,
        }
        for term in sorted(points_at.terms, key=lambda term: term.term.casefold())
    ]


def unique_id(heading, kind, taken):
    """An id made of `heading`, else of the section's kind: `stages`, then `stages-2`, that clashes with none taken."""
    stem = slugify(heading)[:ID_LIMIT].strip("-_") or slugify(kind.replace("_", "-"))
    if stem.startswith(ID_PREFIXES):
        stem = f"section-{stem}"
    number = 1
    while True:
        candidate = stem if number == 1 else f"{stem}-{number}"
        if candidate not in taken and f"{candidate}-heading" not in taken:
            return candidate
        number += 1


def reference_for_readers(reference, number, cited_at=()):
    """A reference as its template prints it."""
    names = ("title", "container", "year", "volume", "issue", "pages", "doi", "pmid", "accessed_on")
    return {name: getattr(reference, name) for name in names} | {
        "number": number,
        "authors": printed_authors(reference.authors),
        "url": https_only(reference.url),
        "cited_at": list(cited_at),
    }


def https_only(address):
    """An address that may be printed; blank for any other, whoever stored it."""
    return address if address.startswith("https://") else ""


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
        for page_id in _linked_pages(child.value)
    ]
    good = reachable([link.page_id for link in found])
    return [link for link in found if link.page_id not in good]


def _linked_pages(value):
    """Ids of the pages that a value links to, from its texts and its choosers."""
    if isinstance(value, RichText):
        yield from page_ids(value.source)
    elif isinstance(value, Page):
        yield value.pk
    elif isinstance(value, (StructValue, ListValue, StreamValue)):
        for item in value.values() if isinstance(value, StructValue) else value:
            yield from _linked_pages(getattr(item, "value", item))
