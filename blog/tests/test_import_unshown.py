"""Words of a page that are no text: they are in the article or in the report, never nowhere."""

import pytest

from blog.importers import read_file
from blog.tests.everything import everything

PAGE = "<h1>Sleep</h1><h2>What it is</h2><p>Before it.</p>{}<p>After it.</p>"


def imported(markup):
    return read_file("page.html", PAGE.format(markup).encode())


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Your dose: <input value="unseenwords"></p>',
        '<p><input type="hidden" value="unseenwords"></p>',
        '<p><input placeholder="unseenwords"></p>',
        '<p>The <abbr title="unseenwords">WHO</abbr> says so.</p>',
        '<p title="unseenwords">A paragraph.</p>',
        '<ul><li title="unseenwords">one</li><li>two</li></ul>',
        '<table><tr><td title="unseenwords">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
        '<p><a href="https://example.org/" title="unseenwords">a link</a></p>',
        '<p><span aria-label="unseenwords">x</span></p>',
        '<p><small title="unseenwords">x</small></p>',
        '<select><optgroup label="unseenwords"><option>x</option></optgroup></select>',
        "<p>A <math><mi>unseenwords</mi></math> formula.</p>",
        "<math><mtable><mtr><mtd><mtext>unseenwords</mtext></mtd></mtr></mtable></math>",
        "<table><tr><td>a</td><td><math><mi>unseenwords</mi></math></td></tr><tr><td>c</td><td>d</td></tr></table>",
        '<math><semantics><annotation encoding="TeX">unseenwords</annotation></semantics></math>',
        "<math><semantics><annotation-xml><p>unseenwords</p></annotation-xml></semantics></math>",
        "<svg><g><text>unseenwords</text></g></svg>",
        "<svg><desc>unseenwords</desc></svg>",
        "<svg><foreignObject><p>unseenwords</p></foreignObject></svg>",
        '<img src="https://example.org/a.png" alt="A drawing" title="unseenwords">',
    ],
)
def test_words_that_are_no_text_are_in_the_article_or_in_the_report(markup):
    found = everything(imported(markup))
    assert "unseenwords" in found
    assert "Before it." in found
    assert "After it." in found


def test_a_formula_is_never_put_down_as_signs_in_a_row():
    found = imported("<p>Take <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of it.</p>")
    assert "12" not in str(found.sections)
    (remark,) = [remark for remark in found.remarks if "formula" in remark.message]
    assert remark.quote == "1 2"


def test_what_an_element_says_itself_is_not_said_twice():
    found = imported('<p><abbr title="World Health Organization">World Health Organization</abbr></p>')
    assert not [remark for remark in found.remarks if "mouse" in remark.message]
