"""Lists that Word and Google Docs write in HTML as something else than a list."""

import re

import pytest

from blog.importers import read_file
from blog.importers.html_lists import UNKNOWN_MARK
from blog.importers.word_numbering import LETTERS

ITEM = "<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level{} lfo1'>{}</p>"


def imported(markup):
    return read_file("a.html", f"<h1>T</h1><p>Text.</p>{markup}".encode())


def body(markup):
    found = imported(markup).sections[0][1]["body"]
    return re.sub(r' data-block-key="[^"]*"', "", found).removeprefix("<p>Text.</p>")


WORD = "".join(
    (
        ITEM.format(1, "<![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>one"),
        ITEM.format(2, "o&nbsp; <b>two</b>"),
        ITEM.format(1, "·&nbsp; three"),
    )
)
WORD_FILTERED = (
    "<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in'>·<span>&nbsp;&nbsp; </span>one</p>\n"
    "<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in'>o<span>&nbsp; </span><b>two</b>"
    "<p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;text-indent:-.25in'>·<span>&nbsp; </span>three</p>"
)
GOOGLE = (
    '<ul class="lst-kix_a-0 start"><li>one</li></ul><ul class="lst-kix_a-1 start"><li><b>two</b></li></ul>'
    '<ul class="lst-kix_a-0"><li>three</li></ul>'
)


@pytest.mark.parametrize("markup", [WORD, WORD_FILTERED, GOOGLE])
def test_items_stand_in_each_other_as_they_were_set_in(markup):
    assert body(markup) == "<ul><li>one<ul><li><b>two</b></li></ul></li><li>three</li></ul>"


@pytest.mark.parametrize(
    "markup",
    [
        "".join(ITEM.format(level, f"{mark}&nbsp; {text}") for level, mark, text in ((1, "1.", "a"), (2, "1)", "b"))),
        '<ol class="lst-kix_a-0" start="1"><li>a</li></ol><ol class="lst-kix_a-1" start="1"><li>b</li></ol>',
    ],
)
def test_numbered_items_stay_numbered(markup):
    assert body(markup) == "<ol><li>a<ol><li>b</li></ol></li></ol>"


def test_a_list_that_goes_on_below_an_item_inside_goes_on_counting():
    inside = '<ol class="lst-kix_a-0" start="1"><li>a</li></ol><ul class="lst-kix_a-1"><li>b</li></ul>'
    assert body(f'{inside}<ol class="lst-kix_a-0" start="2"><li>c</li></ol>').count("<ol>") == 2
    assert "2." not in body(f'{inside}<ol class="lst-kix_a-0" start="2"><li>c</li></ol>')


def test_text_between_two_lists_keeps_them_apart():
    assert body(f"{ITEM.format(1, '·&nbsp;a')}<p>Between.</p>{ITEM.format(1, '·&nbsp;b')}") == (
        "<ul><li>a</li></ul><p>Between.</p><ul><li>b</li></ul>"
    )


def test_marks_that_an_article_cannot_have_are_named():
    assert [(remark.message, remark.quote) for remark in imported(ITEM.format(1, "b)&nbsp; x")).remarks] == [
        (LETTERS, "x")
    ]
    found = imported(ITEM.format(1, "1.1.1.&nbsp; x"))
    assert [remark.message for remark in found.remarks] == [UNKNOWN_MARK]
    assert "<p>1.1.1.\xa0 x</p>" in re.sub(r' data-block-key="[^"]*"', "", found.sections[0][1]["body"])


def test_a_paragraph_that_is_only_set_in_is_a_paragraph():
    assert body("<p class=MsoListParagraph style='margin-left:1in'>A text.</p>") == "<p>A text.</p>"
