"""How words are read: the same for what is indexed and for what is asked."""

import re
import unicodedata
from dataclasses import dataclass

import tantivy

LONGEST_QUERY = 500

# A word is letters, marks and digits with apostrophes inside it, so that "don't" and "patient's" are one word each.
WORD = r"[\p{L}\p{M}\p{N}]+(?:['\u{2019}][\p{L}\p{M}]+)*"
LONGEST_WORD = 40

# Words that questions are made of. Words that carry sense in health stay: off, after, under, without, more.
STOP_WORDS = """
a about am an and any are as at be been being but by can could did do does doing for from get got had has have having
he her here hers him his how i if in into is it its just let may me might must my nor of on or our ours shall she
should so some such than that the their theirs them then there these they this those to too upon us very was we were
what when where which while who whom whose why will with would you your yours
can't couldn't didn't doesn't don't hadn't hasn't haven't he's how's i'd i'll i'm i've isn't it's let's she's
shouldn't that's there's they're wasn't we're weren't what's who's won't wouldn't you're aren't
""".split()  # noqa: SIM905

# Control characters, and with them lone surrogates, which no page can be written in.
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

# What turns the reading direction of the page round it, and so could make a page say what it does not.
_DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _analyzer(stop_words):
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORD))
    builder = builder.filter(tantivy.Filter.remove_long(LONGEST_WORD))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    if stop_words:
        builder = builder.filter(tantivy.Filter.custom_stopword(stop_words))
    return builder.filter(tantivy.Filter.stemmer("english")).build()


ANALYZER = _analyzer(STOP_WORDS)
_ANALYZER_OF_ALL_WORDS = _analyzer([])


def tidy(text):
    """`text` on one line, composed (NFC), without control characters and without what UTF-8 cannot say."""
    if not text.isascii():
        text = _DIRECTION_CONTROLS.sub("", unicodedata.normalize("NFC", text))
    return " ".join(_NO_TEXT.sub(" ", text).split())


def title_key(title):
    """What two titles share if they are made of the same words in any order; "" for no word at all."""
    return " ".join(sorted(set(ANALYZER.analyze(title) or _ANALYZER_OF_ALL_WORDS.analyze(title))))


@dataclass(frozen=True)
class Wording:
    """What was asked: `text` as it is shown back, whether it was cut, its distinct `terms`, its key as a title."""

    text: str
    too_long: bool
    terms: tuple
    title_key: str


def read_query(text):
    """The `Wording` of whatever was typed; never raises."""
    # Ten times the longest query is more than enough to cut from, and bounds the work on a hostile input.
    asked = tidy(text[: LONGEST_QUERY * 10])
    too_long = len(text) > LONGEST_QUERY * 10 or len(asked) > LONGEST_QUERY
    if len(asked) > LONGEST_QUERY:
        asked = asked[:LONGEST_QUERY].rsplit(" ", 1)[0]
    return Wording(asked, too_long, tuple(dict.fromkeys(ANALYZER.analyze(asked))), title_key(asked))


def marked_words(text, terms):
    """Where in `text` a word has one of `terms`: (start, end, term), in characters and in order."""
    wanted = set(terms)
    # Half a surrogate pair becomes one other character, so that the offsets stay.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return [
        (token.char_offset_from, token.char_offset_to, token.text)
        for token in ANALYZER.pre_tokenize(text).tokens
        if token.text in wanted
    ]
