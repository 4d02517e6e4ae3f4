"""Conditions of an article: ticked as before, and found or made without leaving the article."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from blog.models import Condition
from blog.tests.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def field(draft, author):
    """The field in the editor of a draft, with one condition on the site."""
    Condition.objects.create(name="depression")
    html = signed_in(author).get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content
    return BeautifulSoup(html, "html.parser").select_one("#panel-child-content-child-what_it_is_about-section") or (
        BeautifulSoup(html, "html.parser")
    )


def test_conditions_are_ticked_by_their_names(field):
    (box,) = field.select('input[type="checkbox"][name="conditions"]')
    assert "depression" in box.parent.get_text()


def test_a_condition_is_made_beside_the_list(field, author):
    way = field.select_one('[data-new-condition="conditions"]')
    assert "add a condition" in way.get_text()
    chooser = signed_in(author).get(way["data-chooser"]).json()["html"]
    assert "New condition" in chooser
    # Without scripts it leads to the condition's own screen.
    assert signed_in(author).get(way["href"]).status_code == 200
