"""Whether a sentence denies what it names."""

import re

_NOT = r"(?:no|not|never|cannot|nothing|nobody|none|neither|nor|without|hardly|rarely|(?:\w+n't))"
_JUST_BEFORE = re.compile(rf"\b{_NOT}(?: [^\s,;:.]+){{0,4}} [\"'(]*$")


def is_denied(hit):
    """Whether a word just before the hit denies it, as in “not a cure” or “nobody can guarantee”."""
    return bool(_JUST_BEFORE.search(hit.before))
