"""How many syllables an English word has, by its letters."""

import re
from functools import lru_cache

_NOT_LETTERS = re.compile(r"[^a-z]")
_SILENT_END = re.compile(r"(?<!ch)(?<!sh)(?<![scxzg])es$|(?<![td])ed$|(?<![aeiouy])(?<![^aeiouy]l)e(?=ly$|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# Vowels side by side that are said one after the other: psychiatrist, serious, usual, being, anxiety, idea.
_APART = re.compile(
    r"(?<![ct])ia|iat|(?<![tscgx])io|eo(?![pu])|iu|(?<![gq])ua|uo|(?<=[lt])ui(?=[dt])|ui(?=ci)|(?<!q)uen|^scie"
    r"|[aeiouy]ing|ie(?=t)|(?<![ct])ie(?=nt|nc)|crea|idea(?!$)|rea(?=c|l[im])|(?<=[aeiou][srd])ea$|[sz]ms?$"
)


@lru_cache(maxsize=50_000)
def syllables(word):
    """At least one; a word with hyphens or apostrophes is taken as written together."""
    letters = _NOT_LETTERS.sub("", word.lower())
    if len(letters) <= 3:
        return 1
    spoken = _SILENT_END.sub("", letters)
    return max(1, len(_VOWELS.findall(spoken)) + len(_APART.findall(letters)))
