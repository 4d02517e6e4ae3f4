"""Whatever the document: it is read or refused, and no word of it is lost or out of place."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from blog.importers import ImportRefused, read_document
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
        assert str(refusal).endswith(".")
    else:
        assert read_words(imported) == words_of(text)
