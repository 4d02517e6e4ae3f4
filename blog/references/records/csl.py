"""CSL-JSON, which Crossref, PubMed and most reference managers give."""

import json
import re

from blog.references.records.record import personal_name, reference_from, text_of

_KINDS = {"webpage": "web_page", "post": "web_page", "post-weblog": "web_page", "book": "book", "chapter": "book"}
_KINDS |= dict.fromkeys(("article-journal", "article", "article-magazine", "journal-article", "review"), "article")
_PMID = re.compile(r"\bPMID:?\s*(\d{1,8})\b", re.IGNORECASE)
_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")
# Parts that people look for; Crossref says much about its own records besides.
_WITHOUT_A_PLACE = ("abstract", "collection-title", "edition", "genre", "keyword", "language", "publisher-place")


def references(text, most):
    """`(references, problems, rest)` of the first `most` records of a text that begins as CSL-JSON; `rest` is what
    stands behind it.
    """
    items, problems, at = [], [], 0
    while text[at : at + 1] in ("{", "[") and len(items) < most:
        try:
            read, at = _DECODER.raw_decode(text, at)
        except ValueError:
            problems.append("This looks like CSL-JSON, but a bracket, comma or quote is missing. Copy it again.")
            at = len(text)
        except RecursionError:
            problems.append("This JSON is nested too deeply to be a reference. Copy the record again.")
            at = len(text)
        else:
            if isinstance(read, dict) and isinstance(read.get("items"), list):
                read = read["items"]
            items += read if isinstance(read, list) else [read]
            at = _BETWEEN.match(text, at).end()
    items = items[:most]
    found = [_reference(item) for item in items if isinstance(item, dict)]
    if len(found) < len(items):
        problems.append("Some of this JSON is no record of a reference and was left out.")
    return found, problems, text[at:]


def _reference(item):
    return reference_from(
        "CSL-JSON",
        kind=_KINDS.get(text_of(item.get("type")), ""),
        title=_one(item.get("title")),
        authors=[_name(name) for name in _list(item.get("author")) or _list(item.get("editor"))],
        container=_one(item.get("container-title")) or _one(item.get("publisher")),
        year=next(filter(None, (_date(item.get(name)) for name in ("issued", "published", "published-print"))), ""),
        volume=item.get("volume"),
        issue=item.get("issue"),
        pages=item.get("page"),
        doi=_one(item.get("DOI")),
        pmid=_one(item.get("PMID")) or ((match := _PMID.search(text_of(item.get("note")))) and match[1]) or "",
        pmc=_one(item.get("PMCID")),
        url=_one(item.get("URL")),
        accessed_on=_date(item.get("accessed")),
        left_aside={name.replace("-", " ") for name in _WITHOUT_A_PLACE if item.get(name)},
    )


def _list(value):
    return value if isinstance(value, list) else []


def _one(value):
    """The text of a value that some give as a list with one item."""
    return text_of(value[0] if isinstance(value, list) and value else value)


def _name(name):
    if not isinstance(name, dict):
        return text_of(name)
    if literal := text_of(name.get("literal") or name.get("name")):
        return literal
    particles = (text_of(name.get(part)) for part in ("dropping-particle", "non-dropping-particle"))
    return personal_name(" ".join(filter(None, (*particles, text_of(name.get("family"))))), name.get("given"))


def _date(value):
    """A date as text, the year first: from `{"date-parts": [[2024, 5, 1]]}` or what is written out."""
    if not isinstance(value, dict):
        return text_of(value)
    parts = _list(value.get("date-parts"))
    if parts and isinstance(parts[0], list):
        return "-".join(text_of(part) for part in parts[0][:3])
    return text_of(value.get("raw") or value.get("literal"))
