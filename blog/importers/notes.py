"""Footnotes: which of them are sources, and what becomes of the others."""

import re
from datetime import datetime

from blog.documents import rows
from blog.documents.words import NOTE, SOURCE, Link, Span, Words, spaced
from blog.enums import ReferenceKind
from blog.importers.inline import plain
from blog.references import bare_doi, short_name
from blog.references.identifiers import odd_in_doi

# All that stands together: what was cut off at a sign that is not taken would leave another DOI.
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)?(10\.\d{4,9}/[^\s\"“”]+)", re.IGNORECASE)
_PMID = re.compile(r"\bPMID:?\s*([1-9]\d{0,7})\b|https?://pubmed\.ncbi\.nlm\.nih\.gov/([1-9]\d{0,7})/?", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20\d\d)(?!\d)")
_READ_ON = re.compile(
    r"[\[(]?\b(?:accessed|cited|read|retrieved|viewed)(?: on)?:?\s+"
    r"(\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|\d{4} \w{3} \d{1,2})[\])]?",
    re.IGNORECASE,
)
_DAYS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y-%m-%d", "%Y %b %d")
# Authors. Title. Journal. Year;volume(issue):pages
_VANCOUVER = re.compile(
    r"(?P<authors>[^.]{2,480}?)\.\s+(?P<title>.{3,290}?)[.?!]\s+(?P<container>[^.;]{2,190}?)\.?\s+"
    r"(?P<year>(?:19|20)\d\d)(?:\s*;\s*(?P<volume>[\w.-]{1,20})?(?:\((?P<issue>[^()]{1,20})\))?"
    r"(?::\s*(?P<pages>[\w\u2010-\u2013, -]{1,40}))?)?[.;]?"
)
# Authors (year). Title. Journal, volume(issue), pages
_AUTHOR_DATE = re.compile(
    r"(?P<authors>[^()]{2,480}?)\s*\((?P<year>(?:19|20)\d\d)\)\.?\s+(?P<title>.{3,290}?)[.?!]\s+"
    r"(?P<container>[^,;]{2,190}?)(?:,\s*(?P<volume>[\w.-]{1,20})(?:\((?P<issue>[^()]{1,20})\))?"
    r"(?:,\s*(?P<pages>[\w\u2010-\u2013 -]{1,40}))?)?[.;]?"
)
_TITLE_LIMIT, _DOI_LIMIT, _ADDRESS_LIMIT = 300, 200, 500
# As long as all fields together.
_LONGEST = 1_100


def with_notes(words, notes, gathered):
    """`words` with each footnote's mark as the mark of a source, or as the note's own words where it is none."""

    def settled(link):
        if link.kind != NOTE:
            return [link]
        note = notes.get(link.target, Words())
        if link.target not in gathered.settled:
            gathered.settled[link.target] = _source(note, gathered)
        key, shown = gathered.settled[link.target]
        if key:
            return [Link(SOURCE, key, (Span(shown),))]
        return [Span(f" ({text})")] if (text := spaced(plain(note))) else []

    return words.replaced(settled)


def _source(note, gathered):
    """`(key, text of its mark)` of the source that a note names; the key is None where it stays words."""
    text = spaced(plain(note))
    fields, missing = source_fields(text)
    is_numbered = fields.get("doi") or fields.get("pmid")
    row = gathered.library.source(fields) if is_numbered or not missing else None
    if row is None and missing:
        gathered.remark(f"A footnote was kept in the text, in brackets: {missing}", text)
        return None, ""
    if row is None and not fields.get("authors"):
        gathered.remark(
            "Its parts could not be told apart, so all of this footnote is the new source's title. Put that right.",
            text,
        )
    known = row.fields if row else fields
    return gathered.source(fields, text), f"[{short_name(known.get('authors'), known.get('year', ''))}]"


def source_fields(text):
    """`(fields, missing)`: the fields of a Reference that a footnote names, and why they make none, as a sentence."""
    fields = {name: rows.untouched(field) for name, field in rows.REFERENCE_FIELDS.items()}
    rest = text
    if read_on := _READ_ON.search(rest):
        fields["accessed_on"] = _day(read_on[1])
        rest = _without(rest, read_on) if fields["accessed_on"] else rest
    doi = _DOI.search(rest)
    if doi and (odd := odd_in_doi(bare_doi(doi[1]))):
        # Percent signs are an address's, which leads there as it is.
        if odd != "%":
            return fields, f"a DOI with “{odd}” in it is not taken."
        doi = None
    if doi:
        fields["doi"] = bare_doi(doi[1])
        rest = _without(rest, doi)
    if pmid := _PMID.search(rest):
        fields["pmid"] = pmid[1] or pmid[2]
        rest = _without(rest, pmid)
    if url := _URL.search(rest):
        fields["url"] = url[0]
        rest = _without(rest, url)
    if not (doi or pmid or url):
        return fields, "it names no DOI, PubMed number or address, so it is no source."
    if len(fields["url"]) > _ADDRESS_LIMIT or len(fields["doi"]) > _DOI_LIMIT:
        return fields, "its address is too long for a source."
    rest = re.sub(r"\b(?:doi|available (?:at|from)|url):?\s*(?=$|[.,;])", "", rest, flags=re.IGNORECASE).strip(" .,;")
    fields["kind"] = (ReferenceKind.ARTICLE if doi or pmid else ReferenceKind.WEB_PAGE).value
    for shape in (_VANCOUVER, _AUTHOR_DATE) if len(rest) < _LONGEST else ():
        if found := shape.fullmatch(rest):
            fields |= {name: spaced(value) for name, value in found.groupdict().items() if value}
            fields["year"] = int(fields["year"])
            return fields, ""
    year = _YEAR.search(rest) or _YEAR.search(fields["accessed_on"] or "")
    fields["title"] = rest
    if not rest:
        return fields, "it names a source by its number or address alone, and the site does not have it yet."
    if not year:
        return fields, "it names a source without a year, and the site does not have it yet."
    if len(rest) > _TITLE_LIMIT:
        return fields, "it says more than a source's title can hold."
    fields["year"] = int(year[0])
    return fields, ""


def _without(text, found):
    return spaced(f"{text[: found.start()]} {text[found.end() :]}")


def _day(text):
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return None
