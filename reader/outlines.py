"""What can be compared of an edition: its words a section, the numbers of its side effects, its sources.

Read from the frozen HTML and the metadata, whose class names no later version uses for anything else, so an edition of
any age has an outline.
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup

# Numbers of sources and the ways back from them move when another source comes in, and ways to other sections when
# those are called otherwise: no change of the text around them.
MARKS = "a.cite, a.reference__back, [data-nosnippet]"
# What is drawn tells no more than the words beside it.
DRAWN = "svg, [aria-hidden=true]"
# Compared source by source, not as a text.
LISTED_APART = "references"


@dataclass(frozen=True)
class Section:
    """A section's heading, or what names it instead, and its other words in one line, its pictures after them."""

    heading: str
    words: str


@dataclass(frozen=True)
class Outline:
    """An edition for comparing: `sections` by id and `sources` by what identifies them, in their order;
    `side_effects` as the frequencies printed beside each name; `said` as the metadata that readers see.
    """

    sections: dict[str, Section]
    side_effects: dict[str, tuple[str, ...]]
    sources: dict[str, str]
    said: dict[str, object]


def outline(edition):
    """The outline of `edition`, with its `html` and `facts`."""
    body = BeautifulSoup(edition.html, "html.parser")
    for mark in body.select(f"{MARKS}, {DRAWN}"):
        mark.decompose()
    return Outline(
        sections=_sections(body),
        side_effects=_side_effects(body),
        sources=_sources(body),
        said={
            "title": edition.facts["title"],
            **{name: edition.facts.get(name) or "" for name in ("summary", "funding", "competing_interests")},
            "authors": [person["name"] for person in edition.facts.get("authors", [])],
            "is_reviewed": edition.is_reviewed,
        },
    )


def _sections(body):
    found = {}
    for section in body.select("section[data-kind]"):
        if section["data-kind"] == LISTED_APART:
            continue
        heading = section.find("h2")
        name = _words(heading) if heading else section.get("aria-label", "")
        pictures = [f"{picture.get('src')} {picture.get('alt')}" for picture in section.find_all("img")]
        words = " ".join([_words(section, without=heading), *pictures])
        found[section.get("id") or f"section-{len(found)}"] = Section(name, words)
    return found


def _side_effects(body):
    found = {}
    for row in body.select('[data-kind="side_effects"] tbody tr'):
        name, rate = (row.find(class_=place) for place in ("effects__name", "effects__rate"))
        if name and rate:
            printed = _printed(name)
            found[printed] = (*found.get(printed, ()), _printed(rate))
    return found


def _sources(body):
    """The words of each source by its DOI, PubMed number or address, else by the words themselves."""
    found = {}
    for source in body.select("li.reference"):
        links = [link["href"].lower() for link in source.find_all("a", href=True)]
        words = _printed(source)
        found[links[0] if links else words.casefold()] = words
    return found


def _words(element, without=None):
    """All words of an element but those in the element `without`, with single spaces."""
    texts = (text for text in element.find_all(string=True) if without is None or without not in text.parents)
    return " ".join(" ".join(texts).split())


def _printed(element):
    """The words that stand in an element directly or in bold: a term without its medical name, a number without its
    notes, a source without its links.
    """
    texts = (text for text in element.find_all(string=True) if text.parent is element or text.parent.name == "strong")
    return " ".join("".join(texts).split())
