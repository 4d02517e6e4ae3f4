"""Words explained: in other words than themselves, in easy ones, each marked once and all in one place."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.passages import words_of
from blog.clinical_rules.readability import Reading
from blog.clinical_rules.rows import words
from blog.clinical_rules.sentences import sentences
from blog.clinical_rules.syllables import syllables

GRADE_LIMIT = 9

_SOURCE = "NHS content guide"
IN_OTHER_WORDS = Rule("GLOS-01", Level.BLOCK, "A word is explained in other words", _SOURCE, waivable=False)
EASY = Rule("GLOS-02", Level.WARN, f"An explanation takes reading grade {GRADE_LIMIT} at most", _SOURCE)
MARKED_ONCE = Rule("GLOS-03", Level.NOTE, "A word is marked where it is first used", _SOURCE)
ONE_SECTION = Rule("GLOS-04", Level.BLOCK, "All words are explained in one place", _SOURCE, waivable=False)
SOME = Rule("GLOS-05", Level.BLOCK, "A section of words explained explains some", "House rule", waivable=False)
RULES = (IN_OTHER_WORDS, EASY, MARKED_ONCE, ONE_SECTION, SOME)


def definition_problems(row):
    """What is wrong in an explanation, `{field: message}`; `row` has `term` and `plain_definition`."""
    term, definition = words(row, "term"), words(row, "plain_definition")
    if not definition:
        return {"plain_definition": f"Say what “{term}” means."}
    if term and re.search(rf"(?<!\w){re.escape(term)}(?!\w)", definition, re.IGNORECASE):
        return {"plain_definition": f"Explain “{term}” in other words than “{term}” itself."}
    return {}


def find(document):
    sections = document.of_kind("glossary")
    for extra in sections[1:]:
        message = "There is a section that explains words above already, and it prints them all. Take this one out."
        yield Flag(ONE_SECTION, message, block_id=extra.id)
    place = sections[0].id if sections else ""
    if sections and not document.glossary:
        message = "No word is marked in the text or chosen here. Mark or choose one, or take this section out."
        yield Flag(SOME, message, block_id=place, field="terms")
    for row in document.glossary.values():
        for message in definition_problems(row).values():
            quote = words(row, "plain_definition") or words(row, "term")
            yield Flag(IN_OTHER_WORDS, f"{message} Change it in the glossary.", quote, place)
        yield from _hard_to_read(words(row, "term"), words(row, "plain_definition"), place)
    yield from _marked_again(document)


def _hard_to_read(term, definition, place):
    said = sentences(definition)
    counts = [syllables(word) for sentence in said for word in words_of(sentence)]
    grade = Reading(len(said), len(counts), sum(counts), sum(count >= 3 for count in counts)).fkgl
    if round(grade) > GRADE_LIMIT:
        message = f"Reading this takes grade {round(grade)}. Explain “{term}” in shorter words, in the glossary."
        yield Flag(EASY, message, definition, place)


def _marked_again(document):
    marked = set()
    for passage in document.passages:
        for term_id in passage.glossary:
            if term_id in marked:
                name = words(document.glossary.get(term_id) or {}, "term")
                message = f"“{name}” is marked further up. Readers get the link there; this mark can go."
                yield Flag(MARKED_ONCE, message, _sentence_with(passage, name), passage.block_id, passage.field)
            marked.add(term_id)


def _sentence_with(passage, name):
    found = passage.text.casefold().find(name.casefold())
    return passage.sentence_at(found).text if found >= 0 else passage.text
