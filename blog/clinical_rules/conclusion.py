"""The conclusion: short, last, nothing in it that was not said before, and one thing to do next."""

import re

from blog.clinical_rules.document import folded
from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import words
from blog.clinical_rules.typed_fields import flags_at, listed
from blog.enums import CallToAction
from blog.text import lines_of, word_count

WORD_LIMIT = 120
# Words explained and help in a crisis belong to the whole article, and a picture to the text before it.
MAY_FOLLOW = {"glossary", "crisis_help", "image"}

_SOURCE = "House rule"
FORM = Rule("CONC-01", Level.BLOCK, "A conclusion is short", _SOURCE, waivable=False)
NOTHING_NEW = Rule("CONC-02", Level.WARN, "A conclusion brings up nothing new", _SOURCE)
LAST = Rule("CONC-03", Level.WARN, "The conclusion comes last", _SOURCE)
BOOKING = Rule(
    "CONC-04", Level.BLOCK, "A consultation to book and its service are named together", _SOURCE, waivable=False
)
RULES = (FORM, NOTHING_NEW, LAST, BOOKING)


def conclusion_problems(row):
    """What is wrong in a conclusion, `{field: message}`; `row` has `body` in plain words, `call_to_action` and the id
    of the `service`, or nothing.
    """
    problems = {}
    count = word_count(words(row, "body"))
    if count > WORD_LIMIT:
        problems["body"] = f"Shorten the conclusion to {WORD_LIMIT} words; it has {count}."
    elif not count:
        problems["body"] = "Say what it comes to, in a few sentences."
    books = words(row, "call_to_action") == CallToAction.BOOK_A_CONSULTATION
    if books and not row.get("service"):
        problems["service"] = "Choose the service that readers can book, or another thing to do next."
    elif row.get("service") and not books:
        problems["service"] = (
            "Readers see a service only under “Book a consultation with us”. Choose that as what to do next, or take "
            "the service out."
        )
    return problems


def find(document):
    for position, block in enumerate(document.blocks):
        if block.kind != "conclusion":
            continue
        row = block.value | {"body": block.text("body")}
        yield from flags_at(block, row, conclusion_problems(row), {"body": FORM, "service": BOOKING})
        yield from _something_new(document, block)
        if any(other.kind not in MAY_FOLLOW for other in document.blocks[position + 1 :]):
            yield Flag(LAST, "Move the conclusion to the end, after all other sections.", block_id=block.id)


def _something_new(document, block):
    """Medicines and conditions of the article that the conclusion is the first to name."""
    if not block.passages:
        return
    before = document.folded[: block.passages[0].start]
    for names in _named_things(document.content):
        if any(_names(name, before) for name in names):
            continue
        for passage in block.passages:
            for sentence in passage.sentences:
                if name := next((name for name in names if _names(name, folded(sentence.text))), ""):
                    yield Flag(
                        NOTHING_NEW,
                        f"The article has not spoken of “{name}” before. Say it earlier, or leave it out here.",
                        quote=sentence.text,
                        block_id=block.id,
                        field=passage.field,
                    )


def _named_things(content):
    """For each medicine and condition that the article is about, the names that readers may meet."""
    medicine = content.get("medicine")
    uses = listed(medicine, "uses") if isinstance(medicine, dict) else []
    conditions = listed(content, "conditions") + [use.get("condition") for use in uses if isinstance(use, dict)]
    if isinstance(medicine, dict):
        yield _all_names(medicine, "generic_name", "brands")
    # By name, for a condition of the article is often one that its medicine is licensed for.
    known = {words(condition, "name").casefold(): condition for condition in conditions if isinstance(condition, dict)}
    for condition in known.values():
        yield _all_names(condition, "name", "also_called")


def _all_names(row, first, others):
    return [name for name in [words(row, first), *lines_of(words(row, others))] if name]


def _names(name, text):
    """Whether a folded text has `name` as a whole word; most have not, and looking for letters is quick."""
    name = folded(name)
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
