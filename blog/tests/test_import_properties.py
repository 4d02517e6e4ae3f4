"""Whatever the document: it is read or refused, and no word of it is lost or out of place."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from blog.importers import READABLE, ImportRefused, read_document, read_file
from blog.importers.files import UNREADABLE
from blog.tests.documents import heading, paragraph, word_file
from blog.tests.everything import everything
from blog.tests.reassembly import lines_of

WORDS = re.compile(r"[^\W\d_]+")
BEFORE = ("promotion_text", "tagline")
AFTER = ("cart_count", "cart_empty_heading", "cart_empty_body", "cart_browse_label")

PIECES = """
ketamine brain may include nausea, and rash, never stages: In conclusion not suitable for everyone should use.
cart is empty 20% off **bold** *soft* __strong__ snake_case 2*3*4 a*b* [x](https://example.com) [y][z] `code`
<b>html</b> &amp; \\* \\_ | # - 1. > ! \u00e9 \u5065\u5eb7 \u2019s \u201cquoted\u201d End. Who? such as
"""
words = st.sampled_from(PIECES.split())
sentence = st.lists(words, min_size=1, max_size=14).map(" ".join)
headings = st.sampled_from(
    ["Side effects", "How it works", "Stages", "Who should not", "Warning", "Key points", "Conclusion", "Other"]
)
part = st.one_of(
    sentence,
    st.tuples(sentence, sentence).map("\n".join),
    headings,
    headings.map("## {}".format),
    st.lists(sentence, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(sentence, min_size=1, max_size=9).map(
        lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))
    ),
    st.just("It happens in two stages:\n\n1. one\n2. two"),
    st.just("They may include rash, itching, and pain."),
    st.just("In conclusion, ask."),
    st.just("It may not be suitable for everyone. It should never be used alone."),
    st.just("0\nYour cart is empty!\n\nNothing in your cart.\n\nBrowse products"),
    st.just("- a\n  - b\n    1. c\n\n  d\n- e"),
    st.text(max_size=40),
)
documents = st.tuples(
    st.sampled_from(["A title\n\n", "# A title\n\n", "Best price, or 20% off!\n\nA tagline\n\nA title\n\n", ""]),
    st.lists(part, max_size=8).map("\n\n".join),
).map("".join)


def words_of(text):
    return WORDS.findall(without_addresses(text))


def read_words(imported):
    lines = [
        *(imported.chrome.get(name, "") for name in BEFORE),
        *lines_of(imported),
        *(imported.chrome.get(name, "") for name in AFTER),
    ]
    return words_of("\n".join(lines))


def without_addresses(text):
    """An address becomes a link's own where there are links, and stays a word where there are none."""
    return text.replace("(https://example.com)", "")


@given(documents)
@example("# T\n\n## Side effects\n\nThey include a, b, and c.\n\nMore.")
@example("# T\n\n## Side effects\n\nSuch as\n\n- a\n- b")
def test_no_word_is_lost_or_moved(text):
    try:
        imported = read_document(text)
    except ImportRefused:
        return
    assert read_words(imported) == words_of(text)


@given(documents.filter(lambda text: text.startswith(("A title", "# A title"))))
def test_a_document_with_a_title_is_refused_only_for_what_is_no_text(text):
    try:
        imported = read_document(text)
    except ImportRefused as refusal:
        assert any(reason in str(refusal) for reason in ("control characters", "nested", "no text below it"))
    else:
        assert imported.title.startswith("A title")


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        imported = read_document(text)
    except ImportRefused as refusal:
        assert str(refusal).endswith(".") and str(refusal) != UNREADABLE
    else:
        assert read_words(imported) == words_of(text)


# Whatever else there may be in a document, each of these words is somewhere in what was read of it.
numbered = st.lists(st.integers(min_value=0, max_value=999), min_size=1, max_size=4)
marked = numbered.map(lambda numbers: " ".join(f"w{number}w" for number in numbers))
MARKED = re.compile(r"w\d+w")


def table_of(cells):
    return "\n".join(["| a | b |", "|---|---|", *(f"| {cell} | {cell} |" for cell in cells)])


# What a picture's address may hold, and what ends one.
addresses = st.one_of(
    *(marked.map(form.format) for form in ("data:image/svg+xml,<svg>{}</svg>", "data:image/svg+xml,<svg/onload={}>")),
    *(marked.map(form.format) for form in ("a_(b).png?{}", "a(b(c(d))){}", "<a b {}>", "<a <b> {}>", '/a.png "{}"')),
    st.text(alphabet="ab<>() \"'\\:", max_size=12),
)
STARTS = (
    ["# A title"],
    ["# A title", "Text."],
    ["---\ntitle: w1w\nby: w2w\n---\n# w3w"],
    ["+++\ntitle = 'w1w'\nby = 'w2w'\n+++"],
    ["% w1w\n% w2w", "# w3w"],
)
more_markdown = st.lists(
    st.one_of(
        marked,
        marked.map("## {}".format),
        marked.map("## Side effects {}".format),
        marked.map("## Common questions {}".format),
        marked.map("### {}?".format),
        marked.map("## Call {} if:".format),
        marked.map("## Glossary {}".format),
        st.lists(marked, min_size=1, max_size=3).map(table_of),
        marked.map("| Side effect | How often |\n|---|---|\n| {0} | 1 in 10 | {0} |".format),
        marked.map("Text.[^1] {}".format),
        marked.map("[^1]: {} doi:10.1000/x 2024".format),
        marked.map("[^2]: {}".format),
        marked.map("![{}](a.png)".format),
        st.tuples(marked, addresses).map(lambda made: f"![{made[0]}]({made[1]})"),
        marked.map("- {}: means".format),
        marked.map("- **{}** means\n  - inside".format),
        marked.map("1. {}\n2. b".format),
        marked.map("> {}".format),
        marked.map("> | {0} |\n> |---|\n> | {0} | {0} |".format),
        marked.map("[{}][a] [a]".format),
        marked.map("[a]: https://a.example/{} 'x'".format),
        marked.map("~~~ {0}\n{0}\n".format),
        marked.map("- > {}".format),
        marked.map("```\n{}\n```".format),
        st.sampled_from(["Do:", "Do not:", "In conclusion", "It acts in two stages:", "***", "[^1]", "|", "<b>", "\\"]),
    ),
    max_size=10,
).flatmap(lambda parts: st.sampled_from(STARTS).map(lambda start: "\n\n".join([*start, *parts])))


@given(more_markdown)
def test_no_word_of_a_table_a_note_or_a_picture_is_lost(text):
    try:
        imported = read_document(text)
    except ImportRefused as refusal:
        assert "no text below it" in str(refusal)
        return
    said = everything(imported)
    assert "picture-" not in said
    assert [word for word in MARKED.findall(text) if word not in said] == []


@given(marked, addresses, st.sampled_from(["{}", "- {}", "| a |\n|---|\n| {} |", "Text {} text.", "## {}"]))
def test_no_word_of_a_picture_is_lost_whatever_its_address_holds(words, address, form):
    text = form.format(f"![{words}]({address})")
    said = everything(read_document(f"# A title\n\nText.\n\n{text}"))
    assert "picture-" not in said
    assert [word for word in MARKED.findall(text) if word not in said] == []


# The same parts in Markdown and in HTML.
FORMS = {
    "a.md": ("{0}", "- {0}\n- {0}", "| {0} |\n|---|\n| {0} |", "![{0}](a.png)", "## {0}"),
    "a.html": (
        *(
            "<p>{0}</p>",
            "<ul><li>{0}<li>{0}</ul>",
            "<table><tr><th>{0}<tr><td>{0}</table>",
            "<img src=a.png alt='{0}'>",
        ),
        "<h2>{0}</h2>",
    ),
}
TITLES = {"a.md": "# A title", "a.html": "<h1>A title</h1>"}


@given(st.sampled_from(list(FORMS)), st.lists(st.tuples(st.integers(0, 4), marked), min_size=1, max_size=6))
def test_no_word_is_lost_whatever_parts_stand_in_which_order(name, parts):
    text = "\n\n".join([TITLES[name], *(FORMS[name][form].format(words) for form, words in parts)])
    said = everything(read_file(name, text.encode()))
    assert [word for word in MARKED.findall(text) if word not in said] == []


BLOCK_TAGS = (
    "p",
    "div",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "section",
    "dl",
    "dt",
    "dd",
    "p class=MsoListParagraph style='mso-list:l0 level1 lfo1'",
    "p class=MsoListParagraph style='mso-list:l0 level2 lfo1'",
    "ul class=lst-kix_a-1",
    "ol class=lst-kix_a-0 start=2",
    "div id=ftn1",
)
INLINE_TAGS = (
    "b",
    "i",
    "a",
    "a href='https://a.example'",
    "a href=#_ftn1 name=_ftnref1",
    "a href=#_ftnref1 name=_ftn1",
    "span",
    "sup",
    "s",
    "svg",
    "iframe",
    "pre",
    "template",
    "xyz",
)
html_text = st.recursive(
    marked
    | st.sampled_from(
        [
            "<br>",
            "<img src=x alt=y>",
            "<li>",
            "</p>",
            "<td>",
            "&lt;",
            "<",
            "<!-- x -->",
            "·&nbsp;",
            "2.&nbsp;",
            "Call 911 if:",
        ]
    ),
    lambda inner: st.tuples(
        st.sampled_from([*BLOCK_TAGS, *INLINE_TAGS]), st.lists(inner, min_size=1, max_size=4), st.booleans()
    ).map(lambda made: f"<{made[0]}>{' '.join(made[1])}" + (f"</{made[0].split()[0]}>" if made[2] else "")),
    max_leaves=20,
)


@given(st.sampled_from(["", "<p>Text.</p>"]), st.lists(html_text, max_size=4).map("\n".join))
def test_no_word_of_a_page_is_lost_however_broken_it_is(start, html):
    try:
        imported = read_file("a.html", f"<h1>A title</h1>{start}{html}".encode())
    except ImportRefused as refusal:
        assert str(refusal).endswith(".") and str(refusal) != UNREADABLE
    else:
        said = everything(imported)
        assert [word for word in MARKED.findall(html) if word not in said] == []


BODY = [
    heading("A title"),
    paragraph("Text."),
    paragraph("More.", "ListBullet"),
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
]
GOOD = word_file("".join(BODY), word__footnotes='<w:footnote w:id="1"><w:p/></w:footnote>')
xml = st.sampled_from(
    [
        *BODY,
        *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>w7w</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:br/>"),
        *('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>', "<w:commentReference/>", "<w:sym/>"),
        *('<w:numPr><w:numId w:val="99"/></w:numPr>', '<w:hyperlink r:id="none">', '<w:fldChar w:fldCharType="end"/>'),
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
        *(
            '<w:gridSpan w:val="x"/>',
            "<w:sdt/>",
            "<w:drawing/>",
            '<w:textpath string="w7w"/>',
            '<w:docPr descr="w8w"/>',
            "\ufffe",
            "&",
            "<x",
        ),
    ]
)


def reads_or_refuses(name, data):
    try:
        imported = read_file(name, data)
    except ImportRefused as refusal:
        assert str(refusal)[-1] in ".)" and str(refusal) != UNREADABLE
    else:
        assert imported.title


@given(st.sampled_from(READABLE), st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(extension, data):
    reads_or_refuses(f"a{extension}", data)


@given(st.lists(xml, max_size=8).map("".join))
def test_any_word_file_is_read_or_refused(body):
    bullets = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    numbering = f'{bullets}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    reads_or_refuses("a.docx", word_file(heading("A title") + body, word__numbering=numbering))


@given(st.integers(min_value=0, max_value=len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_word_file_with_broken_bytes_is_read_or_refused(place, bytes_):
    reads_or_refuses("a.docx", GOOD[:place] + bytes_ + GOOD[place + len(bytes_) :])


@given(st.text(max_size=300), st.sampled_from(["", "<h1>T</h1>", "<!doctype html><title>T</title>"]))
def test_any_page_is_read_or_refused(text, start):
    reads_or_refuses("a.html", f"{start}{text}".encode(errors="replace"))
