"""The screen “Articles”: what there is, and where a new one begins."""

import pytest
from django.urls import reverse

from blog.tests.conftest import member, signed_in
from blog.tests.factories import ArticleFactory, site_tree
from people import roles

pytestmark = pytest.mark.django_db
SCREEN = reverse("articles:index")


def test_who_writes_articles_finds_them_in_the_menu():
    assert f'"{SCREEN}"' in signed_in(member(roles.AUTHORS)).get(reverse("wagtailadmin_home")).text


def test_adding_an_article_asks_for_its_type():
    _home, index = site_tree()
    author = signed_in(member(roles.AUTHORS))
    adding = author.get(SCREEN).context["add_url"]
    response = author.get(adding, follow=True)
    assert response.redirect_chain == [(reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk]), 302)]
    assert "What will the article be about?" in response.text


def test_articles_are_told_by_type_and_by_where_they_stand():
    ArticleFactory(title="Feeling better", article_type="wellbeing")
    ArticleFactory(title="Examplamine", article_type="medicine")
    page = signed_in(member(roles.AUTHORS)).get(SCREEN, {"article_type": "medicine"})
    assert [article.title for article in page.context["object_list"]] == ["Examplamine"]
    assert "Medicine" in page.text
    assert "Never public" in page.text


def test_what_readers_are_shown_can_be_opened(published):
    page = signed_in(member(roles.AUTHORS)).get(SCREEN)
    assert "Live edition 1" in page.text
    assert "View live" in page.text
