"""The names under which readers look for something, from A to Z; pure.

An entry leads to pages, to the entry of another name (“see”), or to both.
"""

import string
import unicodedata
from dataclasses import dataclass, field

from django.utils.text import slugify

from blog.text import lines_of

DIGITS, OTHER = "0 to 9", "Other"
LETTERS = tuple(string.ascii_uppercase)


@dataclass(frozen=True)
class Target:
    """A page that a name leads to."""

    title: str
    url: str
    is_unreviewed: bool = False


# Names may be other names of each other, so entries are not compared by what they hold.
@dataclass(eq=False)
class Entry:
    """A name, the topic of that name, the articles of that name or about it, and what it is another name for."""

    name: str
    anchor: str = ""
    topic: Target | None = None
    targets: list[Target] = field(default_factory=list)
    see: list["Entry"] = field(default_factory=list)

    @property
    def leads_to(self):
        """The page that the name itself is a link to, or None; `further` are the others."""
        return self.topic or (self.targets[0] if len(self.targets) == 1 else None)

    @property
    def further(self):
        return [target for target in self.targets if target is not self.leads_to]

    @property
    def address(self):
        """Where “see” leads: to the page of this name if it has one alone, else to this entry."""
        return f"#{self.anchor}" if self.further else self.leads_to.url


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet, or what stands for all other signs, and its entries in order."""

    name: str
    anchor: str
    entries: list[Entry]


def a_to_z(topics, articles):
    """The letters with their entries: A to Z always, “0 to 9” and “Other” where they have any.

    `topics` are `(page id, Target)`, `articles` `(facts, Target)`, with an edition's metadata as `facts`. Street names
    of medicines are left out.
    """
    index = _Index()
    ids = {}
    for topic_id, target in topics:
        ids[topic_id] = index.add_topic(target)
    for facts, target in articles:
        index.add(facts["title"], target)
        topic_keys = {ids[topic["id"]] for topic in facts.get("topics") or [] if topic["id"] in ids}
        for name, others in _subjects(facts):
            # Its topic's page lists it already.
            if _key(name) not in topic_keys:
                index.add(_capitalised(name), target)
            index.add_others(name, others)
    return index.letters()


def _subjects(facts):
    """`(name, other names)` of what an article is about: its medicine and its conditions."""
    if medicine := facts.get("medicine"):
        yield medicine["generic_name"], lines_of(medicine.get("brands"))
    for condition in facts.get("conditions") or []:
        yield condition["name"], lines_of(condition.get("also_called"))


class _Index:
    def __init__(self):
        self.entries = {}

    def add_topic(self, target):
        self._entry(target.title).topic = target
        return _key(target.title)

    def add(self, name, target):
        targets = self._entry(name).targets
        if target not in targets:
            targets.append(target)

    def add_others(self, name, others):
        main = self._entry(name)
        for other in others:
            entry = self._entry(_capitalised(other))
            if entry is not main and main not in entry.see:
                entry.see.append(main)

    def letters(self):
        by_letter = {name: [] for name in (*LETTERS, DIGITS, OTHER)}
        taken = set()
        for place, entry in enumerate(sorted(self.entries.values(), key=_order)):
            slug = slugify(entry.name)
            entry.anchor = f"name-{slug}" if slug and slug not in taken else f"name-{slug}-{place}"
            taken.add(slug)
            entry.targets.sort(key=lambda target: _folded(target.title))
            entry.see.sort(key=_order)
            by_letter[_letter(entry.name)].append(entry)
        return [
            Letter(name, f"letter-{slugify(name)}", entries)
            for name, entries in by_letter.items()
            if entries or name in LETTERS
        ]

    def _entry(self, name):
        return self.entries.setdefault(_key(name), Entry(name.strip()))


def _capitalised(name):
    return name[:1].upper() + name[1:]


def _key(name):
    return " ".join(name.split()).casefold()


def _folded(name):
    """`name` as it is put in order: small letters without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))


def _order(entry):
    return _folded(entry.name), entry.name


def _letter(name):
    first = next((sign.upper() for sign in _folded(name) if sign.isalnum()), "")
    if first in LETTERS:
        return first
    return DIGITS if first.isdecimal() and first.isascii() else OTHER
