"""Telling which kinds of record a text holds, and reading them."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from blog.references.records import bibtex, csl, numbers, ris
from blog.references.records.record import ParsedReference

LONGEST_PASTE = 200_000
MOST_RECORDS = 50
MOST_PROBLEMS = 8
TOO_LONG = f"This is too long: at most {LONGEST_PASTE:,} characters at once. Paste fewer records."
ACCEPTED = "a DOI, a PubMed number, or a record in RIS, BibTeX or CSL-JSON"

_READERS = {"ris": ris.references, "bibtex": bibtex.references, "csl": csl.references}
_START = re.compile(
    r"""^[ \t]*(?:(?P<ris>TY {1,2}-)|(?P<bibtex>@\s*[A-Za-z]+\s*[{(])|(?P<csl>(?:\[\s*)?\{\s*"[\w-]{1,40}"\s*:))""",
    re.MULTILINE,
)
_JSON = re.compile(r"\{|\[\s*[\[{\]]")


@dataclass
class Pasted:
    """What a paste held: the references that were understood, and sentences about what was not."""

    references: list[ParsedReference] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def parse(text):
    """The references in `text`, whatever forms stand in it one after the other. Says in `problems` what it could not
    read; raises on no text.
    """
    text = text.lstrip("\ufeff").strip() if isinstance(text, str) else ""
    if not text:
        return Pasted(problems=[f"There is nothing to read. Paste {ACCEPTED}."])
    if len(text) > LONGEST_PASTE:
        return Pasted(problems=[TOO_LONG])
    found, problems, rest = _records(text.replace("\r\n", "\n").replace("\r", "\n"))
    known = {(name, one.fields[name].lower()) for one in found for name in ("doi", "pmid") if name in one.fields}
    alone, trouble = numbers.references(
        rest, MOST_RECORDS + 1 - len(found), known, among_records=bool(found or problems)
    )
    found, problems = found + alone, problems + trouble
    if not found and not problems:
        problems.append(f"No reference was found in this. Paste {ACCEPTED}.")
    if len(problems) > MOST_PROBLEMS:
        problems = [*problems[:MOST_PROBLEMS], f"And {len(problems) - MOST_PROBLEMS} more lines like these."]
    if len(found) > MOST_RECORDS:
        problems.append(f"Only the first {MOST_RECORDS} records were read. Paste the others afterwards.")
    return Pasted(found[:MOST_RECORDS], problems)


def _records(text):
    """`(references, problems, rest)` of the records in a text, one more than are read at most; `rest` is no record."""
    found, problems, rest = [], [], []
    for kind, part in _parts(text):
        if kind is None:
            rest.append(part)
            continue
        more, trouble, behind = _READERS[kind](part, MOST_RECORDS + 1 - len(found))
        found += more
        problems += trouble
        rest.append(behind)
        if len(found) > MOST_RECORDS:
            break
    return found, problems, "\n".join(rest)


def _parts(text):
    """`(kind, part)` of what stands one after the other in a text; the kind is None for what is before all records."""
    starts = [(match.start(), match.lastgroup) for match in _START.finditer(text)]
    if _JSON.match(text) and (not starts or starts[0][0] > 0):
        starts.insert(0, (0, "csl"))
    elif not starts and bibtex.IS_BIBTEX.search(text):
        starts = [(0, "bibtex")]
    runs = [(next(run)[0], kind) for kind, run in groupby(starts, key=lambda start: start[1])]
    ends = [*(place for place, _ in runs), len(text)]
    return [
        (None, text[: ends[0]]),
        *((kind, text[place:end].strip()) for (place, kind), end in zip(runs, ends[1:], strict=True)),
    ]
