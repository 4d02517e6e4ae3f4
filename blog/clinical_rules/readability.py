"""How hard a text is to read, and where: grades, long sentences and paragraphs, text without headings, long lists."""

import math
from collections import Counter
from typing import NamedTuple

from blog.clinical_rules.document import FROM_ELSEWHERE
from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.syllables import syllables

GRADE_LIMIT = 8
SENTENCE_LIMIT = 20
PARAGRAPH_LIMIT = 3
HEADING_EVERY = 300
LIST_LIMIT = 6
BOLD_PERCENT = 10
# Fewer words than these say nothing about a grade, or about how much of them is bold.
ENOUGH_WORDS = 50
# McLaughlin took thirty sentences; with fewer the grade is a guess.
SMOG_SENTENCES = 30

_NHS = "NHS content guide"

GRADE = Rule("READ-01", Level.WARN, f"Reading grade up to {GRADE_LIMIT}", "McLaughlin 1969 (SMOG); Kincaid 1975; NIH")
SENTENCE = Rule("READ-02", Level.WARN, f"Sentences up to {SENTENCE_LIMIT} words", _NHS)
PARAGRAPH = Rule("READ-03", Level.WARN, f"Paragraphs up to {PARAGRAPH_LIMIT} sentences", _NHS)
HEADING = Rule(
    "READ-04", Level.WARN, f"A heading at least every {HEADING_EVERY} words", "CDC Clear Communication Index"
)
LIST = Rule("READ-05", Level.WARN, f"Lists up to {LIST_LIMIT} items", _NHS)
NESTED = Rule("READ-06", Level.WARN, "No list in a list", _NHS)
BOLD = Rule("READ-07", Level.WARN, f"Up to {BOLD_PERCENT} in 100 words bold", _NHS)
RULES = (GRADE, SENTENCE, PARAGRAPH, HEADING, LIST, NESTED, BOLD)

_ENDS = (".", "!", "?", ":", '."', ".”", ".)")


class Reading(NamedTuple):
    """What the grades of a text are computed from; `polysyllables` are words of three syllables or more."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int

    @property
    def smog(self):
        """SMOG grade. Source: McLaughlin 1969; its standard error is 1.5 grades, and it wants thirty sentences."""
        return 1.0430 * math.sqrt(self.polysyllables * 30 / self.sentences) + 3.1291 if self.sentences else 0.0

    @property
    def fkgl(self):
        """Flesch-Kincaid grade level. Source: Kincaid 1975."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def reading(document):
    """The Reading of an article's running text: no headings, and no fields of a few words."""
    said = [sentence for passage in document.passages if _is_running(passage) for sentence in passage.sentences]
    words = Counter(word for sentence in said for word in sentence.words)
    counted = [(syllables(word), count) for word, count in words.items()]
    return Reading(
        sentences=sum(bool(sentence.words) for sentence in said),
        words=words.total(),
        syllables=sum(number * count for number, count in counted),
        polysyllables=sum(count for number, count in counted if number >= 3),
    )


def find(document):
    yield from _grade(document)
    for passage in document.passages:
        if _is_running(passage):
            yield from _length(passage)
    for block in document.blocks:
        yield from _headings(block)
        yield from _lists(block)
        yield from _bold(block)


def _is_running(passage):
    # Who writes the article has no say in a label, and explanations have a grade of their own.
    own = not passage.is_heading and passage.kind not in FROM_ELSEWHERE
    return own and (passage.is_rich or passage.text.endswith(_ENDS))


def _grade(document):
    measured = reading(document)
    if measured.words < ENOUGH_WORDS:
        return
    grade = measured.smog if measured.sentences >= SMOG_SENTENCES else measured.fkgl
    # Rounded, so that an answer to this does not lapse with every comma.
    if round(grade) > GRADE_LIMIT:
        few = measured.sentences < SMOG_SENTENCES
        wants = f" (which wants {SMOG_SENTENCES} sentences; there are fewer)" if few else ""
        yield Flag(
            GRADE,
            f"Reading this takes grade {round(measured.fkgl)} by Flesch-Kincaid and {round(measured.smog)} by SMOG"
            f"{wants}. Aim for {GRADE_LIMIT}: shorter sentences, and shorter words where there are any.",
        )


def _length(passage):
    for sentence in passage.sentences:
        if len(sentence.words) > SENTENCE_LIMIT:
            yield passage.flag(
                SENTENCE, f"This sentence has {len(sentence.words)} words. Make two of it, or more.", sentence.text
            )
    if len(passage.sentences) > PARAGRAPH_LIMIT:
        yield passage.flag(
            PARAGRAPH,
            f"This paragraph has {len(passage.sentences)} sentences. Begin a new one after the third at the latest.",
            passage.sentences[0].text,
        )


def _headings(block):
    words = 0
    for passage in block.passages:
        words = 0 if passage.is_heading else words + (len(passage.text.split()) if passage.is_rich else 0)
        if words > HEADING_EVERY:
            yield passage.flag(
                HEADING,
                f"More than {HEADING_EVERY} words stand here without a heading. Begin a new section before this.",
                passage.sentences[0].text,
            )
            return


def _lists(block):
    lists = {}
    for passage in block.passages:
        if passage.lists:
            lists.setdefault((passage.field, passage.lists), []).append(passage)
    for (_field, numbers), items in lists.items():
        first = items[0].sentences[0].text
        if len(items) > LIST_LIMIT:
            message = (
                f"This list has {len(items)} items; more than {LIST_LIMIT} are not remembered. Divide or shorten it."
            )
            yield items[0].flag(LIST, message, first)
        if len(numbers) > 1:
            yield items[0].flag(NESTED, "A list in a list is hard to follow. Make one list of it, or two.", first)


def _bold(block):
    rich = [passage for passage in block.passages if passage.is_rich]
    bold = sum(passage.bold_words for passage in rich)
    if bold:
        words = sum(len(passage.text.split()) for passage in rich)
        if words >= ENOUGH_WORDS and bold * 100 > words * BOLD_PERCENT:
            message = "Much of this section is bold, so that nothing stands out. Keep it for the few words that matter."
            yield Flag(BOLD, message, block_id=block.id)
