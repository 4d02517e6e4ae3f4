"""Where sentences end."""

import re

_OPENING, _CLOSING = "\"'(\\[\u201c\u2018", "\"')\\]\u201d\u2019"
_BOUNDARY = re.compile(rf"[.!?][{_CLOSING}]* +(?=[{_OPENING}]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|approx|Fig|No)|\b(?:e\.g|i\.e)|\b[A-Z])\.$")
# Longer than any abbreviation that is looked for.
_TAIL = 12


def spans(text):
    """Where each sentence of `text` starts and ends, as `(start, end)`; between them is nothing but spaces."""
    found, start = [], 0
    for boundary in _BOUNDARY.finditer(text):
        end = boundary.start() + len(boundary[0].rstrip())
        if not _ABBREVIATION.search(text[max(start, end - _TAIL) : end]):
            found.append((start, end))
            start = boundary.end()
    return [*found, (start, len(text))] if start < len(text) else found


def sentences(text):
    """The sentences of `text`, which joined by spaces give it back."""
    return [text[start:end] for start, end in spans(text)]
