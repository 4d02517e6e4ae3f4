"""Mark-up of Markdown beyond headings and lists: links by name, quotes, code, and lines above the text."""

import re

import pytest

from blog.importers import read_document
from blog.importers.front_matter import LEFT_OUT
from blog.importers.markdown_blocks import UNUSED
from blog.importers.markdown_inline import CODE, QUOTES


def read(text):
    return read_document(f"# T\n\n{text}")


def body(text):
    return re.sub(r' data-block-key="[^"]*"', "", read(text).sections[0][1]["body"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Words][r]\n\n[r]: https://a.example/x", '<p><a href="https://a.example/x">Words</a></p>'),
        ("[Words][] and [words].\n\n[words]: <https://a.example>", '<p><a href="https://a.example">Words</a> and <a'),
        ("<https://a.example/b%20c>", '<p><a href="https://a.example/b%20c">https://a.example/b%20c</a></p>'),
        ("<a@b.example>", '<p><a href="mailto:a@b.example">a@b.example</a></p>'),
        ("[Words][none]", "<p>[Words][none]</p>"),
        ("[Words][r]\n\n[r]: javascript:x", "<p>[Words][r]</p><p>[r]: javascript:x</p>"),
        ("> One **bold**\n> line.\n\nText.", "<p>One <b>bold</b> line.</p><p>Text.</p>"),
        ("> - a\n>   - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("```\n2**3**4\n# x\n```", "<p>2**3**4<br/># x</p>"),
    ],
)
def test_marks_are_resolved(text, expected):
    assert body(text).startswith(expected)


@pytest.mark.parametrize(
    ("text", "said", "quote"),
    [
        ("A <b>x</b> and <i>y</i>.", "HTML was kept", "<b>"),
        ("A `code` and `more`.", "marks of code", "`code`"),
        ("A ~~struck~~ word.", "struck out", "~~struck~~"),
        ("> Quoted.\n\nText.\n\n> Again.", QUOTES, "> Quoted."),
        ("```python\nx\n```\n\n```\ny\n```", CODE, "python x"),
        ("Text.\n\n[r]: https://a.example 'Hint'", UNUSED, "[r]: https://a.example Hint"),
        ("[x][r]\n\n[r]: https://a.example\n[r]: https://b.example", UNUSED, "[r]: https://b.example"),
    ],
)
def test_each_kind_of_mark_up_that_no_article_has_is_told_once(text, said, quote):
    remarks = read(text).remarks
    assert [remark.quote for remark in remarks] == [quote]
    assert said in remarks[0].message


def test_signs_that_are_no_mark_up_are_not_told():
    assert read("A < b, \\<b> and \\`c\\`; it's 5 ~ 6, ~~ and <https://a.example>.").remarks == []


@pytest.mark.parametrize("start", ["> ", "- ", "1. "])
def test_a_table_in_a_quote_or_an_item_has_its_cells_once(start):
    lines = ("| a | b |", "|---|---|", "| 1 | 2 | 3 |")
    inside = start if start == "> " else "   "
    imported = read(f"{start}Text.\n{inside}\n" + "\n".join(f"{inside}{line}" for line in lines))
    assert imported.sections[1][1]["table"]["rows"] == [{"values": ["1", "2", "3"]}]


def test_a_table_that_begins_an_item_has_its_cells_once():
    table = read("- | a | b |\n  |---|---|\n  | 1 | 2 |").sections[-1][1]["table"]
    assert [column["heading"] for column in table["columns"]] == ["a", "b"]


@pytest.mark.parametrize(
    ("header", "title", "rest"),
    [
        ("---\ntitle: 'It''s first'\nauthor: Ann\ntags:\n  - x\n- y\n---\n", "It's first", "author: Ann tags: - x - y"),
        ('---\nauthor: "Ann"\ntitle: "Say \\"x\\": why"\n...\n', 'Say "x": why', 'author: "Ann"'),
        ('+++\ntitle = "First"\n[params]\nx = 1\n+++\n', "First", "[params] x = 1"),
        ("% First\n  goes on\n% Ann\n% 2020\n", "First goes on", "Ann 2020"),
        ("---\nauthor: Ann\n---\n", "Second", "author: Ann"),
        ("---\ntitle: >\n  First\n---\n", "Second", "title: > First"),
    ],
)
def test_the_lines_above_the_text_give_its_title_and_the_rest_is_told(header, title, rest):
    imported = read_document(f"{header}\n# Second\n\nText.")
    assert imported.title == title
    assert [(remark.message, remark.quote) for remark in imported.remarks] == [(LEFT_OUT, rest)]
    assert imported.sections[0][1]["section_heading"] == ("" if title == "Second" else "Second")


def test_a_title_that_the_text_repeats_stands_once():
    imported = read_document("---\ntitle: T\n---\n# T\n\nText.")
    assert (imported.title, len(imported.sections), imported.remarks) == ("T", 1, [])


@pytest.mark.parametrize("text", ["---\n\n# T\n\nNote: text.\n\n---\n\nText.", "% of people\n# T\n\nText."])
def test_a_line_across_or_a_sign_at_the_start_is_no_header(text):
    assert LEFT_OUT not in [remark.message for remark in read_document(text).remarks]
