"""Whether a sentence denies what it names."""

import re

_NOT = r"(?:no|not|never|cannot|nothing|nobody|none|neither|nor|without|hardly|rarely|(?:\w+n't))"
_JUST_BEFORE = re.compile(rf"\b{_NOT}(?: [^\s,;:.]+){{0,4}} [\"'(]*$")


# “No doubt”, “not only”, “nothing is faster”: they praise.
_PRAISES = re.compile(
    r"\b(?:doubts?|question|denying|deny|denies|only|just|merely|simply|wonder|surpris\w+|secret|exaggerat\w+|less"
    r"|short of|lack|fails?|other|else|disput\w+|without)\b"
    r"|^(?:nothing|nobody|none|never|no (?!more|better|faster)\w+)\b.*\b(?:more|better|best"
    r"|[a-z]{2,}(?<!ev)(?<!nev)er)\b"
)


def is_denied(hit):
    """Whether a word just before the hit denies it, as in “not a cure” or “nobody can guarantee”."""
    found = _JUST_BEFORE.search(hit.before)
    return bool(found) and not _PRAISES.search(found[0].removeprefix("without"))
