"""What the rules read: a paragraph, a list item or a field of plain text, and the sentences in it."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from blog.clinical_rules.flags import Flag
from blog.clinical_rules.mark_up import Paragraph
from blog.clinical_rules.sentences import spans

# The field for questions to ask that stand in another section than one of their own.
ASKED_BESIDE = "questions_to_ask"
# Characters on either side of a hit that can change what it means.
_AROUND = 160


class Sentence:
    """`start` is its offset in the passage; `cites` are the ids of the references cited in it or directly after it."""

    __slots__ = ("_words", "cites", "start", "text")

    def __init__(self, text, start, cites):
        self.text = text
        self.start = start
        self.cites = cites
        self._words = None

    @property
    def end(self):
        return self.start + len(self.text)

    @property
    def words(self):
        """Runs without spaces that hold a letter or a digit, with the punctuation that touches them."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words


class Passage:
    """One paragraph, list item or field of plain text, without its citation marks.

    `block_id` is blank for the article's title and summary. `field` is the path in the section, as `rows.2.effect`.
    `cites` are the ids of the references cited in it, with those that its row names as its source (`row_cites`).
    `is_rich` says whether a mark can be set in it, `list_item` whether it is one of a list, and `lists` of which one.
    """

    __slots__ = (
        *(
            "_sentences",
            "block_id",
            "bold_words",
            "cites",
            "field",
            "folded",
            "glossary",
            "is_heading",
            "is_rich",
            "kind",
        ),
        *("links", "list_item", "lists", "marks", "name", "row_cites", "start", "text"),
    )

    def __init__(self, block_id, kind, field, paragraph, *, row_cites=frozenset(), is_rich=False, list_item=False):
        self.block_id = block_id
        self.kind = kind
        self.field = field
        self.name = field.rpartition(".")[2]
        self.text = paragraph.text
        self.marks = paragraph.marks
        self.links = paragraph.links
        self.glossary = paragraph.glossary
        self.bold_words = paragraph.bold_words
        self.lists = paragraph.lists
        self.list_item = list_item or bool(paragraph.lists)
        self.is_rich = is_rich
        self.is_heading = self.name in HEADINGS
        self.row_cites = row_cites
        self.cites = row_cites.union(reference for _offset, reference in self.marks) if self.marks else row_cites
        # Its place in the text of the whole document, and its part of the folded text: the document knows them.
        self.start, self.folded = 0, ""
        self._sentences = None

    @property
    def sentences(self):
        if self._sentences is None:
            places = spans(self.text)
            cites = _by_sentence(self.marks, [start for start, _end in places]) if self.marks else {}
            self._sentences = [
                Sentence(self.text[start:end], start, cites.get(number, frozenset()))
                for number, (start, end) in enumerate(places)
            ]
        return self._sentences

    def sentence_at(self, offset):
        """The sentence that the character at `offset` stands in."""
        return self.sentences[bisect_right(self.sentences, offset, key=_start) - 1]

    @property
    def is_to_ask(self):
        """Whether it is a question for readers to take along: it states nothing."""
        return self.kind == "questions" or self.field.startswith(f"{ASKED_BESIDE}.")

    def flag(self, rule, message, quote=""):
        """A flag at this passage; `quote` are words of it."""
        return Flag(rule, message, quote=quote, block_id=self.block_id, field=self.field)


class Hit(NamedTuple):
    """Words found in a passage, from `start` to `end`; `meaning` is what the lexicon has to say about them."""

    passage: Passage
    start: int
    end: int
    meaning: object = None

    @property
    def quote(self):
        return self.passage.text[self.start : self.end]

    @property
    def sentence(self):
        return self.passage.sentence_at(self.start)

    @property
    def before(self):
        """The folded words of the sentence just before it."""
        return self.passage.folded[max(self.sentence.start, self.start - _AROUND) : self.start]

    @property
    def after(self):
        """The folded words of the sentence just after it."""
        return self.passage.folded[self.end : min(self.sentence.end, self.end + _AROUND)]

    def flag(self, rule, message):
        return self.passage.flag(rule, message, self.quote)


HEADINGS = {"title", "heading", "section_heading", "question"}


def plain_passage(block_id, kind, field, text, **options):
    """A passage of a field whose text has no mark-up."""
    return Passage(block_id, kind, field, Paragraph(text), **options)


def words_of(text):
    """Runs without spaces that hold a letter or a digit."""
    return [run for run in text.split() if run[0].isalnum() or any(map(str.isalnum, run))]


def _start(sentence):
    return sentence.start


def _by_sentence(marks, starts):
    """Ids of references by the number of the sentence that their mark stands in or directly after."""
    found = {}
    for offset, reference in marks:
        number = max(0, bisect_left(starts, offset) - 1)
        found.setdefault(number, set()).add(reference)
    return {number: frozenset(references) for number, references in found.items()}
