import pytest

from blog.content import content
from blog.models import GlossaryTerm
from blog.rendering import render_body
from blog.rich_text import plain_text
from blog.tests.factories import ArticleFactory, ReferenceFactory

pytestmark = pytest.mark.django_db


def cite(reference, words="[there]"):
    return f'<a linktype="citation" id="{reference.pk}">{words}</a>'


def explain(term, words):
    return f'<a linktype="glossary" id="{term.pk}">{words}</a>'


def overview(body, heading="What it is"):
    return "overview", {"section_heading": heading, "body": body}


@pytest.fixture
def source():
    return ReferenceFactory(title="A trial")


@pytest.fixture
def term():
    return GlossaryTerm.objects.create(term="receptor", plain_definition="A place on a cell that takes up a signal.")


def test_sources_are_numbered_in_the_order_in_which_readers_meet_them(source):
    other = ReferenceFactory(title="Another trial")
    article = ArticleFactory(body=[overview(f"<p>One.{cite(other)} Two.{cite(source)} Three.{cite(other)}</p>")])
    html, sections = render_body(article)
    assert [html.index(f'id="{place}"') for place in ("cite-1-1", "cite-2-1", "cite-1-2")] == sorted(
        html.index(f'id="{place}"') for place in ("cite-1-1", "cite-2-1", "cite-1-2")
    )
    assert html.index("Another trial") < html.index("A trial")
    assert 'href="#cite-1-2"' in html, "a way back from the list to each place"
    assert "[there]" not in html, "what the editor shows is no part of the text"
    assert sections[-1]["kind"] == "references"


def test_a_source_that_is_cited_is_sealed_as_it_stands(source):
    article = ArticleFactory(body=[overview(f"<p>One.{cite(source)}</p>")])
    assert [row["title"] for row in content(article)["cited"]] == ["A trial"]
    assert content(article)["references"] == []


def test_sources_cited_nowhere_come_after_those_that_are(source):
    further = ReferenceFactory(title="Further reading")
    article = ArticleFactory(body=[overview(f"<p>One.{cite(source)}</p>")], references=[further, source])
    html, _sections = render_body(article)
    assert html.count('<li class="reference"') == 2
    assert html.index("A trial") < html.index("Further reading")


def test_a_mark_whose_source_is_gone_leaves_no_trace(source):
    article = ArticleFactory(body=[overview(f"<p>One.{cite(source)} Two.</p>")])
    source.delete()
    html, _sections = render_body(article)
    assert "<p>One. Two.</p>" in html.replace(' data-block-key="x"', "")
    assert content(article)["cited"] == []


def test_only_the_first_mention_of_a_word_leads_to_its_meaning(term):
    article = ArticleFactory(
        body=[overview(f"<p>A {explain(term, '<b>receptor</b>')} and a {explain(term, 'receptor')}.</p>")]
    )
    html, sections = render_body(article)
    assert html.count('class="term"') == 1
    assert '<a class="term" id="word-receptor-mark" href="#word-receptor"><b>receptor</b></a>' in html
    assert 'id="word-receptor"' in html
    assert 'href="#word-receptor-mark"' in html, "and back"
    assert "A place on a cell" in html
    assert "glossary" in [section["kind"] for section in sections]
    assert [row["term"] for row in content(article)["glossary"]] == ["receptor"]


def test_a_word_that_is_only_listed_has_no_way_back(term):
    article = ArticleFactory(body=[("glossary", {"terms": [term]})])
    html, _sections = render_body(article)
    assert "A place on a cell" in html
    assert "word-receptor-mark" not in html


def test_nobody_can_write_a_mark_by_hand(source):
    article = ArticleFactory(
        body=[
            overview(
                f"<p>\ue000c{source.pk}\ue001 <a class='cite' id='cite-1-1' href='#x'>[1]</a></p>",
                heading=f"\ue000c{source.pk}\ue001",
            )
        ]
    )
    html, _sections = render_body(article)
    assert 'class="cite"' not in html
    assert 'id="cite-1-1"' not in html


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 19, "1e3", "٣"])
def test_a_mark_with_an_odd_number_is_text(number):
    article = ArticleFactory(body=[overview(f'<p>One <a linktype="citation" id="{number}">two</a> three.</p>')])
    html, _sections = render_body(article)
    assert "One two three." in html
    assert content(article)["cited"] == []


def test_the_words_of_a_citation_are_not_the_authors(source, term):
    text = plain_text(f"<p>Known.{cite(source, 'Example 2024')} The {explain(term, 'receptor')}.</p>")
    assert text == "Known. The receptor."


def test_a_heading_never_takes_the_place_of_a_mark(source):
    article = ArticleFactory(body=[overview(f"<p>One.{cite(source)}</p>", heading="Reference 1")])
    _html, sections = render_body(article)
    assert sections[0]["id"] == "section-reference-1"
