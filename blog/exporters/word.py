"""Parts as a Word document, which the importer reads back and people edit like any other."""

import re
from io import BytesIO

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu

from blog.documents.addresses import written_as
from blog.documents.characters import sayable
from blog.documents.form import SOURCE_ITEM, WORD_ITEM
from blog.documents.parts import Heading, Listing, Paragraph, Picture, Table
from blog.documents.words import ADDRESS, Link
from blog.exporters.numbering import Numbering
from blog.importers.pictures import file_extension, size_of

# The items of the lists at the end, to which marks in the text lead.
_PLACE = re.compile(rf"(?:{SOURCE_ITEM}|{WORD_ITEM}) \d+")
# English Metric Units: 914,400 to the inch. A picture is no wider than the text of a page.
_PER_PIXEL = 9_525
_WIDEST = 5_486_400
_TABLE_STYLES = ("Normal Table", "Table Grid")
_LINK_COLOUR = "0B5394"


def word_of(parts, title=""):
    """The document of `parts` as the bytes of a .docx file."""
    writer = _Writer()
    for part in parts:
        writer.part(part)
    properties = writer.document.core_properties
    properties.title, properties.author, properties.comments = sayable(title)[:255], "", ""
    file = BytesIO()
    writer.document.save(file)
    return file.getvalue()


class _Writer:
    def __init__(self):
        self.document = Document()
        for style in [style for style in self.document.styles if style.type == WD_STYLE_TYPE.TABLE]:
            # The template brings a hundred, which make a file large and slow to read.
            if style.name not in _TABLE_STYLES:
                style.delete()
        self.numbering = Numbering(self.document.part.numbering_part)
        self.pictures = self.bookmarks = 0

    def part(self, part):
        match part:
            case Heading():
                paragraph = self.document.add_paragraph(style=f"Heading {part.level}")
                if _PLACE.fullmatch(part.text):
                    self._bookmark(paragraph, part.text)
                self._words(paragraph, part.words)
            case Paragraph():
                self._words(self.document.add_paragraph(), part.words)
            case Listing():
                self._listing(part, self.numbering.of(part.ordered), 0)
            case Table():
                self._table(part)
            case Picture():
                self._picture(part)

    def _words(self, paragraph, words):
        before = None
        for piece in words.pieces:
            if isinstance(piece, Link):
                if isinstance(before, Link) and (before.kind, before.target) == (piece.kind, piece.target):
                    # Readers of Word files take two links to one place for one, unless something stands between them.
                    self._bookmark(paragraph, f"between {self.bookmarks}")
                self._link(paragraph, piece)
            else:
                self._run(paragraph._p, piece)
            before = piece

    def _run(self, parent, span, is_link=False):
        run = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        if span.bold:
            properties.append(OxmlElement("w:b"))
        if is_link:
            properties.append(_valued("w:color", _LINK_COLOUR))
            properties.append(_valued("w:u", "single"))
        if len(properties):
            run.append(properties)
        for line_number, line in enumerate(sayable(span.text).split("\n")):
            if line_number:
                run.append(OxmlElement("w:br"))
            for tab_number, text in enumerate(line.split("\t")):
                if tab_number:
                    run.append(OxmlElement("w:tab"))
                if text:
                    element = OxmlElement("w:t")
                    element.text = text
                    element.set(qn("xml:space"), "preserve")
                    run.append(element)
        parent.append(run)

    def _link(self, paragraph, link):
        address = sayable(written_as(link.kind, link.target))
        element = OxmlElement("w:hyperlink")
        if link.kind != ADDRESS and address.startswith("#"):
            element.set(qn("w:anchor"), address[1:])
        else:
            relationship = self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            element.set(qn("r:id"), relationship)
        for span in link.spans:
            self._run(element, span, is_link=True)
        paragraph._p.append(element)

    def _bookmark(self, paragraph, heading):
        """A place that links in the document lead to: `Source 3` is `source-3`."""
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), re.sub(r"\W+", "-", sayable(heading).lower())[:40] or "heading")
        end.set(qn("w:id"), str(self.bookmarks))
        paragraph._p.append(start)
        paragraph._p.append(end)

    def _listing(self, listing, number, depth):
        for item in listing.items:
            paragraph = self.document.add_paragraph(style="List Paragraph")
            properties = paragraph._p.get_or_add_pPr()
            numbered = OxmlElement("w:numPr")
            numbered.append(_valued("w:ilvl", depth))
            numbered.append(_valued("w:numId", number))
            properties.append(numbered)
            self._words(paragraph, item.words)
            for inner in item.inside:
                self._listing(inner, self.numbering.of(inner.ordered), depth + 1)

    def _table(self, part):
        rows = part.rows
        table = self.document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                self._words(cell.paragraphs[0], words)
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
        # Word runs tables that touch into one.
        self.document.add_paragraph(style="No Spacing")

    def _picture(self, part):
        paragraph = self.document.add_paragraph()
        if part.data is None:
            paragraph.add_run(part.problem)
            return
        self.pictures += 1
        extension = file_extension(part.data)
        package = self.document.part.package
        name = PackURI(f"/word/media/picture{self.pictures}.{extension}")
        media = Part(name, f"image/{'jpeg' if extension == 'jpg' else extension}", part.data, package)
        relationship = self.document.part.relate_to(media, RELATIONSHIP_TYPE.IMAGE)
        width, height = size_of(part.data)
        across = min(width * _PER_PIXEL, _WIDEST)
        down = max(1, round(across * height / width))
        run = paragraph.add_run()
        run._r.append(_drawing(self.pictures, relationship, part.alt, Emu(across), Emu(down)))


def _drawing(number, relationship, alt, width, height):
    drawing = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'pic', 'r')}>"
        f'<wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Picture {number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    drawing.find(f".//{qn('wp:docPr')}").set("descr", sayable(alt))
    return drawing


def _valued(name, value):
    element = OxmlElement(name)
    element.set(qn("w:val"), str(value))
    return element
