"""What makes a reference findable: the shapes of DOI, PMID and address."""

import re

from django.core.exceptions import ValidationError

from blog.enums import ReferenceKind

_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Z0-9]+", re.IGNORECASE)
_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_PMID = re.compile(r"[1-9]\d{0,7}")
_INITIALS = re.compile(r"(?<=\S)\s+[^\W\d_a-z]{1,4}$")
_SHORT_NAME = 32


def bare_doi(text):
    """The DOI alone, from what people paste: without `https://doi.org/`, `doi:` and a full stop at its end."""
    return _DOI_PREFIX.sub("", text.strip()).removesuffix(".")


def validate_doi(text):
    if not _DOI.fullmatch(text):
        raise ValidationError("A DOI looks like 10.1001/jama.2024.1234.")


def validate_pmid(text):
    if not _PMID.fullmatch(text):
        raise ValidationError("A PubMed number has one to eight digits; a PMC number belongs in the address.")


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


def short_name(authors, year):
    """What editors' screens call a source in a few letters: the first author's family name and the year."""
    first = _INITIALS.sub("", (authors or "").split(",")[0].strip())
    if len(first) > _SHORT_NAME:
        first = f"{first[: _SHORT_NAME - 1].rstrip()}…"
    return f"{first} {year}".strip()
