"""What makes a reference findable: the shapes of DOI, PMID and address."""

import re

from django.core.exceptions import ValidationError

from blog.enums import ReferenceKind

_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Z0-9]+", re.IGNORECASE)
_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_ODD_IN_DOI = re.compile(r"[^-._;()/:A-Z0-9]", re.IGNORECASE)
_AT_THE_END = ".,;:'\N{RIGHT SINGLE QUOTATION MARK}»"
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_PMID = re.compile(r"[1-9]\d{0,7}")
_INITIALS = re.compile(r"(?<=\S)\s+[^\W\d_a-z]{1,4}$")
_SHORT_NAME = 32
PRINTED_AUTHORS = 6
PMC_NUMBER = "a PMC number belongs in the address"


def bare_doi(text):
    """The DOI alone, from what people paste: without `https://doi.org/`, `doi:` and the sentence's signs at its end."""
    return without_end_of_sentence(_DOI_PREFIX.sub("", text.strip()))


def without_end_of_sentence(text):
    """`text` without stops, quotes and brackets at its end that were not opened in it."""
    end = len(text)
    unopened = {closing: text.count(closing) - text.count(opening) for closing, opening in _BRACKETS.items()}
    while end and (text[end - 1] in _AT_THE_END or unopened.get(text[end - 1], 0) > 0):
        end -= 1
        if text[end] in unopened:
            unopened[text[end]] -= 1
    return text[:end]


def odd_in_doi(text):
    """The signs in `text` that a DOI does not have here, each once."""
    return "".join(dict.fromkeys(_ODD_IN_DOI.findall(text)))


def validate_doi(text):
    if not _DOI.fullmatch(text):
        raise ValidationError("A DOI looks like 10.1001/jama.2024.1234.")


def validate_pmid(text):
    if not _PMID.fullmatch(text):
        raise ValidationError(f"A PubMed number has one to eight digits; {PMC_NUMBER}.")


def reference_errors(reference, this_year):
    """Errors by field name; the key is None for what is no single field's fault."""
    errors = {}
    if not (reference.doi or reference.pmid or reference.url):
        errors[None] = "Give a DOI, a PubMed number or an address, so that readers can find it."
    if reference.url and not reference.url.startswith("https://"):
        errors["url"] = "The address must start with https://."
    if reference.kind == ReferenceKind.WEB_PAGE and not reference.accessed_on:
        errors["accessed_on"] = "Say when you read the page, for web pages change."
    if reference.retracted_on and not reference.retracted:
        errors["retracted"] = "A day of retraction is given. Tick this too, or take the day out."
    if reference.year and reference.year > this_year + 1:
        errors["year"] = f"{reference.year} has not come yet."
    return errors


def printed_authors(authors):
    """Authors as a list of references prints them: the first six, then “et al”.

    Source: ICMJE, Recommendations, samples of formatted references (Vancouver style, as in NLM's Citing Medicine).
    """
    names = authors.rstrip(". ").split(", ")
    return ", ".join(names if len(names) <= PRINTED_AUTHORS else [*names[:PRINTED_AUTHORS], "et al"])


def short_name(authors, year):
    """What editors' screens call a source in a few letters: the first author's family name and the year."""
    first = _INITIALS.sub("", (authors or "").split(",")[0].strip())
    if len(first) > _SHORT_NAME:
        first = f"{first[: _SHORT_NAME - 1].rstrip()}…"
    return f"{first} {year}".strip()
