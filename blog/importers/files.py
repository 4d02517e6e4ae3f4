"""From a file's name and bytes to an article: which kind of file it is, and whether it is what its name says."""

import logging
import re

from blog.documents.form import IN_MARKDOWN
from blog.importers.documents import article_of
from blog.importers.front_matter import split_header, with_header
from blog.importers.html import read_html
from blog.importers.limits import LARGEST_FILE, refuse_lines, refuse_long
from blog.importers.markdown import is_markdown, read_markdown, read_plain_text
from blog.importers.refusal import ImportRefused
from blog.importers.word import read_word
from blog.importers.word_safety import MACROS

logger = logging.getLogger(__name__)

UNREADABLE = (
    "This document cannot be read, for a reason that nobody thought of. Save it in another format and try again."
)
WORD, HTML, TEXT = {".docx"}, {".html", ".htm"}, {".md", ".markdown", ".txt"}
READABLE = (*sorted(WORD), *sorted(HTML), *sorted(TEXT))
# What a file begins with, and what it is then.
_BEGINNINGS = (
    (b"PK\x03\x04", "a zip archive, such as a Word file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc), or one with a password"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_ELEMENT = re.compile(r"<[a-zA-Z][^<>]*>")
# Control characters and halves of surrogate pairs stand in no text that people write.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def read_file(name, data, library=None):
    """The Imported of a file's bytes; `library` knows what the site has. Raises ImportRefused, and nothing else."""
    extension = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if len(data) > LARGEST_FILE:
        raise ImportRefused(
            f"The file has {len(data) / 1024**2:.1f} MB; at most {LARGEST_FILE // 1024**2} MB can be read."
        )
    if not data:
        raise ImportRefused("The file is empty.")
    if extension in (".docm", ".dotm"):
        raise ImportRefused(MACROS)
    if extension not in READABLE:
        raise ImportRefused(
            f"The file's name must end in one of {', '.join(READABLE)}. Save the document as one of them and try again."
        )
    is_one_of = next((what for start, what in _BEGINNINGS if data.startswith(start)), "")
    if extension in WORD:
        if not data.startswith(_BEGINNINGS[0][0]):
            raise ImportRefused(
                f"The file is no Word document, whatever its name says{f': it is {is_one_of}' if is_one_of else ''}. "
                "Save it as .docx in Word and try again."
            )
        return _read(read_word, data, library)
    if is_one_of:
        raise ImportRefused(f"The file is no {extension} file, whatever its name says: it is {is_one_of}.")
    text = decoded(data)
    if extension in HTML:
        if not _ELEMENT.search(text):
            raise ImportRefused("The file is no web page, whatever its name says: nothing in it is marked up as HTML.")
        return _read(read_html, text, library)
    if _HTML.match(text):
        raise ImportRefused("The file is a web page, whatever its name says. Let its name end in .html and try again.")
    return read_document(text, library)


def read_document(text, library=None):
    """The Imported of a Markdown document, or of plain text whose headings are short lines without a full stop.

    Raises ImportRefused, and nothing else.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ImportRefused("The document is empty.")
    if _NOT_TEXT.search(text):
        raise ImportRefused("The document is not plain text: it holds control characters.")
    return _read(_text_parts, text, library)


def decoded(data):
    """A file's bytes as text. Raises ImportRefused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ImportRefused("The file is text, but not in UTF-8. Save it as UTF-8 and try again.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportRefused("The file is not text in UTF-8; save it as such and try again.") from error


def _text_parts(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_lines(text)
    header, text = split_header(text)
    if header:
        return with_header(read_markdown(text), header)
    if not is_markdown(text):
        refuse_long(len(text))
        return read_plain_text(text)
    return read_markdown(text, ours=bool(IN_MARKDOWN.search(text[:5_000])))


def _read(read, source, library):
    try:
        return article_of(read(source), library)
    except ImportRefused:
        raise
    except (RecursionError, MemoryError) as error:
        raise ImportRefused("The parts of this document are nested too deeply, or too large, to be read.") from error
    # Documents are strangers' work, and the parsers other people's: whoever uploads one is told, and so is the log.
    except Exception as error:
        logger.exception("A document could not be read")
        raise ImportRefused(UNREADABLE) from error
