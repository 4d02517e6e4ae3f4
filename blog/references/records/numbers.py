"""DOIs and PubMed numbers that are pasted without a record around them."""

import re
from itertools import pairwise
from urllib.parse import unquote

from blog.references.identifiers import without_end_of_sentence
from blog.references.records.record import about_pmc, not_taken, one_line, reference_from

MOST_LINES = 1_000

# All that stands together, whatever a DOI may hold: what was cut off would leave another DOI. It ends where a tag, the
# address of a Markdown link or the next one of a list begins.
_DOI = re.compile(
    r"""(?<!\d)10\.\d{4,9}(?:/|%2F)(?:(?!</|\]\(|[,;|](?:10\.\d{4,9}/|doi:|https?:))[^\s"“”])*""", re.IGNORECASE
)
# After the first of several, nothing shorter is taken: it may be a year or a page.
_PMID = re.compile(
    r"(?:\bpmids?\s*:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)"
    r"(\d+(?:\s*(?:,|;|and)\s*\d{5,8}(?!\d))*)",
    re.IGNORECASE,
)
_PMC = re.compile(r"\bPMC\s?\d{3,9}\b", re.IGNORECASE)
_LABEL = re.compile(r"\bpmids?\b\s*:?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s,;]|\band\b)+")
_BARE_PMID = re.compile(r"[1-9]\d{0,7}")
_MEDLINE = re.compile(r"^PMID- \d", re.MULTILINE)
_LONGEST_HOST = 300


def references(text, most, known=(), among_records=False):
    """`(references, problems)`: a reference for each DOI or PubMed number in `text`, `most` at most.

    Two that stand in turns, as in `doi … PMID …`, are of one reference. Those in `known`, `(name, value)` in lower
    case, are left out. Lines without a number are named, but not `among_records`, where exports write their own words.
    """
    problems = []
    if medline := _MEDLINE.search(text):
        text = text[: medline.start()]
        problems.append("This is PubMed's own format. Paste the PubMed number alone, or export the record as RIS.")
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        problems.append(f"Only the first {MOST_LINES:,} lines were read. Paste the others afterwards.")
    found, seen = [], set(known)
    for line in filter(None, map(one_line, lines[:MOST_LINES])):
        taken, untaken = _numbers(line)
        ones = [reference_from("a DOI" if "doi" in one else "a PubMed number", **one) for one in _together(taken)]
        if len(ones) == 1:
            ones[0].missed += untaken
        else:
            problems += untaken
        if not ones and not untaken and not among_records:
            problems.append(f"“{line[:60]}” is neither a DOI nor a PubMed number.")
        for one in ones:
            identity = {(name, value.lower()) for name, value in one.fields.items()}
            if not identity <= seen:
                found.append(one)
            seen |= identity
        if len(found) >= most:
            break
    return found[:most], problems


def _numbers(line):
    """`(taken, untaken)`: `(name, value)` of each number in a line in its order, and sentences about the others."""
    words = [word for word in _BETWEEN.split(_LABEL.sub(" ", line)) if word]
    if words and all(map(_BARE_PMID.fullmatch, words)):
        return [("pmid", word) for word in dict.fromkeys(words)], []
    places = [(match.start(), "doi", _doi(line, match)) for match in _DOI.finditer(line)]
    rest = _DOI.sub(lambda match: " " * len(match[0]), line)
    for match in _PMID.finditer(rest):
        places += [(match.start(), "pmid", number) for number in re.findall(r"\d+", match[1])]
    each = {(name, value.lower()): (name, value) for _, name, value in sorted(places, key=lambda place: place[0])}
    refused = {one: why for one in each.values() if (why := not_taken(*one))}
    untaken = [*refused.values(), *map(about_pmc, dict.fromkeys(_PMC.findall(rest)))]
    return [one for one in each.values() if one not in refused], untaken


def _doi(line, match):
    text = match[0]
    if "://" in line[max(0, match.start() - _LONGEST_HOST) : match.start()].rpartition(" ")[2]:
        text = unquote(re.split(r"[?#]", text, maxsplit=1)[0])
    return without_end_of_sentence(text)


def _together(numbers):
    """`{name: value}` of each reference that `numbers` are of."""
    if len(numbers) % 2 == 0 and all(one[0] != following[0] for one, following in pairwise(numbers)):
        return [dict(pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
    return [dict([number]) for number in numbers]
