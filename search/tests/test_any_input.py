import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.analysis import LONGEST_QUERY, read_query
from search.passages import passages
from search.snippets import snippet

EVERY_SIGN = st.text(st.characters(exclude_categories=[]), max_size=300)

ODD = [
    "",
    " \t\n",
    '"',
    "'",
    '"nausea',
    "nausea\x00",
    "\x00",
    "\ud800",
    "naus\udfff ea",
    "🙂",
    "👩‍⚕️ 🙂 🏥",
    "title:nausea AND (text:* OR NOT +ketamine^9~2 [a TO z])",
    "\\ / * ? ~ ^ : ( ) [ ] { } + - && || !",
    "the of and",
    "غثيان بعد الدواء",
    "\u202enausea\u202c",
    "מְרַפֵּא",
    "吐き気",
    "%00%ff",
    "'; DROP TABLE editions_edition; --",
    "<script>alert(1)</script>",
    "a" * 10_000,
    "nausea " * 2_000,
    "{{ query }} {% now %}",
]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text)[:30])
def test_odd_queries_are_answered(article, find, text):
    article("ketamine", {"a": "nausea"})
    found = find(text)
    found.query.encode()
    assert len(found.query) <= LONGEST_QUERY
    assert bool(found.groups) == ("nausea" in text or "ketamine" in text)


@pytest.fixture
def one_article(article):
    return article("ketamine", {"a": "nausea 0 é"})


@pytest.mark.django_db
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVERY_SIGN)
def test_every_text_is_answered(one_article, find, text):
    found = find(text)
    found.query.encode()
    for group in found.groups:
        assert group["title"] == "Ketamine"


@given(EVERY_SIGN)
def test_every_text_is_read(text):
    wording = read_query(text)
    assert len(wording.text) <= LONGEST_QUERY
    assert bool(wording.title_key) or not wording.terms


def test_long_query_is_cut_between_words_and_says_so():
    wording = read_query("nausea " * 100)
    assert wording.too_long
    assert wording.text.endswith("nausea")
    assert not read_query("nausea " * 10).too_long


@given(EVERY_SIGN, st.lists(st.sampled_from(["a", "nausea", "0", "é"])))
def test_every_text_has_a_snippet(text, terms):
    html = snippet(text, tuple(terms))
    assert "<" not in html.replace("<mark>", "").replace("</mark>", "")
    assert html.count("<mark>") == html.count("</mark>")


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                '<section id="a" data-kind="overview">',
                "<section data-kind>",
                '<section id data-kind="x">',
                "</section>",
                "<h2>",
                "</h2>",
                "<p>",
                "<svg>",
                "</svg>",
                "<script>",
                "<!--",
                "-->",
                "<![CDATA[",
                "<![",
                "<!DOCTYPE",
                "<?",
                "&#xD800;",
                "&#0;",
                "&nosuch;",
                "&",
                "<",
                '<a href="',
                "</",
                "<td>",
                '<p aria-hidden="true">',
                "word ",
            ]
        ),
        EVERY_SIGN,
    )
)


class FakeEdition:
    facts = {"title": "", "summary": "Summary."}

    def __init__(self, html):
        self.html = html


@given(PIECES)
def test_every_html_has_passages(pieces):
    found = passages(FakeEdition("".join(pieces)))
    assert found[0].section_id == ""
    assert found[0].text.startswith("Summary.")
    for passage in found:
        (passage.text + passage.heading + passage.section_id).encode()
