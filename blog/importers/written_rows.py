"""The tables at both ends of the written form: the article's own fields, its sources and the words it explains."""

from blog.content import NOT_CONTENT
from blog.documents import form, rows
from blog.documents.parts import Heading, Table
from blog.documents.words import SOURCE, WORD, Words, spaced
from blog.importers.html import all_words
from blog.importers.inline import plain
from blog.models import ArticlePage

_RELATIONS = {form.CONDITION: "conditions", form.TOPIC: "topics", form.MEDICINE: "medicine"}


class RowReader:
    """Reads into `gathered`; lists of sources and words first, for everything else points at them."""

    def __init__(self, gathered):
        self.gathered = gathered
        self.listed = {SOURCE: {}, WORD: {}}

    def takes(self, chunk):
        """Whether a section is the list of sources or of words, whose rows are then read."""
        heading, parts = chunk
        for name, item, kind, fields in (
            (form.SOURCES, form.SOURCE_ITEM, SOURCE, rows.REFERENCE_FIELDS),
            (form.WORDS, form.WORD_ITEM, WORD, rows.TERM_FIELDS),
        ):
            inside = [part for part in parts if getattr(part, "text", "x")]
            if spaced(heading.text) == name and inside and _item_number(inside[0], item):
                self._list(inside, item, kind, fields)
                return True
        return False

    def settle(self):
        """Give every listed source and word its key."""
        for number, (found, words) in self.listed[SOURCE].items():
            if found.get("year") is None and not self.gathered.library.source(found):
                self._left_out(f"{form.SOURCE_ITEM} {number}", words, "a source needs its year.")
            else:
                self.gathered.keys[SOURCE, number] = self.gathered.source(found, words)
        for number, (found, words) in self.listed[WORD].items():
            if not found.get("term"):
                self._left_out(f"{form.WORD_ITEM} {number}", words, "it does not say which word it explains.")
                continue
            if "source" in found:
                found["source"] = self.gathered.keys.get((SOURCE, found["source"]))
            self.gathered.keys[WORD, number] = self.gathered.word(found, words)

    def about_article(self, table):
        """`(fields, relations)` of the article's own table."""
        known = rows.own_fields({field.name for field in ArticlePage._meta.concrete_fields} - NOT_CONTENT)
        labels = {rows.label(field): field for field in known.values()}
        self._heads(table, form.ABOUT)
        fields, relations = {}, {"authors": [], "conditions": [], "topics": [], "medicine": None}
        for row in table.rows[1:]:
            label, words = spaced(row[0].text), Words.joined(row[1:])
            if label == form.HOW_TO_EDIT and words.text == form.EDITING:
                continue
            if label in labels:
                self._own(labels[label], words.text, fields)
            elif label == form.AUTHOR:
                self._author(words.text, relations["authors"])
            elif label in _RELATIONS:
                self._named(_RELATIONS[label], label, words.text, relations)
            elif label == form.FURTHER:
                keys = [self.gathered.keys.get((SOURCE, target)) for target in words.keys(SOURCE)]
                self.gathered.further += [key for key in keys if key]
                if not any(keys):
                    self._left_out(label, plain(words), "it is none of the sources listed at the end.")
            else:
                self._left_out(label, plain(words), "an article has no such field.")
        return fields, relations

    def _own(self, field, text, fields):
        try:
            fields[field.name] = rows.value_of(field, text)
        except ValueError:
            self._left_out(rows.label(field), text, "that is no value of this field.")

    def _author(self, text, authors):
        lines = text.split("\n") + [""] * len(form.AUTHOR_LINES)
        person = self.gathered.library.person(dict(zip(form.AUTHOR_LINES, lines, strict=False)))
        if person is None:
            self._left_out(
                form.AUTHOR, text, "the site knows nobody of exactly this name, profession and place of work."
            )
        else:
            authors.append(person)

    def _named(self, relation, label, text, relations):
        row_id = self.gathered.library.named(relation, text)
        if row_id is None:
            self._left_out(label, text, "the site has none of this name.")
        elif relation == "medicine":
            relations[relation] = row_id
        else:
            relations[relation].append(row_id)

    def _left_out(self, label, text, why):
        self.gathered.remark(f"{label} was left out: {why}", text)

    def _list(self, parts, item, kind, fields):
        number = None
        for part in parts:
            if isinstance(part, Heading):
                number = _item_number(part, item)
                if number:
                    self.listed[kind].setdefault(number, ({}, ""))
                else:
                    self.gathered.remark("This heading stands in a list at the end where none belongs.", part.text)
            elif isinstance(part, Table) and number and not self.listed[kind][number][0]:
                self.listed[kind][number] = self._row(part, fields), " ".join(plain(row[-1]) for row in part.rows[1:])
            elif said := " ".join(words.text for words in all_words([part]) if words):
                self.gathered.remark(
                    "This stands in a list at the end where no field takes it, and was left out.", said
                )

    def _heads(self, table, expected):
        """Words that somebody wrote into the first row, which only names the columns."""
        said = [spaced(words.text) for words in table.rows[0]]
        if tuple(said[:2]) != expected or any(said[2:]):
            self.gathered.remark("Words in the first row of a table of fields were left out.", " ".join(said))

    def _row(self, table, fields):
        labels = {rows.label(field): field for field in fields.values()}
        self._heads(table, form.FIELDS)
        found = {name: rows.untouched(field) for name, field in fields.items() if not field.is_relation}
        for row in table.rows[1:]:
            label, words = spaced(row[0].text), Words.joined(row[1:])
            field = labels.get(label)
            if field is None:
                self._left_out(label, plain(words), "a source has no such field.")
            elif field.is_relation:
                found[field.name] = next(iter(words.keys(SOURCE)), None)
            else:
                self._own(field, words.text, found)
        return found


def _item_number(part, item):
    """`3` of the heading `Source 3`."""
    if not isinstance(part, Heading):
        return None
    label, _space, number = spaced(part.text).partition(" ")
    return number if label == item and number.isascii() and number.isdigit() and len(number) < 7 else None
