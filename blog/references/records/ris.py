"""RIS, as reference managers and publishers' pages export it."""

import re
from urllib.parse import unquote

import rispy

from blog.references.identifiers import bare_doi
from blog.references.records.record import inverted_name, not_taken, reference_from, text_of

_START = re.compile(r"^(?=[ \t]*TY {1,2}-)", re.MULTILINE)
_TAG = re.compile(r"^[ \t]*([A-Z][A-Z0-9]) {1,2}-[ \t]?", re.MULTILINE)
_END = re.compile(r"^[ \t]*ER {1,2}-.*$", re.MULTILINE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"\bPMID:?\s*(\d{1,8})\b", re.IGNORECASE)
_PMC = re.compile(r"PMC\d+", re.IGNORECASE)
_KINDS = {"JOUR": "article", "EJOUR": "article", "MGZN": "article", "JFULL": "article", "INPR": "article"}
_KINDS |= dict.fromkeys(("BOOK", "CHAP", "EDBOOK", "EBOOK", "ECHAP"), "book")
_KINDS |= dict.fromkeys(("ELEC", "BLOG", "WEB"), "web_page")
_USED = {"type_of_reference", "end_of_reference", "id"}


def references(text, most):
    """`(references, problems, rest)` of the first `most` records of a text that begins as RIS; `rest` is what stands
    behind the ends of records.
    """
    found, problems = [], []
    records = [_END.split(record, maxsplit=1) for record in _START.split(text) if record.strip()]
    for number, (record, *_) in enumerate(records[:most], start=1):
        plain = _TAG.sub(r"\1  - ", record)
        try:
            (read,) = rispy.loads(f"{plain.strip()}\nER  - \n")
        # The parser promises nothing about broken records, and one of them must not lose the others.
        except Exception:
            problems.append(f"Record {number} could not be read as RIS. Fill it in by hand.")
        else:
            found.append(_reference(_Record(read)))
    return found, problems, "\n".join(rest for _, *behind in records for rest in behind)


class _Record:
    """A record's values by rispy's names, remembering which of them were asked for."""

    def __init__(self, values):
        self.values = values
        self.used = set(_USED)

    def first(self, *names):
        """The first of the values under `names` that is no blank."""
        self.used |= set(names)
        for name in names:
            for value in self.all(name):
                if text := text_of(value):
                    return text
        return ""

    def all(self, *names):
        self.used |= set(names)
        values = (self.values.get(name, []) for name in names)
        return [item for value in values for item in (value if isinstance(value, list) else [value])]

    def pmc(self):
        """The PMC number, which PubMed keeps in a field that everybody may use for what they like."""
        for name in (f"custom{number}" for number in range(1, 9)):
            if _PMC.fullmatch(found := text_of(self.values.get(name))):
                return self.first(name) and found
        return ""

    def left_aside(self):
        unknown = self.values.get("unknown_tag") or {}
        names = {name for name in self.values if name not in self.used and name != "unknown_tag"}
        return {name.replace("_", " ").strip("0123456789 ") for name in names} | {tag for tag in unknown if tag}


def _doi_in(url):
    match = _DOI.search(unquote(re.split(r"[?#]", url, maxsplit=1)[0]))
    return bare_doi(match[0]) if match else ""


def _reference(record):
    kind = record.first("type_of_reference").upper()
    first, last = record.first("start_page"), record.first("end_page")
    notes = " ".join(map(text_of, record.all("notes")))
    in_pubmed = record.first("name_of_database", "database_provider").lower() in ("pubmed", "medline", "nlm")
    number = record.first("accession_number") if in_pubmed else ""
    doi = record.first("doi")
    # The parser takes each semicolon for the end of an address.
    urls = [text_of(url) for url in re.split(r";\s*(?=https?:)", ";".join(map(text_of, record.all("urls"))))]
    if not doi and (match := _DOI.search(notes)):
        doi = match[0]
    # One that is not taken is no loss here: the address stays.
    doi = doi or next((one for one in map(_doi_in, urls) if one and not not_taken("doi", one)), "")
    return reference_from(
        "RIS",
        kind=_KINDS.get(kind, ""),
        title=record.first("title", "primary_title"),
        authors=[inverted_name(name) for name in record.all("authors", "first_authors")],
        container=record.first(
            "journal_name", "alternate_title3", "secondary_title", "alternate_title2", "alternate_title1"
        )
        or (record.first("publisher") if _KINDS.get(kind) != "article" else ""),
        year=record.first("year", "publication_year", "date"),
        volume=record.first("volume"),
        issue=record.first("number"),
        pages=f"{first}-{last}" if first and last and last != first and "-" not in first else first,
        doi=doi,
        pmid=number or ((match := _PMID.search(notes)) and match[1]) or "",
        pmc=record.pmc(),
        url=next(filter(None, urls), ""),
        accessed_on=record.first("access_date"),
        left_aside=record.left_aside(),
    )
