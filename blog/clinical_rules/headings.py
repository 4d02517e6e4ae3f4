"""The title and the headings: short, in sentence case, and no questions."""

import re

from blog.clinical_rules.flags import Level, Rule

TITLE_LIMIT, TITLE_TOO_LONG = 65, 100
HEADING_LIMIT = 65

_NHS = "NHS content guide; WCAG 2.2"

LONG_TITLE = Rule("HEAD-01", Level.BLOCK, f"A title up to {TITLE_TOO_LONG} characters", _NHS, waivable=False)
TITLE = Rule("HEAD-02", Level.WARN, f"A title up to {TITLE_LIMIT} characters", _NHS)
CASE = Rule("HEAD-03", Level.WARN, "Sentence case in the title and in headings", _NHS)
QUESTION = Rule("HEAD-04", Level.WARN, "No headings that ask", _NHS)
LONG_HEADING = Rule("HEAD-05", Level.BLOCK, f"Headings up to {HEADING_LIMIT} characters", _NHS, waivable=False)
AMPERSAND = Rule("HEAD-06", Level.WARN, "“And” in words", _NHS)
RULES = (LONG_TITLE, TITLE, CASE, QUESTION, LONG_HEADING, AMPERSAND)

_CAPITALISED = re.compile(r"[A-Z][a-z'\u2019]+")
_LOWER_CASE = re.compile(r"[a-z]{4,}")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
# Names that are written so anywhere.
_NAMES = {
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april"),
    *("june", "july", "august", "september", "october", "november", "december", "english", "spanish", "america"),
    *("american", "states", "britain", "british", "europe", "european", "medicare", "medicaid", "parkinson's"),
    *("alzheimer's", "covid", "christmas", "botox"),
}


def title_problem(title):
    """Why a title cannot be handed in, as a sentence; blank when it can."""
    if len(title) > TITLE_TOO_LONG:
        return f"Shorten the title to {TITLE_LIMIT} characters; it has {len(title)}."
    return ""


def find(document):
    for passage in document.passages:
        if not passage.block_id and passage.field == "title":
            yield from _title(passage)
        elif passage.field in ("section_heading", "heading"):
            if passage.field == "section_heading" and len(passage.text) > HEADING_LIMIT:
                message = f"Shorten the heading to {HEADING_LIMIT} characters; it has {len(passage.text)}."
                yield passage.flag(LONG_HEADING, message, passage.text)
        else:
            continue
        yield from _form(document, passage)


def _title(passage):
    if problem := title_problem(passage.text):
        yield passage.flag(LONG_TITLE, problem, passage.text)
    elif len(passage.text) > TITLE_LIMIT:
        message = (
            f"The title has {len(passage.text)} characters. Up to {TITLE_LIMIT} are shown whole in search results."
        )
        yield passage.flag(TITLE, message, passage.text)


def _form(document, passage):
    if capitals := _title_case(document, passage.text):
        words = ", ".join(f"“{word}”" for word in capitals)
        message = f"Write the heading like a sentence, with small letters: {words}."
        yield passage.flag(CASE, message, passage.text)
    if passage.text.endswith("?"):
        message = "Say what stands below instead of asking. Questions have their place in the common questions."
        yield passage.flag(QUESTION, message, passage.text)
    if "&" in passage.text:
        yield passage.flag(AMPERSAND, "Write “and” for “&”.", passage.text)


def _title_case(document, heading):
    """Words of a heading in title case that want a small letter; none where most words have one already."""
    words = [found for found in _WORD.finditer(heading) if not _begins_a_sentence(heading, found.start())]
    capitals = [
        found[0] for found in words if _CAPITALISED.fullmatch(found[0]) and not _is_name(document, found[0].lower())
    ]
    small = sum(bool(_LOWER_CASE.fullmatch(found[0])) for found in words)
    return capitals if len(capitals) > small else []


def _begins_a_sentence(heading, start):
    return not heading[:start].strip("\"'\u201c\u2018( ") or heading[:start].rstrip().endswith((":", ".", "?", "!"))


def _is_name(document, word):
    """Whether a word is a name: always written so, a brand, or in no sentence of the text with a small letter."""
    if word in _NAMES or word in document.medicine_names[1:]:
        return True
    text = document.text
    in_sentences = [
        text[start]
        for start in document.index.get(word, ())
        if text[start - 1 : start] == " " and text[start - 2 : start - 1].islower()
        if not document.passage_at(start).is_heading
    ]
    return bool(in_sentences) and all(letter.isupper() for letter in in_sentences)
