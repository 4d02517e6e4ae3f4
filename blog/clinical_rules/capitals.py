"""Words in capitals: acronyms that nobody explained, and words that shout."""

import re

from blog.clinical_rules.flags import Level, Rule

_NHS = "NHS content guide"

ACRONYM = Rule("WORD-01", Level.WARN, "Acronyms are explained where they first stand", _NHS)
SHOUTED = Rule("WORD-02", Level.WARN, "No words in capitals", _NHS)
RULES = (ACRONYM, SHOUTED)

_ACRONYM = re.compile(r"[A-Z]{2}[A-Z]{0,4}s?\b")
_CAPITALS = re.compile(r"[A-Z]{3}[A-Z]*\b")
_KNOWN = {
    *("US", "USA", "UK", "EU", "FDA", "EMA", "CDC", "NHS", "NICE", "WHO", "DNA", "RNA", "HIV", "AIDS", "TV", "PDF"),
    *("ID", "OK", "AM", "PM", "MRI", "CT", "GP", "ER", "VA", "SMS", "PIN", "FAQ", "MD", "RN", "NP", "DEA"),
    *("II", "III", "IV", "VI", "VII", "VIII", "IX", "CEO", "LGBT", "COVID"),
}
# Small words in capitals are emphasis and no acronyms.
_EMPHASIS = {"DO", "NOT", "NO", "AND", "OR", "IF", "IS", "MUST", "ALL", "ANY", "NEVER", "ONLY", "YOU", "CALL", "STOP"}
_SHORTEST_SHOUT = 7
_HARD_TO_READ = "Words in capitals are hard to read, and some screen readers spell them out."
_EXPLANATION = re.compile(r" ?[(\[]\w")


def find(document):
    # An acronym that was told of once is settled: whoever explains it there has explained it everywhere.
    settled = {name.upper() for name in document.explained}
    lines = set()
    for hit in document.matches(_ACRONYM, as_written=True):
        name = _singular(hit.quote)
        if _is_line_of_capitals(hit.passage.text):
            lines.add(hit.passage)
            continue
        if _in_a_word(hit) or name in _KNOWN or name in settled or _is_emphasis(document, hit.quote):
            continue
        settled.add(name)
        if not _is_explained(hit):
            yield hit.flag(ACRONYM, f"Say in full what {name} means where it first stands: the words, then ({name}).")
    for hit in document.matches(_CAPITALS, as_written=True):
        if hit.passage not in lines and _is_emphasis(document, hit.quote) and not _in_a_word(hit):
            yield hit.flag(SHOUTED, _HARD_TO_READ)
    for passage in (passage for passage in document.passages if passage in lines):
        yield passage.flag(SHOUTED, _HARD_TO_READ, passage.text)


def _is_line_of_capitals(text):
    """Whether all of a line stands in capitals, so that none of its words is an acronym for that."""
    if not text.isupper() or "," in text:
        return False
    words = _CAPITALS.findall(text)
    return len(text.split()) > 2 or any(len(word) >= _SHORTEST_SHOUT for word in words[1:])


def _is_explained(hit):
    """Whether the words for an acronym stand before it, as in “magnetic resonance imaging (MRI)”, or behind it."""
    text = hit.passage.text
    in_brackets = hit.start and text[hit.start - 1] in "([" and text[hit.end : hit.end + 1] in (")", "]")
    return in_brackets or _EXPLANATION.match(text, hit.end)


def _is_emphasis(document, word):
    """Whether a word in capitals is an ordinary one: it warns, or is long, or stands in small letters too."""
    if word in _EMPHASIS or len(word) >= _SHORTEST_SHOUT:
        return True
    starts = document.index.get(word.lower(), ())
    return len(word) > 4 and any(document.text[start + 1].islower() for start in starts)


def _in_a_word(hit):
    """Whether it is the end of a longer word, such as “mRNA”."""
    return bool(hit.start) and hit.passage.text[hit.start - 1].isalnum()


def _singular(name):
    return name[:-1] if name.endswith("s") and name[:-1].isupper() else name
