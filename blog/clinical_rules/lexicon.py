"""Phrases to look for in a text, each with what there is to say about it."""

import re

_WORD = re.compile(r"[^\W_]+")
_CHOICE = re.compile(r"\(([^()]*)\)(\??)")


class Lexicon:
    """`entries` maps a phrase in small letters to its meaning; None stands for a phrase that is fine and hides what is
    in it. `utiliz(e|es|ed)` are three phrases, `lead(s)? to` two, `suicid*` every word that begins so.
    """

    def __init__(self, entries):
        self._by_first_word, self._stems = {}, {}
        for written, meaning in entries.items():
            for phrase in phrases(written):
                if phrase.endswith("*"):
                    self._stems[phrase.removesuffix("*")] = meaning
                else:
                    first_word = _WORD.match(phrase)[0]
                    self._by_first_word.setdefault(first_word, []).append((phrase, meaning))
        for found in self._by_first_word.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self._any_stem = tuple(self._stems)

    def search(self, folded, index):
        """`(start, end, meaning)` of the phrases in a folded text, whose words `index` places; the longest counts."""
        found = [
            (start, -end, meaning)
            for first_word in self._by_first_word.keys() & index.keys()
            for start in index[first_word]
            for end, meaning in self._at(folded, start, first_word)
        ]
        if self._stems:
            found += self._with_stem(index)
        reached = 0
        for start, end, meaning in sorted(found, key=lambda hit: hit[:2]):
            if start >= reached:
                reached = -end
                if meaning is not None:
                    yield start, -end, meaning

    def _at(self, folded, start, first_word):
        for phrase, meaning in self._by_first_word[first_word]:
            end = start + len(phrase)
            if folded.startswith(phrase, start) and not folded[end : end + 1].isalnum():
                return [(end, meaning)]
        return []

    def _with_stem(self, index):
        for word, starts in index.items():
            if word.startswith(self._any_stem):
                meaning = next(meaning for stem, meaning in self._stems.items() if word.startswith(stem))
                yield from ((start, -start - len(word), meaning) for start in starts)


def entries(meaning, listed):
    """Entries of a lexicon that have one meaning; `listed` has their phrases with commas or new lines between them."""
    return dict.fromkeys(filter(None, (phrase.strip() for phrase in re.split(r"[,\n]", listed))), meaning)


def index_of(folded):
    """Where each word of a folded text stands: `{word: [offset, …]}`."""
    places = {}
    for found in _WORD.finditer(folded):
        places.setdefault(found[0], []).append(found.start())
    return places


def phrases(written):
    """All phrases that an entry of a lexicon stands for; choices may stand in choices."""
    choice = _CHOICE.search(written)
    if choice is None:
        return {" ".join(written.split())}
    options = [*choice[1].split("|"), *([""] if choice[2] else [])]
    before, after = written[: choice.start()], written[choice.end() :]
    return {phrase for option in options for phrase in phrases(f"{before}{option}{after}")}
