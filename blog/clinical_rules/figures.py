"""Numbers that say something about a treatment or an illness, and so need a source.

Not meant are times, ages, dates, prices, telephone numbers, steps, and how many of something a reader should do.
"""

import re

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_LARGE = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|one hundred|a thousand|one thousand"
)
_PEOPLE = (
    r"(?:people|persons|patients|participants|adults|men|women|children|teenagers|volunteers|subjects|veterans|users"
    r"|cases|mothers|babies)"
)
_TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|[ap]\.?m)"
_NOT_OF_THIS = rf"(?! ?(?:an? |the )?(?:{_TIME}|night|life|dose|tablet|pill|glass|cup|bottle)\b)"
_PART = r"(?:half|a third|two[- ]thirds|one[- ]third|a quarter|one[- ]quarter|three[- ]quarters|a fifth|one[- ]fifth)"
_ABOUT = r"(?:more than|less than|fewer than|over|under|about|around|nearly|almost|roughly|up to|at least|only)"
_OF_PEOPLE = rf"of (?:the |all |these |those |them\b|our )?(?:\w+ ){{0,2}}?(?:{_PEOPLE}\b|those\b|them\b)"
_UNIT = r"(?:mg|mcg|[\u00b5\u03bc]g|g|ml|mmhg|mmol|iu|international units)(?:/\w+)?"
_YEAR = r"(?:19|20)\d\d\b"

_IN_DIGITS = re.compile(
    rf"{_NUMBER}(?: to \d[\d.]*)? ?(?:%|per ?cent\b|percentage points?\b)(?! (?:off|discount)\b)"
    rf"|{_NUMBER} (?:in|of|out of|of every|in every) (?:every |the |about )?(?!{_YEAR})\d[\d,]*"
    rf"(?![\d.]|(?: \w+)? ?(?:mg|ml|tablets?|{_TIME})\b)"
    rf"|{_NUMBER} times (?:as|more|less|higher|lower|greater)\b"
    rf"|\d+[- ]?fold\b"
    rf"|(?:\d{{2,}}|\d[\d,]{{3,}}|\d[\d.]* (?:million|thousand|billion)) (?:\w+ ){{0,2}}?{_PEOPLE}\b"
    rf"|{_NUMBER} ?{_UNIT}\b(?! of (?:water|fluid|juice|milk))"
    rf"|(?<=by ){_NUMBER} points?\b"
)
_IN_WORDS = re.compile(
    rf"(?:{_SMALL}) (?:in|out of|of every|in every) (?:every )?(?:{_LARGE})\b(?! (?:{_LARGE}))"
    rf"|{_ABOUT} {_PART}\b{_NOT_OF_THIS}"
    rf"|{_PART} {_OF_PEOPLE}|{_PART} (?:the|these|those|our) (?:\w+ ){{0,2}}?{_PEOPLE}\b"
    rf"|(?:twice|three times|four times|five times|ten times) (?:as|more|less|higher|lower|the)\b"
    rf"|(?:two|three|four|five|ten)-?fold\b"
    rf"|(?:hundreds|thousands|millions) of (?:\w+ )?{_PEOPLE}\b"
)
_FIRST_WORDS = {
    *_SMALL.split("|"),
    *("more", "less", "fewer", "over", "under", "about", "around", "nearly", "almost", "roughly", "up", "at", "only"),
    *("half", "a", "twofold", "threefold", "fourfold", "fivefold", "tenfold", "twice", "ten"),
    *("hundreds", "thousands", "millions"),
}
_NO_FIGURE_BEFORE = re.compile(
    r"(?:\b(?:step|page|part|stage|phase|level|session|visit|section|chapter|figure|table|number|no\.|week|day|question|option"
    r"|aged?|ages|call|text|dial|line|groups? of|room for)|[$\u00a3\u20ac#-]|\d[.,:]) ?$"
)


def figures_in(document):
    """Hits of figures that need a source, in order."""
    hits = document.matches(_IN_DIGITS, at=document.numbers)
    hits += document.matches(_IN_WORDS, first_words=_FIRST_WORDS)
    hits = [hit for hit in hits if not _NO_FIGURE_BEFORE.search(hit.before) and not _in_a_word(hit)]
    return sorted(hits, key=lambda hit: hit.passage.start + hit.start)


def number_of(hit):
    """What of a figure has to agree where it is said again: its digits, or its words where it has none."""
    return tuple(re.findall(r"\d[\d.,]*\d|\d", hit.quote)) or hit.quote.lower()


def _in_a_word(hit):
    before = hit.passage.folded[hit.start - 1 : hit.start] if hit.start else ""
    return before.isalnum()
