"""BibTeX, with the accents that it writes as LaTeX."""

import re

import bibtexparser
from bibtexparser import middlewares
from bibtexparser.model import Field, ImplicitComment

from blog.references.records.bibtex_names import names_in
from blog.references.records.record import MOST_AUTHORS, personal_name, reference_from, text_of

IS_BIBTEX = re.compile(r"@\s*[A-Za-z]+\s*[{(]")

_KINDS = {
    "article": "article",
    "periodical": "article",
    "online": "web_page",
    "electronic": "web_page",
    "www": "web_page",
}
_KINDS |= dict.fromkeys(("book", "inbook", "incollection", "booklet", "collection", "mvbook"), "book")
# Decoding LaTeX takes its time, so not much more is decoded than fits into a reference.
LONGEST_TEXT, LONGEST_NAMES = 1_000, 4_000
_NAMES = ("author", "editor")
_TEXTS = ("title", "journal", "journaltitle", "booktitle", "publisher", "institution", "organization")
_TEXTS += ("year", "date", "volume", "number", "issue", "pages", "urldate")
# LaTeX would take a percent sign in them for the start of a comment.
_VERBATIM = ("doi", "pmid", "pmcid", "url", "howpublished", "eprint", "eprinttype", "archiveprefix")
_ESCAPED = re.compile(r"\\([_%&#~])|\\url\s*")
_FAMILY, _GIVEN = "name of author {}", "given name of author {}"
# How much longer than the paste a library may be once its abbreviations are written out.
_GROWTH, _ROOM = 4, 100_000


def references(text, most):
    """`(references, problems, rest)` of the first `most` records of a text in BibTeX; `rest` stands between them."""
    try:
        return _references(text, most)
    # The parsers promise nothing about broken records.
    except Exception:
        return [], ["This looks like BibTeX, and could not be read. Fill the reference in by hand."], ""


def _references(text, most):
    # Abbreviations are written out one level deep, so they cannot multiply; what they add up to is looked at below.
    library = bibtexparser.parse_string(
        text,
        parse_stack=[
            middlewares.ResolveStringReferencesMiddleware(),
            middlewares.RemoveEnclosingMiddleware(),
            middlewares.NormalizeFieldKeys(),
        ],
    )
    rest = "\n".join(block.comment for block in library.comments if isinstance(block, ImplicitComment))
    library.remove(library.entries[most:])
    size = sum(len(str(one.value)) for entry in library.entries for one in entry.fields)
    if size > max(_ROOM, _GROWTH * len(text)):
        return [], ["This BibTeX repeats long abbreviations until it is too large to read. Paste fewer records."], rest
    for entry in library.entries:
        _keep_what_is_needed(entry)
        _spread_names(entry)
    decoded = middlewares.LatexDecodingMiddleware(keep_math_mode=False).transform(library)
    problems = []
    # With those whose LaTeX could not be decoded.
    if decoded.failed_blocks:
        problems.append(
            f"{_how_many(len(decoded.failed_blocks))} could not be read as BibTeX: a brace or a comma is missing, a "
            "LaTeX command is not complete, or its key stands twice. Fill it in by hand."
        )
    return [_reference(entry) for entry in decoded.entries], problems, rest


def _keep_what_is_needed(entry):
    """Leave of an entry the fields that become a reference's, none longer than one can be, and the rest's names."""
    wanted = {*_NAMES, *_TEXTS, *_VERBATIM}
    entry.parser_metadata["left aside"] = {name for name in entry.fields_dict if name not in wanted}
    entry.fields = [
        Field(name, str(one.value)[: LONGEST_NAMES if name in _NAMES else LONGEST_TEXT])
        for name, one in entry.fields_dict.items()
        if name in wanted
    ]
    entry.parser_metadata["verbatim"] = {
        name: _ESCAPED.sub(r"\1", one.value).strip("{} ")
        for name, one in entry.fields_dict.items()
        if name in _VERBATIM
    }
    for name in _VERBATIM:
        entry.pop(name, None)


def _spread_names(entry):
    """Put each author's name into fields of its own, for LaTeX is decoded in plain text alone."""
    field = entry.pop("author", None) or entry.pop("editor", None)
    names, odd = names_in(field.value) if field else ([], [])
    # One more than is printed, for that there are more is told.
    for number, (family, given) in enumerate(names[: MOST_AUTHORS + 1]):
        entry.set_field(Field(_FAMILY.format(number), family))
        entry.set_field(Field(_GIVEN.format(number), given))
    entry.parser_metadata["odd names"] = odd
    entry.pop("editor", None)


def _reference(entry):
    values = {name: text_of(one.value) for name, one in entry.fields_dict.items()}
    verbatim = entry.parser_metadata["verbatim"]

    def first(*names):
        return next(filter(None, (values.get(name) for name in names)), "")

    kind = _KINDS.get(entry.entry_type.lower(), "")
    url = verbatim.get("url") or verbatim.get("howpublished", "")
    if not kind and entry.entry_type.lower() == "misc" and url:
        kind = "web_page"
    in_pubmed = verbatim.get("eprinttype", verbatim.get("archiveprefix", "")).lower() in ("pubmed", "medline")
    names = [
        personal_name(values[_FAMILY.format(number)], values.get(_GIVEN.format(number)))
        for number in range(MOST_AUTHORS + 1)
        if _FAMILY.format(number) in values
    ]
    found = reference_from(
        "BibTeX",
        kind=kind,
        title=first("title"),
        authors=["et al" if name == "others" else name for name in names],
        container=first("journal", "journaltitle", "booktitle") or (kind != "article" and _publisher(first)) or "",
        year=first("year", "date"),
        volume=first("volume"),
        issue=first("number", "issue"),
        pages=first("pages"),
        doi=verbatim.get("doi", ""),
        pmid=verbatim.get("pmid") or (verbatim.get("eprint", "") if in_pubmed else ""),
        pmc=verbatim.get("pmcid", ""),
        url=url if url.startswith("http") else "",
        accessed_on=first("urldate"),
        left_aside=entry.parser_metadata["left aside"],
    )
    for name in entry.parser_metadata["odd names"]:
        found.missed.append(f"“{name[:60]}” is no name as BibTeX has them. Look over the authors.")
    return found


def _publisher(first):
    return first("publisher", "institution", "organization")


def _how_many(count):
    return "One record" if count == 1 else f"{count} records"
