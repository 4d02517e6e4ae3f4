"""An article's content as the rules read it: parsed once, whatever a draft or an old edition holds."""

import re
from bisect import bisect_right
from functools import cached_property

from blog.clinical_rules.figures import figures_in
from blog.clinical_rules.lexicon import index_of
from blog.clinical_rules.mark_up import Paragraph, paragraphs, spaced
from blog.clinical_rules.passages import Hit, Passage, plain_passage
from blog.clinical_rules.prose import RICH_TEXT, fields_of, is_id, unwrapped
from blog.enums import ArticleType
from blog.text import lines_of

TREATMENTS = {ArticleType.MEDICINE.value, ArticleType.TREATMENT.value}
CLINICAL = TREATMENTS | {ArticleType.CONDITION.value}
# The kinds of passages that are kept with the medicine and with the words explained.
BOXED_WARNING, WORDS_EXPLAINED = "boxed_warning", "glossary"
FROM_ELSEWHERE = {BOXED_WARNING, WORDS_EXPLAINED}
# A study as the one who says something; how a clinic reads studies is no claim.
_STUDY_SAYS = re.compile(
    r"(?:study|studies|trials?|research|researchers|scientists|experiments?|data|reviews?)\b(?: [\w'-]+){0,4}? "
    r"(?:found|finds?|shows?|showed|shown|suggests?|suggested|reveal(?:s|ed)?|proves?|proved|proven|confirm(?:s|ed))\b"
)
_STUDY_WORDS = {
    *("study", "studies", "trial", "trials", "research", "researchers", "scientists", "experiment", "experiments"),
    *("data", "review", "reviews"),
}
_NUMBER = re.compile(r"\d[\d,.]*")
_FOLDS = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2010", "-"), ("\u2011", "-"))


class ById(dict):
    """Rows by their id, which answers None for whatever is no id."""

    def get(self, key, default=None):
        return super().get(key, default) if is_id(key) else default


class Block:
    """One section: `kind` is its type, `value` its fields, `heading` what the author wrote as its heading."""

    def __init__(self, stored):
        self.id = _string(stored.get("id"))
        self.kind = _string(stored.get("type"))
        value = stored.get("value")
        self.value = value if isinstance(value, dict) else {}
        self.heading = self.text("section_heading") or self.text("heading")

    def text(self, name):
        """The words of a field, a line for each paragraph; blank for what is no text."""
        return plain(self.value.get(name), name in RICH_TEXT)

    def rows(self, name):
        """The values of a list of rows, as dicts."""
        return [row for row in self._listed(name) if isinstance(row, dict)]

    def items(self, name):
        """The values of a list of plain texts."""
        return [item for item in self._listed(name) if isinstance(item, str)]

    @cached_property
    def passages(self):
        return [
            passage
            for path, text, is_rich, sources, in_list in fields_of(self.value)
            for passage in _passages(self, path, text, is_rich, row_cites=sources, list_item=in_list)
        ]

    def _listed(self, name):
        value = self.value.get(name)
        return [unwrapped(item) for item in value] if isinstance(value, list) else []


class Document:
    """`references` are all sources by id, `cited` those that the text or a field of it cites; `glossary` the terms that
    are explained, by id. `passages` are what readers are shown, also where it is kept with the medicine or with a word;
    `text` is all of them, a line each, and `folded` the same in small letters with plain quotation marks and spaces,
    character for character.
    """

    def __init__(self, content):
        self.content = content if isinstance(content, dict) else {}
        self.title = spaced(_string(self.content.get("title")))
        self.summary = spaced(_string(self.content.get("summary")))
        self.article_type = _string(self.content.get("article_type"))
        self.is_treatment = self.article_type in TREATMENTS
        self.medicine = _dict(self.content.get("medicine"))
        self.cited = _by_id(_rows(self.content.get("cited")))
        further = [_dict(row.get("reference")) for row in _rows(self.content.get("references"))]
        self.references = ById(_by_id(further) | self.cited)
        self.glossary = _by_id(_rows(self.content.get("glossary")))
        self.blocks = [Block(stored) for stored in _rows(self.content.get("body"))]
        own = [(name, text) for name, text in (("title", self.title), ("summary", self.summary)) if text]
        self.passages = [Passage("", "", name, Paragraph(text)) for name, text in own]
        self.passages += self._boxed_warning()
        self.passages += [passage for block in self.blocks for passage in block.passages]
        self.passages += self._words_explained()
        self.text = "\n".join(passage.text for passage in self.passages)
        self.folded = folded(self.text)
        start = 0
        for passage in self.passages:
            passage.start, end = start, start + len(passage.text)
            passage.folded = self.folded[start:end]
            start = end + 1
        self._starts = [passage.start for passage in self.passages]

    @property
    def is_about_medicine(self):
        """Whether its type says so, or a medicine or a condition is chosen."""
        return bool(self.article_type in CLINICAL or self.medicine or _rows(self.content.get("conditions")))

    @cached_property
    def is_clinical(self):
        """Whether it says something of medicine: by what it is about, or by its claims."""
        return self.is_about_medicine or bool(self.figures or self.matches(_STUDY_SAYS, first_words=_STUDY_WORDS))

    def of_kind(self, kind):
        """The sections of that kind, in order."""
        return [block for block in self.blocks if block.kind == kind]

    @cached_property
    def index(self):
        """Where each word of the folded text stands."""
        return index_of(self.folded)

    def phrases(self, lexicon):
        """Hits of the phrases of a lexicon, in order, with their meaning."""
        return [self._hit(*found) for found in lexicon.search(self.folded, self.index)]

    @cached_property
    def medicine_names(self):
        """The names of the article's medicine in small letters: generic first, then brands; not slang."""
        named = [self.medicine.get("generic_name"), self.medicine.get("brands")]
        return [line.lower() for name in named for line in lines_of(_string(name))]

    @cached_property
    def explained(self):
        """Words in small letters that readers find explained: in the glossary, or as what the article is about."""
        about = _rows(self.content.get("conditions"))
        names = [row.get(name) for row in self.glossary.values() for name in ("term", "also_called")]
        names += [row.get(name) for row in about for name in ("name", "also_called")]
        return {line.lower() for name in names for line in lines_of(_string(name))}

    @cached_property
    def numbers(self):
        """Where each number stands in the text."""
        return [found.start() for found in _NUMBER.finditer(self.folded)]

    @cached_property
    def figures(self):
        """Hits of the numbers that say something about a treatment or an illness, in order."""
        return figures_in(self)

    def matches(self, pattern, as_written=False, first_words=None, at=None):
        """Hits of a pattern, which sees the folded text unless case matters; none may reach over the end of a line.

        A pattern that is slow to search for is tried where one of `first_words` stands, or `at` these offsets alone.
        """
        text = self.text if as_written else self.folded
        if first_words is not None:
            at = sorted(start for word in first_words & self.index.keys() for start in self.index[word])
        found = pattern.finditer(text) if at is None else _matching(pattern, text, at)
        return [self._hit(match.start(), match.end(), match) for match in found]

    def passage_at(self, offset):
        """The passage that the character at `offset` of the text stands in."""
        return self.passages[bisect_right(self._starts, offset) - 1]

    def _boxed_warning(self):
        """What is printed above the first section from the article's medicine."""
        return _passages_of("", BOXED_WARNING, "medicine.boxed_warning", self.medicine.get("boxed_warning"))

    def _words_explained(self):
        """The meanings that are printed in the section of words explained, or below the text where there is none."""
        place = next((block.id for block in self.of_kind(WORDS_EXPLAINED)), "")
        return [
            passage
            for row in self.glossary.values()
            for name in ("term", "plain_definition")
            for passage in _passages_of(place, WORDS_EXPLAINED, f"glossary.{row['id']}.{name}", row.get(name))
        ]

    def _hit(self, start, end, meaning):
        passage = self.passage_at(start)
        return Hit(passage, start - passage.start, end - passage.start, meaning)


def plain(value, is_rich=False):
    """The words of a stored text, a line for each paragraph; blank for what is no text."""
    if not isinstance(value, str):
        return ""
    return "\n".join(paragraph.text for paragraph in paragraphs(value)) if is_rich else value.strip()


def folded(text):
    """`text` in small letters with plain quotation marks, hyphens and spaces; no character moves."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not small.isascii():
        for fancy, simple in (*_FOLDS, ("\xa0", " "), ("\u202f", " ")):
            small = small.replace(fancy, simple)
    return small


def _matching(pattern, text, starts):
    reached = 0
    for start in starts:
        if start >= reached and (match := pattern.match(text, start)):
            reached = match.end()
            yield match


def _passages(block, path, text, is_rich, **options):
    found = paragraphs(text) if is_rich else [Paragraph(line) for line in map(spaced, text.splitlines()) if line]
    return [Passage(block.id, block.kind, path, paragraph, is_rich=is_rich, **options) for paragraph in found]


def _passages_of(block_id, kind, path, text):
    return [plain_passage(block_id, kind, path, line) for line in map(spaced, _string(text).splitlines()) if line]


def _string(value):
    return value if isinstance(value, str) else ""


def _dict(value):
    return value if isinstance(value, dict) else {}


def _rows(value):
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _by_id(rows):
    return ById((row["id"], row) for row in rows if is_id(row.get("id")))
