"""What of a Word document did not get into its parts, so that nothing is lost without a word."""

import re
import unicodedata
from io import BytesIO
from itertools import islice

from defusedxml.ElementTree import parse

from blog.documents.parts import Picture, Remark
from blog.documents.words import spaced
from blog.importers.html import COMMENTS, all_words
from blog.importers.word_drawings import drawing_remarks
from blog.importers.word_numbering import numbering_remarks
from blog.importers.word_safety import local_name

_BODIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_STRUCK_OUT = {"del", "moveFrom"}
# Beside a drawing Word keeps a copy of its text for older readers, and that is the one that is read.
_TWICE = "Choice"
_LONGEST = 2_000
# Nobody looks at more one by one, and each is looked for through all of the text.
_MOST_UNREAD = 200
MANY_UNREAD = (
    "More paragraphs than these could not be read whole. Save the document in another format, and import that."
)


def leftovers(file, document):
    """Remarks on the text of `file`, a WordFile, that `document` does not have."""
    found = [_margins(file), _comments(file), _struck_out(file)]
    if any(name.startswith("word/embeddings/") for name in file.names):
        found.append(Remark("A file that is embedded in the document, such as a spreadsheet, was left out."))
    read = _letters(" ".join(_texts(document)))
    found += drawing_remarks(file, lambda text: _letters(text) in read)
    unread = list(islice(_unread(file, read), _MOST_UNREAD + 1))
    if len(unread) > _MOST_UNREAD:
        unread[-1] = Remark(MANY_UNREAD)
    return [remark for remark in (*found, *numbering_remarks(file, _text_of), *unread) if remark]


def _unread(file, read):
    """Paragraphs with words that are not in `read`, a formula's for instance."""
    for name in _BODIES:
        if name not in file.names:
            continue
        for paragraph in _root(file, name).iter():
            if local_name(paragraph) != "p":
                continue
            runs = list(_runs_of(paragraph))
            if _letters("".join(runs)) in read:
                continue
            missing = [run for run in runs if _letters(run) not in read]
            if missing:
                yield Remark(
                    f"Not all of this paragraph could be read: “{spaced(' '.join(missing))[:200]}” is missing. Look at "
                    "it in Word, and put in what is missing by hand.",
                    spaced("".join(runs))[:_LONGEST],
                )


def _texts(document):
    yield document.title
    for words in (*all_words(document.parts), *document.notes.values()):
        yield words.text
    for part in document.parts:
        if isinstance(part, Picture):
            yield f"{part.alt} {part.caption.text}"
    for remark in document.remarks:
        yield remark.quote


def _letters(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def _runs_of(element):
    """The texts in `element` that Word shows: not what was struck out, no field's instructions."""
    name = local_name(element)
    if name in (*_STRUCK_OUT, _TWICE):
        return
    if name == "t" and element.text:
        yield element.text
    elif name in ("br", "tab", "p"):
        yield " "
    for child in element:
        yield from _runs_of(child)


def _text_of(element):
    return "".join(_runs_of(element))


def _margins(file):
    found = [_text_of(_root(file, name)) for name in sorted(file.names) if _MARGINS.fullmatch(name)]
    words = " / ".join(filter(None, (" ".join(text.split()) for text in found)))
    return words and Remark("What stands at the top or bottom of every page was left out.", words[:_LONGEST])


def _comments(file):
    if "word/comments.xml" not in file.names:
        return None
    words = " ".join(_text_of(_root(file, "word/comments.xml")).split())
    return words and Remark(COMMENTS, words[:_LONGEST])


def _struck_out(file):
    if "word/document.xml" not in file.names:
        return None
    texts = [
        element.text or "" for element in _root(file, "word/document.xml").iter() if local_name(element) == "delText"
    ]
    words = " ".join(" ".join(texts).split())
    return words and Remark(
        "The document has changes that nobody accepted. They were taken as accepted: added words are in the text, "
        "these deleted ones are not.",
        words[:_LONGEST],
    )


def _root(file, name):
    return parse(BytesIO(file.read(name)), forbid_dtd=True).getroot()
