"""Documents for tests: Word files written part by part, and the same text in several kinds of file."""

import zipfile
from html import escape
from io import BytesIO

from docx import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"{_WORD}.document.main+xml"


def word_file(body="", *, content_type=TYPES, relationships="", **parts):
    """A .docx of the XML of its body; `parts` are more members by name with two underscores for a slash, such as
    `word__footnotes`, as the XML inside their root element or, in `raw` form, bytes under their full name in `extra`.
    """
    extra = parts.pop("extra", {})
    members = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{content_type}"/>'
            f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="notes" Type="{R}/footnotes" '
            f'Target="footnotes.xml"/>{relationships}</Relationships>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
    }
    for name, inner in parts.items():
        root = name.rpartition("__")[2]
        members[f"{name.replace('__', '/')}.xml"] = f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'
    return zipped(members | extra)


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def paragraph(text="", style="", runs=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(text) if text else ''}{runs}</w:p>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def heading(text, level=1):
    return paragraph(text, f"Heading{level}")


def as_word(text):
    """A plain text as somebody would have it in Word: headings in their style, numbered lines as a numbered list."""
    document = Document()
    for block in blocks_of(text):
        if block[0] == "heading":
            document.add_heading(block[1], level=2)
        elif block[0] == "list":
            for item in block[1]:
                document.add_paragraph(item, style="List Number")
        else:
            document.add_paragraph("\n".join(block[1]))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_html(text):
    """A plain text as a web page."""
    parts = []
    for block in blocks_of(text):
        if block[0] == "heading":
            parts.append(f"<h2>{escape(block[1])}</h2>")
        elif block[0] == "list":
            parts.append(f"<ol>{''.join(f'<li>{escape(item)}</li>' for item in block[1])}</ol>")
        else:
            parts.append(f"<p>{'<br>'.join(escape(line) for line in block[1])}</p>")
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{chr(10).join(parts)}</body></html>".encode()


def blocks_of(text):
    """`("heading", line)`, `("list", items)` or `("text", lines)` for each block between blank lines."""
    for block in text.strip().split("\n\n"):
        lines = [line.strip() for line in block.splitlines()]
        if all(line[:1].isdigit() and line[1:3] == ". " for line in lines):
            yield "list", [line[3:] for line in lines]
        elif len(lines) == 1 and not lines[0].endswith((".", ":", "!")) and len(lines[0]) <= 120:
            yield "heading", lines[0]
        else:
            yield "text", lines


def shown(data, linked=False):
    """`(XML, relationship, members)` that show a picture."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    xml = (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" xmlns:a="{drawing}/main" '
        f'xmlns:pic="{drawing}/picture"><wp:docPr id="1" name="p" descr="A room"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:{"link" if linked else "embed"}="picture"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    return xml, '<Relationship Id="picture" Type="x/image" Target="media/a.png"/>', {"word/media/a.png": data}
