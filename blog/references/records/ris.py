"""RIS, as reference managers and publishers' pages export it."""

import re

import rispy

from blog.references.records.record import inverted_name, reference_from, text_of

IS_RIS = re.compile(r"^\s*TY {1,2}- ?\S*", re.MULTILINE)

_START = re.compile(r"^(?=\s*TY {1,2}-)", re.MULTILINE)
_TAG = re.compile(r"^\s*([A-Z][A-Z0-9]) {1,2}-[ \t]?", re.MULTILINE)
_END = re.compile(r"^ER  - .*\Z", re.MULTILINE | re.DOTALL)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"\bPMID:?\s*(\d{1,8})\b", re.IGNORECASE)
_KINDS = {"JOUR": "article", "EJOUR": "article", "MGZN": "article", "JFULL": "article", "INPR": "article"}
_KINDS |= dict.fromkeys(("BOOK", "CHAP", "EDBOOK", "EBOOK", "ECHAP"), "book")
_KINDS |= dict.fromkeys(("ELEC", "BLOG", "WEB"), "web_page")
_USED = {"type_of_reference", "end_of_reference", "id"}


def references(text, most):
    """`(references, problems)` of the first `most` records of a text in RIS."""
    found, problems = [], []
    records = [record for record in _START.split(text) if IS_RIS.match(record)]
    for number, record in enumerate(records[:most], start=1):
        plain = _END.sub("", _TAG.sub(r"\1  - ", record.replace("\r\n", "\n").replace("\r", "\n")))
        try:
            (read,) = rispy.loads(f"{plain.strip()}\nER  - \n")
        # The parser promises nothing about broken records, and one of them must not lose the others.
        except Exception:
            problems.append(f"Record {number} could not be read as RIS. Fill it in by hand.")
        else:
            found.append(_reference(_Record(read)))
    return found, problems


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

    def left_aside(self):
        unknown = self.values.get("unknown_tag") or {}
        names = {name for name in self.values if name not in self.used and name != "unknown_tag"}
        return {name.replace("_", " ").strip("0123456789 ") for name in names} | {tag for tag in unknown if tag}


def _reference(record):
    kind = record.first("type_of_reference").upper()
    first, last = record.first("start_page"), record.first("end_page")
    notes = " ".join(map(text_of, record.all("notes")))
    in_pubmed = record.first("name_of_database", "database_provider").lower() in ("pubmed", "medline", "nlm")
    number = record.first("accession_number") if in_pubmed else ""
    doi = record.first("doi")
    urls = [text_of(url) for url in record.all("urls")]
    if not doi and (match := _DOI.search(" ".join([notes, *urls]))):
        doi = match[0]
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
        url=next(filter(None, urls), ""),
        accessed_on=record.first("access_date"),
        left_aside=record.left_aside(),
    )
