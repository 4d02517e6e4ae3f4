"""From an article's content to the parts of a document, in the written form."""

from blog.content import NOT_CONTENT
from blog.documents import form, rows
from blog.documents.characters import sayable
from blog.documents.parts import Heading, Table
from blog.documents.words import SOURCE, Link, Span, Words, merged
from blog.exporters.elsewhere import Elsewhere
from blog.exporters.sections import section
from blog.models import ArticlePage


def parts_of(content, pictures):
    """The parts of the document for `content`, a draft's or an edition's in today's shape.

    `pictures` are files' bytes by the images' ids; a picture that is not among them is written as missing.
    """
    elsewhere = Elsewhere(content, pictures)
    blocks = ArticlePage.body.field.stream_block.child_blocks
    # First, so that sources are numbered as the text cites them.
    sections = [
        part
        for stored in content.get("body") or []
        if stored.get("type") in blocks
        for part in section(blocks[stored["type"]], stored.get("value") or {}, elsewhere)
    ]
    title = Heading(Words.of(_line(content.get("title"))), form.TITLE_LEVEL)
    return [title, _about(content, elsewhere), *sections, *elsewhere.sources(), *elsewhere.words()]


def _about(content, elsewhere):
    found = [(form.HOW_TO_EDIT, Words.of(form.EDITING))]
    for name, field in rows.own_fields(set(content) - NOT_CONTENT).items():
        if content[name] != rows.untouched(field):
            found.append((rows.label(field), Words.of(rows.text_of(field, content[name]))))
    if content.get("medicine"):
        found.append((form.MEDICINE, Words.of(content["medicine"]["generic_name"])))
    found += [(form.CONDITION, Words.of(row["name"])) for row in content.get("conditions") or []]
    found += [(form.TOPIC, Words.of(row["title"])) for row in content.get("topics") or []]
    found += [(form.AUTHOR, _author(row["person"])) for row in content.get("authors") or [] if row.get("person")]
    for row in content.get("references") or []:
        if row.get("reference"):
            number, text = elsewhere.source(row["reference"])
            found.append((form.FURTHER, Words(merged([Link(SOURCE, str(number), (Span(text),))]))))
    return Table((tuple(map(Words.of, form.ABOUT)), *((Words.of(label), words) for label, words in found)))


def _author(person):
    lines = [_line(person.get(name)) for name in form.AUTHOR_LINES]
    return Words.of("\n".join(lines).rstrip("\n"))


def _line(text):
    return sayable(str(text or "")).replace("\n", " ")
