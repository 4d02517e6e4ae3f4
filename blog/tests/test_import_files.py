"""The same words from every kind of file, and a sentence for what is none."""

from pathlib import Path

import pytest
from django.conf import settings

from blog.importers import ImportRefused, read_document, read_file
from blog.importers.limits import LARGEST_FILE
from blog.importers.word_leftovers import MANY_UNREAD
from blog.importers.word_numbering import GOES_ON, LETTERS, OTHER_START
from blog.tests.documents import as_html, as_word, heading, paragraph, run, shown, word_file
from blog.tests.pictures import picture_file
from blog.tests.reassembly import lines_of

SEED = (Path(settings.BASE_DIR) / "cms" / "demo" / "clinic-page.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "data"), [("seed.docx", as_word(SEED)), ("seed.html", as_html(SEED))])
def test_the_seed_is_the_same_article_word_for_word_from_word_and_from_html(name, data):
    from_text, from_file = read_document(SEED), read_file(name, data)
    assert from_file.title == from_text.title
    assert [kind for kind, _value in from_file.sections] == [kind for kind, _value in from_text.sections]
    assert lines_of(from_file) == lines_of(from_text)
    assert from_file.chrome == from_text.chrome
    assert from_file.sections == from_text.sections


def test_words_own_marks_come_along():
    body = (
        heading("A title")
        + paragraph(
            runs=run("Bold", "<w:b/>") + run(" and ") + run("10") + run("3", '<w:vertAlign w:val="superscript"/>')
        )
        + paragraph(runs=f'<w:hyperlink r:id="link">{run("a link")}</w:hyperlink>')
    )
    link = '<Relationship Id="link" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    value = read_file("a.docx", word_file(body, relationships=link)).sections[0][1]
    assert "<b>Bold</b> and 10³" in value["body"]
    assert '<a href="https://a.example/">a link</a>' in value["body"]


def test_what_word_shows_outside_the_text_is_reported_and_not_lost():
    body = heading("A title") + paragraph("Text.") + "<w:p><w:r><w:delText>Struck out.</w:delText></w:r></w:p>"
    data = word_file(body, word__header1="<w:p><w:r><w:t>Top of the page</w:t></w:r></w:p>")
    said = {remark.quote for remark in read_file("a.docx", data).remarks}
    assert said == {"Top of the page", "Struck out."}


def test_words_that_the_reader_does_not_know_are_named():
    formula = "<w:p><w:r><w:t>Let</w:t></w:r><w:unknown><w:r><w:t>unreadable</w:t></w:r></w:unknown></w:p>"
    remarks = read_file("a.docx", word_file(heading("A title") + paragraph("Text.") + formula)).remarks
    assert any("“unreadable” is missing" in remark.message for remark in remarks)


def test_more_unread_paragraphs_than_anybody_looks_at_are_told_together():
    unread = "<w:p><w:unknown><w:r><w:t>unreadable{}</w:t></w:r></w:unknown></w:p>"
    body = heading("A title") + paragraph("Text.") + "".join(map(unread.format, range(1_000)))
    remarks = read_file("a.docx", word_file(body)).remarks
    assert (len(remarks), remarks[-1].message) == (201, MANY_UNREAD)


def numbered(text, number, level=0):
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(text)}</w:p>'
    )


def test_numbers_of_words_lists_that_an_article_cannot_have_are_named():
    level = '<w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="{}"/></w:lvl>'
    kinds = [(1, "decimal"), (3, "decimal"), (1, "lowerLetter"), (1, "bullet")]
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{place}">{level.format(*kind)}</w:abstractNum>'
        for place, kind in enumerate(kinds, start=1)
    ) + "".join(f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>' for place in range(1, 5))
    body = [numbered("a", 1), numbered("b", 1), paragraph("Text."), numbered("c", 1), numbered("d", 2)]
    body += [
        paragraph("Text."),
        numbered("e", 3),
        paragraph("Text."),
        numbered("f", 4),
        paragraph("x"),
        numbered("g", 4),
    ]
    data = word_file(heading("A title") + "".join(body), word__numbering=numbering)
    imported = read_file("a.docx", data)
    assert [(remark.message, remark.quote) for remark in imported.remarks] == [
        (GOES_ON, "c"),
        (OTHER_START, "d"),
        (LETTERS, "e"),
    ]


def test_a_picture_in_a_word_file_becomes_a_section():
    body, relationship, members = shown(picture_file(8, 8, "PNG"))
    data = word_file(heading("A title") + paragraph("Text.") + body, relationships=relationship, extra=members)
    imported = read_file("a.docx", data)
    assert imported.sections[1][1]["image"] == "picture:1" and imported.sections[1][1]["alt_text"] == "A room"
    assert imported.pictures["picture:1"].data == picture_file(8, 8, "PNG")


def test_struck_out_words_and_embedded_things_are_named():
    imported = read_file("a.html", b"<h1>T</h1><p>Take <s>5 mg</s> 10 mg.</p><iframe src='https://x.example'></iframe>")
    assert "Take 5 mg 10 mg." in imported.sections[0][1]["body"]
    assert [remark.quote for remark in imported.remarks] == ["5 mg", "https://x.example"]


def test_a_page_without_a_heading_has_the_title_of_its_tab():
    imported = read_file("a.html", b"<title>A title</title><p>Some text, it is.</p>")
    assert imported.title == "A title"
    assert "Some text, it is." in imported.sections[0][1]["body"]


def test_a_link_that_leads_nowhere_leaves_its_words():
    imported = read_file(
        "a.html", b"<h1>T</h1><p>See <a href='../other.html'>there</a> and <a href='#x'>below</a>.</p>"
    )
    assert imported.sections[0][1]["body"] == '<p data-block-key="i0001">See there and below.</p>'
    assert [remark.quote for remark in imported.remarks] == ["there"]


def test_nested_lists_stay_nested_as_the_editor_stores_them():
    imported = read_file("a.html", b"<h1>T</h1><ul><li>a<ol><li>b</ol><li>c</ul>")
    keyless = imported.sections[0][1]["body"].replace(' data-block-key="', "").replace("i000", "")
    assert keyless == '<ul><li1">a<ol><li2">b</li></ol></li></ul><ul><li3">c</li></ul>'


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.md", b"", "empty"),
        ("a", b"# T\n\nx", "must end in one of"),
        ("a.exe", b"MZ", "must end in one of"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "must end in one of"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file"),
        ("a.docx", b"%PDF-1.7", "it is a PDF"),
        ("a.docx", b"# T", "no Word document"),
        ("a.docx", b"PK\x03\x04 and no archive", "no Word document"),
        ("a.md", as_word("A title\n\nText."), "zip archive"),
        ("a.txt", picture_file(5, 5, "PNG"), "a picture"),
        ("a.md", as_html("A title\n\nText."), "is a web page"),
        ("a.html", b"A title\n\nText.", "no web page"),
        ("a.html", "<p>\u00e9</p>".encode("latin-1"), "UTF-8"),
        ("a.txt", "A title\n\nText.".encode("utf-16"), "UTF-8"),
        ("a.md", b"x" * (LARGEST_FILE + 1), "at most 10 MB"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_in_a_sentence(name, data, reason):
    with pytest.raises(ImportRefused, match=reason) as refusal:
        read_file(name, data)
    assert str(refusal.value).endswith(".")
