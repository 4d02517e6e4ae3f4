"""Where sentences end, and lists in them."""

import re

_OPENING, _CLOSING = "\"'(\\[\u201c\u2018", "\"')\\]\u201d\u2019"
_BOUNDARY = re.compile(rf"(?<=[.!?])[{_CLOSING}]* +(?=[{_OPENING}]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|approx|Fig|No)|\b(?:e\.g|i\.e)|\b[A-Z])\.$")


def sentences(text):
    """The sentences of `text`, which joined by spaces give it back."""
    found, start = [], 0
    for boundary in _BOUNDARY.finditer(text):
        ends = boundary.end() - len(boundary[0]) + len(boundary[0].rstrip())
        sentence = text[start:ends]
        if not _ABBREVIATION.search(sentence):
            found.append(sentence)
            start = boundary.end()
    return [*found, text[start:]] if text[start:] else found


def english_list(terms):
    """`a and b`; `a, b, and c`."""
    if len(terms) < 3:
        return " and ".join(terms)
    return f"{', '.join(terms[:-1])}, and {terms[-1]}"


def split_list(text):
    """The terms of `a, b, and c.`; empty unless joining them gives the very text back."""
    if not text.endswith("."):
        return []
    terms = text[:-1].split(", ")
    terms = text[:-1].split(" and ") if len(terms) == 1 else [*terms[:-1], terms[-1].removeprefix("and ")]
    if len(terms) < 2 or not all(terms) or f"{english_list(terms)}." != text:
        return []
    return terms
