"""Words: plain before long, people before labels, the right one for a thing, and “do not” where it matters."""

import re

from blog.clinical_rules.flags import Level, Rule
from blog.clinical_rules.lexicon import Lexicon, entries
from blog.clinical_rules.medical_terms import unexplained
from blog.clinical_rules.negation import is_denied
from blog.clinical_rules.wordlists import CARE_WORDS, MEDICATION, MEDICINE, PERSON, PLAIN, SAFE, SPELLING, STIGMA
from blog.enums import Jurisdiction

_NHS = "NHS content guide"

PLAINER = Rule("WORD-03", Level.WARN, "Plain words", _NHS)
LABEL = Rule("WORD-04", Level.WARN, "People before labels", "NHS content guide; APA guide to bias-free language")
DRUG = Rule("WORD-05", Level.WARN, "Medicines are medicines", _NHS)
CONTRACTION = Rule("WORD-06", Level.WARN, "“Do not” in full where it warns", _NHS)
WRONG = Rule("WORD-07", Level.WARN, "The right word, rightly spelled", _NHS)
READER = Rule("WORD-08", Level.WARN, "Readers are spoken to", _NHS)
SAFETY = Rule("WORD-09", Level.WARN, "“Safe” says for whom", _NHS)
TERM = Rule("WORD-10", Level.WARN, "Medical words are explained", _NHS)
ROUTE = Rule("WORD-11", Level.NOTE, "Advice to see somebody says how", "CDC Clear Communication Index, call to action")
SLANG = Rule("WORD-12", Level.NOTE, "Street names are for search", "House rule")
RULES = (PLAINER, LABEL, DRUG, CONTRACTION, WRONG, READER, SAFETY, TERM, ROUTE, SLANG)

_RULES_BY_LIST = (
    (PLAINER, Lexicon(PLAIN), "Write “{}”."),
    (LABEL, Lexicon(STIGMA), "Write “{}”."),
    (WRONG, Lexicon(SPELLING), "Write “{}”."),
    (DRUG, Lexicon(MEDICINE), "Write “{}”; “drug” is for what is illegal."),
    (READER, Lexicon(PERSON), "Write “{}”, for this is written to readers."),
)
_MEDICATION = Lexicon(MEDICATION)
_SAFE = Lexicon(SAFE)
_CARE_WORDS = Lexicon(CARE_WORDS)
_STREET_NAMES = Lexicon(entries(True, "(slang|street) name(s)?, street term(s)?"))
_CONTRACTION = re.compile(r"\w+n't")
_WARNS = {"warning", "care_card", "do_dont"}
# Findings count people.
_ABOUT_PEOPLE = {"evidence"}
_FULL = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not"}


def find(document):
    for rule, lexicon, advice in _RULES_BY_LIST:
        for hit in _once_in_a_passage(document.phrases(lexicon)):
            if not (rule is READER and hit.passage.kind in _ABOUT_PEOPLE):
                yield hit.flag(rule, advice.format(hit.meaning))
    if document.content.get("jurisdiction") == Jurisdiction.UK.value:
        for hit in _once_in_a_passage(document.phrases(_MEDICATION)):
            yield hit.flag(DRUG, f"Write “{hit.meaning}”.")
    for hit in document.phrases(_SAFE):
        if not is_denied(hit):
            yield hit.flag(
                SAFETY, "Nothing is safe for everybody. Say for whom, at which dose, and what can still happen."
            )
    for hit, plain in unexplained(document):
        yield hit.flag(
            TERM, f"Explain this where it first stands: the plain words ({plain}), then “{hit.quote}” in brackets."
        )
    yield from _contractions(document)
    yield from _routes(document)
    yield from _slang(document)


def _once_in_a_passage(hits):
    """The first of those that say the same in the same passage."""
    seen = set()
    for hit in hits:
        key = (id(hit.passage), hit.quote)
        if key not in seen:
            seen.add(key)
            yield hit


def _contractions(document):
    if "n't" in document.folded:
        for block in document.blocks:
            if block.kind in _WARNS:
                for passage in block.passages:
                    for found in _CONTRACTION.finditer(passage.folded):
                        full = _FULL.get(found[0]) or f"{found[0][:-3]} not"
                        message = f"Write “{full}”: the “not” in a short form is easily missed."
                        yield passage.flag(CONTRACTION, message, passage.text[found.start() : found.end()])


def _routes(document):
    for hit in document.phrases(_CARE_WORDS):
        if not hit.passage.links and not any(letter.isdigit() for letter in hit.passage.text):
            yield hit.flag(
                ROUTE, "Say how: whom to call, or where to go. A link or a number spares readers the search."
            )


def _slang(document):
    for hit in document.phrases(_STREET_NAMES):
        message = "Names from the street help people to find the article, so give them to the medicine for search only."
        yield hit.passage.flag(SLANG, message, hit.sentence.text)
