"""Documents made to do harm are refused with a sentence, before anything of them is read."""

import random
import zipfile
from io import BytesIO

import pytest
from PIL import Image

from blog.importers import ImportRefused, read_file
from blog.importers.pictures import MOST_PIXELS
from blog.tests.documents import W, heading, paragraph, shown, word_file, zipped

GOOD = heading("A title") + paragraph("Text.")


def refused(name, data):
    with pytest.raises(ImportRefused) as refusal:
        read_file(name, data)
    assert str(refusal.value)[-1] in ".)"
    return str(refusal.value)


def test_a_good_file_is_read():
    assert read_file("a.docx", word_file(GOOD)).title == "A title"


@pytest.mark.parametrize(
    "attack",
    [
        "<p>First words.</p><script>alert(1)</script>",
        "<p>First words.</p><p onmouseover=alert(1)>x</p>",
        "<p>First words.</p><a href='java&#10;script:alert(1)'>x</a>",
        "<p>First words.</p><a href=' &#1;vbscript:x'>x</a>",
        "<p>First words.</p><a href='data:text/html,<script>'>x</a>",
        "<p>First words.</p><svg><a xlink:href='javascript:x'><text>x</text></a></svg>",
        "<p>First words.</p><svg onload=x></svg>",
        "<p>First words.</p><img src=x onerror=x>",
        "<p>First words.</p><form action='javascript:x'><input></form>",
        "<p>First words.</p><button formaction='javascript:x'>x</button>",
        "<p>First words.</p><iframe srcdoc='<b>x</b>'></iframe>",
        "<p>First words.</p><object data='data:text/html,x'></object>",
        "<p>First words.</p><math><mi xlink:href='javascript:x'>x</mi></math>",
        "<p>First words.</p><template><script>x</script></template>",
        "<p>First words.</p><style><!--</style><script>x</script>-->",
    ],
)
def test_html_that_would_run_something_is_refused_with_its_place(attack):
    assert "First words.”" in refused("a.html", f"<h1>A title</h1>{attack}".encode())


def test_a_word_file_whose_link_would_run_something_is_refused():
    link = '<Relationship Id="link" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>'
    body = GOOD + '<w:p><w:hyperlink r:id="link"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
    assert "runs a program" in refused("a.docx", word_file(body, relationships=link))


def test_markdown_that_would_run_something_is_text():
    imported = read_file("a.md", b"# T\n\n[x](javascript:alert(1)) <script>alert(1)</script>")
    assert imported.sections[0][1]["body"] == (
        '<p data-block-key="i0001">[x](javascript:alert(1)) &lt;script&gt;alert(1)&lt;/script&gt;</p>'
    )


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.xml"])
def test_macros_are_refused(name):
    assert "macros" in refused("a.docx", word_file(GOOD, extra={name: b"<x/>"}))


def test_a_macro_document_is_refused_by_its_name_and_by_its_type():
    assert "macros" in refused("a.docm", word_file(GOOD))
    data = word_file(GOOD, content_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    assert "macros" in refused("a.docx", data)


BOMB = f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="{W}">&b;</w:document>'
OUTSIDE = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}">&a;</w:document>'


@pytest.mark.parametrize(
    "part",
    [BOMB.encode(), OUTSIDE.encode(), OUTSIDE.encode("utf-16"), b'<!DOCTYPE x SYSTEM "http://x.example/x.dtd"><x/>'],
)
@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "customXml/item1.xml", "word/_rels/x.xml.rels"]
)
def test_entities_and_document_types_are_refused_in_every_part(name, part):
    assert "entities" in refused("a.docx", word_file(GOOD, extra={name: part}))


def test_zip_bombs_are_refused():
    assert "unpacked" in refused("a.docx", word_file(GOOD, extra={"word/media/a.bin": b"\0" * (20 * 1024 * 1024)}))
    many = {f"word/media/{number}.png": b"x" for number in range(2_100)}
    assert "more than 2,000 parts" in refused("a.docx", word_file(GOOD, extra=many))
    large = f"<x>{random.Random(1).randbytes(5_500_000).hex()}</x>"  # noqa: S311
    assert "unpacked" in refused("a.docx", word_file(GOOD, extra={"word/styles.xml": large}))


def test_an_archive_that_says_two_things_is_refused():
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in _members(word_file(GOOD)).items():
            archive.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", b"<x/>")
    assert "broken" in refused("a.docx", file.getvalue())


def test_a_password_is_asked_to_be_taken_off():
    data = bytearray(word_file(GOOD))
    for start in _all(data, b"PK\x01\x02"):
        data[start + 8] |= 1
    assert "password" in refused("a.docx", bytes(data))


def test_a_zip_that_is_no_word_document_is_refused():
    assert "no Word document" in refused("a.docx", zipped({"a.txt": "x"}))
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert "no Word document" in refused("a.docx", word_file(GOOD, content_type=spreadsheet))


def test_things_nested_without_end_are_refused():
    table = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    deep = "<w:p/>"
    for _level in range(60):
        deep = table.format(deep)
    assert "nested" in refused("a.docx", word_file(GOOD + deep))
    for markup in ("<div>" * 5_000, "<ul><li>" * 300, "<b>" * 1_000, "<table><tr><td>" * 200):
        assert "nested" in refused("a.html", f"<h1>T</h1>{markup}".encode())
    assert "nested" in refused("a.md", ("# T\n\n" + "- " * 500).encode())


def test_tables_without_end_are_refused():
    rows = "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 20_001
    assert "cells" in refused("a.docx", word_file(f"{GOOD}<w:tbl>{rows}</w:tbl>"))
    assert "cells" in refused("a.html", b"<h1>T</h1><table><tr><td colspan=900 rowspan=900>x" + b"<tr><td>y" * 900)
    assert "cells" in refused("a.md", ("# T\n\n|a|b|\n|-|-|\n" + "|c|d|\n" * 10_001).encode())


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("&#" * 2_000_000, "signs"),
        ("&x " * 1_600_000, "signs"),
        ("<" * 4_900_000, "signs"),
        ("<!--" * 1_200_000, "signs"),
        ("<p " + "a='x' " * 1_600_000 + ">", "characters of mark-up"),
        ("&amp;" * 250_000, "signs"),
        ("&x " * 30_000, "begin no mark-up"),
    ],
)
def test_a_page_that_would_hold_a_parser_for_minutes_never_gets_to_it(monkeypatch, markup, reason):
    monkeypatch.setattr("nh3.clean", lambda *args, **options: pytest.fail("it was parsed"))
    assert reason in refused("a.html", f"<h1>T</h1><p>x</p>{markup}".encode())


def test_a_large_page_is_read_where_its_pictures_or_its_characters_make_it_large():
    data = "A" * 6_000_000
    page = f"<h1>T</h1><p>{'&#1072;' * 60_000}</p><p><a href='https://a.example/?{'&a=b' * 900}'>x</a></p>"
    assert read_file("a.html", f"{page}<img src='data:image/png;base64,{data}'>".encode()).title == "T"


def test_long_documents_are_refused():
    assert "at most 500,000" in refused("a.html", b"<h1>T</h1><p>" + b"word " * 150_000)
    assert "at most 500,000" in refused("a.docx", word_file(heading("T") + paragraph("word " * 150_000)))
    assert "lines" in refused("a.md", b"# T\n" + b"a\n\n" * 10_001)


def test_a_picture_that_would_fill_the_machine_is_refused():
    side = int(MOST_PIXELS**0.5) + 10
    file = BytesIO()
    Image.new("1", (side, side)).save(file, "PNG")
    picture = shown(file.getvalue())
    assert "million pixels" in refused(
        "a.docx", word_file(GOOD + picture[0], relationships=picture[1], extra=picture[2])
    )


def test_a_picture_of_another_kind_is_left_out_and_named():
    body, relationship, extra = shown(b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>")
    imported = read_file("a.docx", word_file(GOOD + body, relationships=relationship, extra=extra))
    assert imported.sections[-1][0] == "image" and imported.sections[-1][1]["image"] is None
    assert "no JPEG, PNG" in imported.remarks[0].message


def test_nothing_is_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *args: pytest.fail("something was fetched"))
    html = b"<h1>T</h1><p>x</p><img src='http://127.0.0.1:1/a.png' alt='A room'><img src='file:///etc/passwd'>"
    imported = read_file("a.html", html)
    assert ["127.0.0.1" in imported.remarks[0].message, "/etc/passwd" in imported.remarks[1].message] == [True, True]
    outside = '<Relationship Id="picture" Type="x/image" Target="http://127.0.0.1:1/a.png" TargetMode="External"/>'
    body, _inside, _extra = shown(b"", linked=True)
    imported = read_file("a.docx", word_file(GOOD + body, relationships=outside))
    assert "127.0.0.1" in imported.remarks[0].message


def _members(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _all(data, mark):
    start = data.find(mark)
    while start >= 0:
        yield start
        start = data.find(mark, start + 1)
