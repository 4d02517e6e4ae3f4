"""One record in the shape of a reference's fields, with what of it was not understood."""

import html
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError

from blog.references.identifiers import PMC_NUMBER, bare_doi, odd_in_doi, validate_doi, validate_pmid

# As long as the reference's fields are.
LIMITS = {
    "title": 300,
    "authors": 500,
    "container": 200,
    "volume": 20,
    "issue": 20,
    "pages": 40,
    "doi": 200,
    "url": 500,
}
MOST_AUTHORS = 100
LONGEST_VALUE = 4_000
NEEDED = {"kind": "the kind of source", "title": "the title", "authors": "the authors", "year": "the year"}

_TAG = re.compile(r"</?(?:jats:)?[a-z]{1,20}\d?(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_DASHES = re.compile(r"\s*(?:--+|[\u2010-\u2015\u2212])\s*")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_PMC = re.compile(r"PMC\s?\d{1,9}", re.IGNORECASE)
_DOI_HOSTS = {"doi.org", "dx.doi.org", "www.doi.org"}
_PUBMED = re.compile(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})/?", re.IGNORECASE
)


@dataclass
class ParsedReference:
    """`fields` are values of `blog.models.Reference` by name, all text but the year; `missed` are sentences about
    parts of the record that did not get into them; `read_as` names the record's format.
    """

    read_as: str
    fields: dict = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    @property
    def lacking(self):
        """What a reference must have and the record does not say, in words."""
        lacking = [words for name, words in NEEDED.items() if not self.fields.get(name)]
        if not any(self.fields.get(name) for name in ("doi", "pmid", "url")):
            lacking.append("a DOI, PubMed number or address")
        if self.fields.get("kind") == "web_page" and not self.fields.get("accessed_on"):
            lacking.append("the day on which it was read")
        return lacking

    @property
    def name(self):
        """What to call it in a list."""
        known = (self.fields.get("title"), self.fields.get("doi"), self.fields.get("pmid"), self.fields.get("url"))
        return next(filter(None, known), "A record without a title")


def reference_from(
    read_as, *, kind="", authors=(), year="", accessed_on="", doi="", pmid="", pmc="", url="", left_aside=(), **texts
):
    """The ParsedReference of a record's values, whatever they hold; `authors` are names as they are to be printed,
    `left_aside` names of its parts that a reference has no place for.
    """
    found = ParsedReference(read_as)
    _set(found, "kind", kind)
    for name in ("title", "container", "volume", "issue", "pages"):
        _set(found, name, _cut(found, name, text_of(texts.get(name))))
    _set(found, "authors", _authors(found, authors))
    if found.fields.get("pages"):
        found.fields["pages"] = _DASHES.sub("-", found.fields["pages"])
    if match := _YEAR.search(text_of(year)):
        found.fields["year"] = int(match[0])
    _set(found, "accessed_on", _day(text_of(accessed_on)))
    _identify(found, text_of(doi), text_of(pmid), text_of(url))
    if (pmc := text_of(pmc)) and about_pmc(pmc) not in found.missed:
        found.missed.append(about_pmc(pmc))
    if found.fields.get("title", "").lower().startswith("retract"):
        found.missed.append("Its title says that it was retracted. Look before you cite it.")
    if left_aside:
        found.missed.append(f"Left aside, for a reference has no place for it: {', '.join(sorted(left_aside))}.")
    return found


def text_of(value):
    """`value` as one line without mark-up and invisible characters; blank for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = str(value)[:LONGEST_VALUE] if isinstance(value, str) else f"{value!s:.40}"
    return one_line(_TAG.sub("", text))


def one_line(text):
    """`text` with its entities written out and without invisible characters, on one line."""
    text = html.unescape(text)
    text = "".join(" " if character.isspace() else character for character in text if _visible(character))
    return _SPACE.sub(" ", text).strip()


def not_taken(name, value):
    """Why `value` is no `doi` or no `pmid`, as a sentence; blank where it is one."""
    shown = f"“{value[:80]}”"
    if name == "pmid" and _PMC.fullmatch(value):
        return about_pmc(value)
    if name == "doi" and len(value) > LIMITS["doi"]:
        return f"{shown} is too long for a DOI and was left out."
    if name == "doi" and (odd := odd_in_doi(value)):
        return (
            f"{shown} was left out, for a DOI with “{odd[:20]}” in it is not taken. "
            "Mend it, or give its PubMed number or its address."
        )
    try:
        {"doi": validate_doi, "pmid": validate_pmid}[name](value)
    except ValidationError:
        return f"{shown} is no {'DOI' if name == 'doi' else 'PubMed number'} and was left out."
    return ""


def about_pmc(number):
    return f"“{number[:20]}” was left out: {PMC_NUMBER}."


def personal_name(family, given):
    """A name as reference lists print it: `Example`, `Anna-Beth C.` is `Example ABC`."""
    family, given = text_of(family), text_of(given)
    if not family or not given:
        return family or given
    words = [word for word in re.split(r"[\s.\-\u2010\u2011]+", given) if word]
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= 4:
        return f"{family} {words[0]}"
    return f"{family} {''.join(word[0].upper() for word in words)[:4]}"


def inverted_name(name):
    """The printed form of `Example, Anna B.`; a name without a comma is that of an organisation and stays."""
    family, comma, given = text_of(name).partition(",")
    return personal_name(family, given.split(",")[0]) if comma else family.rstrip(".")


def _visible(character):
    return character.isspace() or unicodedata.category(character)[0] != "C"


def _set(found, name, value):
    if value:
        found.fields[name] = value


def _cut(found, name, text):
    if name == "title":
        text = text.rstrip(".")
    if len(text) > LIMITS[name]:
        found.missed.append(f"The {name} was longer than {LIMITS[name]} characters and was cut.")
        text = text[: LIMITS[name]].rstrip()
    return text


def _authors(found, names):
    names = [name for name in map(text_of, names) if name]
    printed = ", ".join(names[:MOST_AUTHORS])
    if len(printed) <= LIMITS["authors"] and len(names) <= MOST_AUTHORS:
        return printed
    room = LIMITS["authors"] - len(", et al")
    kept = printed[: room + 1].rpartition(", ")[0] if len(printed) > room else printed
    found.missed.append("There are more authors than the field holds; the rest is “et al”.")
    return f"{kept or printed[:room]}, et al"


def _day(text):
    if match := _DAY.search(text):
        try:
            return date(*map(int, match.groups())).isoformat()
        except ValueError:
            return ""
    return ""


def _identify(found, doi, pmid, url):
    if match := _PUBMED.match(url):
        pmid, url = pmid or match[1], ""
    host, path = _place(url)
    if host in _DOI_HOSTS:
        in_url = bare_doi(unquote(path.lstrip("/")))
        # An address whose DOI is not taken still leads readers there.
        if not not_taken("doi", in_url):
            doi, url = doi or in_url, ""
    doi = bare_doi(doi)
    pmid = re.sub(r"^pmid[:\s]*", "", pmid, flags=re.IGNORECASE)
    for name, value in (("doi", doi), ("pmid", pmid)):
        if value and (why := not_taken(name, value)):
            found.missed.append(why)
        else:
            _set(found, name, value)
    if url.lower().startswith("http://") and host:
        url = f"https{url[4:]}"
        found.missed.append("The address began with http://; it was made https://. Try whether it opens.")
    if len(url) <= LIMITS["url"] and url.lower().startswith("https://") and host and " " not in url:
        found.fields["url"] = url
    elif url:
        found.missed.append(f"“{url[:60]}” is no address of a page and was left out.")


def _place(url):
    """`(host, path)` of an address; blank for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return (parts.netloc.lower(), parts.path) if parts.scheme.lower() in ("http", "https") else ("", "")
