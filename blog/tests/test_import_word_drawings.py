"""Words in what an article cannot hold of a Word file are told, not lost."""

import pytest

from blog.importers import read_file
from blog.importers.word_drawings import BUILT_IN, CHART, DECORATED, DESCRIBED, DIAGRAM
from blog.tests.documents import heading, paragraph, shown, word_file
from blog.tests.pictures import picture_file

GOOD = heading("A title") + paragraph("Text.")
DIAGRAM_XML = "<d><pt><t><p><r><t>Ask</t></r></p></t></pt><pt><t><p><r><t>Decide</t></r></p></t></pt></d>"
CHART_XML = "<c><title><t>Visits</t></title><cat><pt><v>May</v></pt></cat><val><pt><v>12</v></pt></val></c>"


def told(body="", **parts):
    remarks = read_file("a.docx", word_file(GOOD + body, **parts)).remarks
    return [(remark.message, remark.quote) for remark in remarks]


@pytest.mark.parametrize(
    ("name", "xml", "expected"),
    [
        ("word/charts/chart1.xml", CHART_XML, (CHART, "Visits May 12")),
        ("word/charts/chartEx1.xml", CHART_XML, (CHART, "Visits May 12")),
        ("word/diagrams/data2.xml", DIAGRAM_XML, (DIAGRAM, "Ask Decide")),
    ],
)
def test_words_of_charts_and_diagrams_are_told(name, xml, expected):
    assert told(extra={name: xml}) == [expected]


def test_decorated_words_are_told_wherever_they_stand():
    art = '<w:p><w:r><w:pict><w:shape><w:textpath string="{}"/></w:shape></w:pict></w:r></w:p>'
    assert told(art.format("Welcome"), word__header1=art.format("DRAFT")) == [(DECORATED, "Welcome / DRAFT")]


def test_what_describes_an_object_is_told_and_what_describes_a_picture_is_with_it():
    body, relationship, members = shown(picture_file(8, 8, "PNG"))
    thing = '<w:p><w:r><w:object><w:shape alt="A table of doses"/></w:object></w:r></w:p>'
    diagram = '<w:p><w:r><w:drawing><w:docPr descr="Three steps" title="Steps"/></w:drawing></w:r></w:p>'
    assert told(body + thing + diagram, relationships=relationship, extra=members) == [
        (DESCRIBED, "A table of doses / Three steps / Steps")
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("chunk.html", "<style>p {}</style><p>Built in &amp; <b>bold</b></p><script>x", "Built in & bold"),
        ("chunk.txt", "Built in", "Built in"),
        ("chunk.docx", b"PK", "word/chunk.docx"),
        ("chunk.html", "<style>" * 28_000, "word/chunk.html"),
        ("chunk.html", "<b>word</b> " * 10_000, "word " * 400 + "…"),
    ],
)
def test_a_document_that_is_built_in_is_told_with_its_words(name, data, said):
    relation = f'<Relationship Id="chunk" Type="x/aFChunk" Target="{name}"/>'
    assert told('<w:altChunk r:id="chunk"/>', relationships=relation, extra={f"word/{name}": data}) == [
        (BUILT_IN, said)
    ]


def test_a_document_that_is_named_and_not_there_is_told():
    assert told(relationships='<Relationship Id="chunk" Type="x/aFChunk" Target="/etc/passwd"/>') == [
        (BUILT_IN, "word//etc/passwd")
    ]
