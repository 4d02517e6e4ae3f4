"""Telling which kind of record a text is, and reading it."""

import re
from dataclasses import dataclass, field

from blog.references.records import bibtex, csl, ris
from blog.references.records.record import ParsedReference, reference_from, text_of

LONGEST_PASTE = 200_000
MOST_RECORDS = 50
MOST_PROBLEMS = 8
MOST_LINES = 1_000
ACCEPTED = "a DOI, a PubMed number, or a record in RIS, BibTeX or CSL-JSON"

_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Z0-9]+", re.IGNORECASE)
_PMID = re.compile(
    r"(?:\bpmid\s*:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d{1,8})(?!\d)", re.IGNORECASE
)
_BARE_PMID = re.compile(r"[1-9]\d{0,7}")
_MEDLINE = re.compile(r"^PMID- \d", re.MULTILINE)


@dataclass
class Pasted:
    """What a paste held: the references that were understood, and sentences about what was not."""

    references: list[ParsedReference] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def parse(text):
    """The references in `text`. Says in `problems` what it could not read; raises on no text."""
    text = text.lstrip("\ufeff").strip() if isinstance(text, str) else ""
    if not text:
        return Pasted(problems=[f"There is nothing to read. Paste {ACCEPTED}."])
    if len(text) > LONGEST_PASTE:
        return Pasted(
            problems=[f"This is too long: at most {LONGEST_PASTE:,} characters at once. Paste fewer records."]
        )
    found, problems = _reader(text)(text, MOST_RECORDS + 1)
    if len(found) > MOST_RECORDS:
        problems.append(f"Only the first {MOST_RECORDS} records were read. Paste the others afterwards.")
        found = found[:MOST_RECORDS]
    if not found and not problems:
        problems.append(f"No reference was found in this. Paste {ACCEPTED}.")
    if len(problems) > MOST_PROBLEMS:
        problems = [*problems[:MOST_PROBLEMS], f"And {len(problems) - MOST_PROBLEMS} more lines like these."]
    return Pasted(found, problems)


def _reader(text):
    if text[0] in "{[":
        return csl.references
    if ris.IS_RIS.search(text):
        return ris.references
    if bibtex.IS_BIBTEX.search(text):
        return bibtex.references
    return _identifiers


def _identifiers(text, most):
    """A reference for each line that names a DOI or a PubMed number, `most` at most."""
    if _MEDLINE.search(text):
        return [], ["This is PubMed's own format. Paste the PubMed number alone, or export the record as RIS."]
    found, problems, seen = [], [], set()
    for line in filter(None, map(text_of, text.splitlines()[:MOST_LINES])):
        if len(found) == most:
            break
        doi, pmid = _DOI.search(line), _PMID.search(line)
        number = pmid[1] if pmid else line if _BARE_PMID.fullmatch(line) else ""
        if not doi and not number:
            problems.append(f"“{line[:60]}” is neither a DOI nor a PubMed number.")
            continue
        one = reference_from(
            "a DOI" if doi else "a PubMed number", doi=doi[0].rstrip(".,;:") if doi else "", pmid=number
        )
        identity = (one.fields.get("doi", "").lower(), one.fields.get("pmid"))
        if one.fields and identity not in seen:
            found.append(one)
        seen.add(identity)
    return found, problems
