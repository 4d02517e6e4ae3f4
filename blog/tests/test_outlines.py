"""What a new article opens with."""

import pytest
from django.urls import reverse

from blog.blocks import ArticleBody
from blog.clinical_rules import Level, balance, check
from blog.enums import ArticleType
from blog.outlines import OUTLINES, outline_of, section_names
from blog.tests.conftest import signed_in
from blog.tests.factories import UserFactory, site_tree

pytestmark = pytest.mark.django_db
SOURCE_IS_NO_SECTION = "BAL-08"


def add_page(user, **query):
    _home, index = site_tree()
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
    return signed_in(user).get(address, query)


def kinds(article_type):
    return [section.kind for section in OUTLINES[article_type].sections]


def test_every_type_has_an_outline():
    assert set(OUTLINES) == set(ArticleType)


@pytest.mark.parametrize("article_type", ArticleType)
def test_an_outline_opens_with_key_points_and_ends_with_a_conclusion(article_type):
    assert kinds(article_type)[0] == "key_points"
    assert kinds(article_type)[-1] == "conclusion"


@pytest.mark.parametrize("article_type", ["medicine", "treatment"])
def test_a_treatment_tells_harms_and_choices_as_well_as_effects(article_type):
    found = kinds(article_type)
    assert found.index("evidence") < found.index("side_effects") < found.index("who_should_not")
    assert {"interactions", "care_card", "alternatives", "questions"} <= set(found)


@pytest.mark.parametrize("article_type", ArticleType)
def test_an_outline_holds_no_words_but_headings(article_type):
    for block in outline_of(article_type, ArticleBody()).get_prep_value():
        texts = [value for name, value in block["value"].items() if name in ("body", "intro", "heading", "lead")]
        assert not any(texts), block


@pytest.mark.parametrize("article_type", ArticleType)
def test_no_section_that_the_rules_require_is_missing(article_type):
    body = outline_of(article_type, ArticleBody()).get_prep_value()
    flags = check({"title": "A title", "article_type": article_type.value, "body": body})
    missing = [flag for flag in flags if flag.rule in balance.RULES and flag.level is Level.BLOCK and not flag.block_id]
    assert {flag.rule.id for flag in missing} <= {SOURCE_IS_NO_SECTION}


@pytest.mark.parametrize("article_type", ArticleType)
def test_an_outline_can_be_saved_as_it_is(article_type):
    body = ArticleBody()
    assert len(body.clean_deferred(outline_of(article_type, body))) == len(kinds(article_type))


def test_lists_open_with_the_rows_that_they_need():
    [key_points, *_] = outline_of("medicine", ArticleBody())
    assert len(key_points.value["points"]) == 3


def test_blank_lines_are_what_the_form_sends_of_them():
    [questions] = [section for section in outline_of("treatment", ArticleBody()) if section.block_type == "questions"]
    assert list(questions.value["items"]) == ["", "", ""]


def test_sections_are_named_as_readers_see_them():
    assert section_names("condition", ArticleBody())[:4] == ["Key points", "What it is", "Symptoms", "Causes"]


def test_who_adds_an_article_is_first_asked_for_its_type(author):
    page = add_page(author)
    assert page.status_code == 200
    for article_type in ArticleType:
        assert f"?article_type={article_type.value}" in page.text
        assert OUTLINES[article_type].about in page.text


def test_the_form_opens_with_the_outline_of_the_type(author):
    page = add_page(author, article_type="condition")
    article = page.context["form"].instance
    assert article.article_type == "condition"
    assert [block.block_type for block in article.body] == kinds("condition")


def test_a_type_that_does_not_exist_is_asked_for_again(author):
    assert "?article_type=news" in add_page(author, article_type="poem").text


def test_where_to_go_afterwards_is_not_forgotten(author):
    assert "?article_type=news&amp;next=/admin/reports/" in add_page(author, next="/admin/reports/").text


def test_who_may_not_add_articles_is_not_asked():
    assert add_page(UserFactory()).status_code == 302


def test_other_pages_are_added_as_ever(administrator):
    home, _index = site_tree()
    page = signed_in(administrator).get(reverse("wagtailadmin_pages:add", args=["blog", "topicpage", home.pk]))
    assert "article_type" not in page.text
