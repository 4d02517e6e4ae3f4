"""Word documents as parts, by way of the HTML that mammoth makes of them."""

import re
from io import BytesIO

import mammoth
from bs4 import BeautifulSoup
from mammoth.docx.files import InvalidFileReferenceError

from blog.documents.parts import Paragraph, Picture, Table
from blog.importers.html import document_of
from blog.importers.html_safety import refuse_what_runs
from blog.importers.pictures import Pictures
from blog.importers.refusal import ImportRefused
from blog.importers.word_leftovers import leftovers
from blog.importers.word_safety import BROKEN, WordFile

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name^='toc '] => p.contents-list:fresh
p[style-name^='TOC '] => p.contents-list:fresh
"""
_ADDRESS = re.compile(r"external image '([^']*)'")
_STEM = "picture-"


def read_word(data):
    """The Document of a .docx file's bytes. Raises ImportRefused for what is none, and for what may do harm."""
    file = WordFile(data)
    pictures = _WordPictures()
    try:
        # Nothing outside the file is opened, and no style that the file brings along decides what is read.
        converted = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            ignore_empty_paragraphs=False,
            convert_image=mammoth.images.img_element(pictures.keep),
        )
        tree = BeautifulSoup(converted.value, "html.parser")
    # Its readers expect files that Word wrote, and raise whatever they trip over in others.
    except ImportRefused:
        raise
    except Exception as error:
        raise ImportRefused(BROKEN) from error
    refuse_what_runs(tree)
    document = document_of(tree, pictures.at, exact=True)
    document.parts = _without_spacers(document.parts)
    document.remarks += leftovers(file, document)
    return document


def _without_spacers(parts):
    """`parts` without the paragraph that Word needs below a table, where nobody wrote into it."""
    return [
        part
        for before, part in zip([None, *parts], parts, strict=False)
        if not (isinstance(before, Table) and isinstance(part, Paragraph) and not part.words)
    ]


class _WordPictures:
    """Pictures as mammoth comes across them; in its HTML each is named by its number."""

    def __init__(self):
        self.found, self.pictures = [], Pictures()

    def keep(self, image):
        data, place, problem = None, "", ""
        try:
            with image.open() as file:
                data, problem = self.pictures.checked(file.read())
        except InvalidFileReferenceError as error:
            address = _ADDRESS.search(str(error))
            place = address[1] if address else "another place"
        except (KeyError, OSError, ValueError, EOFError, NotImplementedError):
            problem = "its file is missing or broken"
        self.found.append((data, place, problem))
        return {"src": f"{_STEM}{len(self.found) - 1}"}

    def at(self, address, alt):
        data, place, problem = self.found[int(address.removeprefix(_STEM))]
        return Picture(alt, data, place, problem)
