"""Citations and explained words between the editor and the database."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText, expand_db_html

from blog.draftail import CitationHandler
from blog.models import GlossaryTerm
from blog.references import short_name
from blog.rich_text import FEATURES
from blog.tests.factories import ArticleFactory, ReferenceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return ReferenceFactory(authors="Example A, Example B", year=2024)


@pytest.fixture
def term():
    return GlossaryTerm.objects.create(term="glutamate", plain_definition="A messenger.")


def paragraph(words):
    return f'<p data-block-key="abcde">{words}</p>'


def marks(source, term):
    return paragraph(
        f'It helps<a linktype="citation" id="{source.pk}">[Example 2024]</a> by '
        f'<a linktype="glossary" id="{term.pk}">glutamate</a>.'
    )


def entities(html):
    return list(json.loads(ContentstateConverter(FEATURES).from_database_format(html))["entityMap"].values())


def round_trip(html):
    converter = ContentstateConverter(FEATURES)
    return converter.to_database_format(converter.from_database_format(html))


def test_marks_are_stored_as_they_were(source, term):
    assert round_trip(marks(source, term)) == marks(source, term)


@pytest.mark.parametrize("attributes", ['linktype="citation" id="4711"', 'linktype="glossary" id="0"'])
def test_a_mark_whose_row_is_gone_stays_a_mark(attributes):
    html = paragraph(f"<a {attributes}>[Gone 2020]</a>")
    assert round_trip(html) == html
    assert entities(html)[0]["data"]["missing"]


@pytest.mark.parametrize("attributes", ['id="x"', 'id="²"', f'id="{"9" * 30}"', ""])
def test_an_odd_id_does_not_break_the_editor(attributes):
    html = paragraph(f'<a linktype="citation" {attributes}>[x]</a>'.replace(" >", ">"))
    assert round_trip(html) == html


def test_the_editor_tells_what_a_mark_means(source, term):
    citation, glossary = entities(marks(source, term))
    assert (citation["mutability"], citation["data"]["label"]) == ("IMMUTABLE", str(source))
    assert (glossary["mutability"], glossary["data"]["label"]) == ("MUTABLE", "glutamate: A messenger.")


def test_words_around_and_inside_marks_are_escaped(source):
    html = paragraph(f'a &lt; b<a linktype="citation" id="{source.pk}">[A &amp; B 2024]</a>')
    assert round_trip(html) == html


def test_wagtails_own_rendering_leaves_the_words(source, term):
    assert expand_db_html(marks(source, term)).count("<a>") == 2
    assert "glutamate" in str(RichText(marks(source, term)))


def test_rows_are_found_in_the_order_of_the_marks(source):
    other = ReferenceFactory()
    asked = [{"id": str(other.pk)}, {"id": "x"}, {"id": "4711"}, {"id": source.pk}, {}]
    assert CitationHandler.get_many(asked) == [other, None, None, source, None]


def test_marks_count_as_uses(source, term):
    ArticleFactory(body=[("overview", {"section_heading": "", "body": marks(source, term)})])
    for row in (source, term):
        assert ReferenceIndex.get_references_to(row).count() == 1


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ("Example A, Example B", "Example 2024"),
        ("van der Beispiel CD", "van der Beispiel 2024"),
        ("World Health Organization", "World Health Organization 2024"),
        ("A society with a very long name indeed", "A society with a very long name… 2024"),
        ("WHO", "WHO 2024"),
        ("Müller Ä", "Müller 2024"),
        ("", "2024"),
        (None, "2024"),
    ],
)
def test_a_source_has_a_short_name(authors, name):
    assert short_name(authors, 2024) == name
