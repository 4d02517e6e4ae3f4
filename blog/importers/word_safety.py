"""A Word file from a stranger, looked through before anything reads it: a zip archive with XML in it."""

import zipfile
from io import BytesIO

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from blog.importers.limits import DEEPEST, refuse_cells, refuse_deep, refuse_long
from blog.importers.refusal import ImportRefused

_MOST_MEMBERS = 2_000
# Unpacked, in bytes: all of it, and one part of XML, which takes twenty times as much once it is read.
_LARGEST = 80 * 1024 * 1024
_LARGEST_XML = 10 * 1024 * 1024
# Word's own files come to some 30 times; a bomb to thousands.
_RATIO = 150
_SMALL = 4 * 1024 * 1024
_MOST_ELEMENTS = 150_000
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


class WordFile:
    """The parts of a Word file by name. Raises ImportRefused for what is none, is a danger, or is too large."""

    def __init__(self, data):
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
            members = self.archive.infolist()
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            UnicodeDecodeError,
            RuntimeError,
        ) as error:
            raise ImportRefused(NOT_WORD) from error
        self._refuse_bombs(members, len(data))
        self.names = {member.filename for member in members}
        self._refuse_macros()
        if "[Content_Types].xml" not in self.names:
            raise ImportRefused(NOT_WORD)
        self.xml = {name for name in self.names if name.lower().endswith((".xml", ".rels"))}
        self.elements = self.characters = self.cells = 0
        for name in sorted(self.xml):
            self._look_through(name)
        types = self.read("[Content_Types].xml").lower()
        if b"macroenabled" in types:
            raise ImportRefused(MACROS)
        if _WORD.encode() not in types:
            raise ImportRefused(NOT_WORD)

    def read(self, name):
        """The bytes of one part."""
        try:
            return self.archive.read(name)
        # What zlib raises for broken data has no name outside it.
        except Exception as error:
            raise ImportRefused(BROKEN) from error

    def _refuse_bombs(self, members, size):
        if len(members) > _MOST_MEMBERS:
            raise ImportRefused(f"The Word file has more than {_MOST_MEMBERS:,} parts; that is no article.")
        if len({member.filename for member in members}) < len(members):
            raise ImportRefused(BROKEN)
        if any(member.flag_bits & 1 for member in members):
            raise ImportRefused("The Word file is protected with a password. Take the password off and try again.")
        unpacked = sum(member.file_size for member in members)
        for member in members:
            packed = max(member.compress_size, 1)
            if member.file_size > _SMALL and member.file_size / packed > _RATIO:
                raise ImportRefused(_BOMB)
            if member.filename.lower().endswith((".xml", ".rels")) and member.file_size > _LARGEST_XML:
                raise ImportRefused(_BOMB)
        if unpacked > _LARGEST or (unpacked > _SMALL and unpacked / max(size, 1) > _RATIO):
            raise ImportRefused(_BOMB)

    def _refuse_macros(self):
        for name in self.names:
            if name.lower().rsplit("/", 1)[-1].startswith(_MACROS) or name.lower().startswith("word/activex/"):
                raise ImportRefused(MACROS)

    def _look_through(self, name):
        """Count what is in one part of XML, and refuse what no Word file has."""
        depth = 0
        try:
            for event, element in iterparse(BytesIO(self.read(name)), events=("start", "end"), forbid_dtd=True):
                if event == "end":
                    depth -= 1
                    self.characters += len(element.text or "")
                    element.clear()
                    continue
                depth += 1
                self.elements += 1
                if depth > DEEPEST:
                    refuse_deep()
                if local_name(element) == "tc":
                    self.cells += 1
                    refuse_cells(self.cells)
                if self.elements > _MOST_ELEMENTS:
                    raise ImportRefused(_BOMB)
        except DefusedXmlException as danger:
            raise ImportRefused(
                "The Word file defines entities or a document type of its own, which Word never does and which can be "
                "used to read other files. Nothing of it was read."
            ) from danger
        except (ParseError, ValueError, LookupError) as error:
            raise ImportRefused(BROKEN) from error
        if name.startswith("word/"):
            refuse_long(self.characters)


def local_name(element):
    return element.tag.rsplit("}", 1)[-1]


BROKEN = "The Word file is broken. Open it in Word, save it as .docx again, and try once more."
NOT_WORD = "The file is no Word document, whatever its name says. Save it as .docx in Word and try again."
MACROS = "The Word file holds macros, which are programs. Save it as .docx without macros and try again."
_BOMB = "The Word file is far larger once it is unpacked than an article can be. Nothing of it was read."
