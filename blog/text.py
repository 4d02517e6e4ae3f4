"""Text that every database stores and every encoding writes."""

import re

_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")


def well_formed(value):
    """`value` with U+FFFD for NUL and for halves of surrogate pairs, in every text in it at any depth."""
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: well_formed(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [well_formed(item) for item in value]
    return value


def lines_of(text):
    """What a text lists one a line, without blank lines and the spaces round each."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def word_count(text):
    """How many words `text` has: runs without spaces that hold a letter or a digit."""
    return sum(any(character.isalnum() for character in run) for run in text.split())
