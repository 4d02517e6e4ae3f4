"""What is pasted into a line of the admin is never cut: too much of it is told at the field, and stays in the form."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from blog.models import Condition, GlossaryTerm, Medicine, Reference
from blog.tests.conftest import editor_data, member, signed_in
from blog.tests.factories import ArticleFactory
from home.models import CrisisService
from people import roles
from people.models import Person

pytestmark = pytest.mark.django_db


def lines_that_cut(html):
    """Names of lines that a browser cuts; an address in the site (`slug`) is made of the title and not pasted."""
    lines = BeautifulSoup(html, "html.parser").select("[maxlength]:is(input[type=text]:not([name=slug]), textarea)")
    return [line["name"] for line in lines]


@pytest.mark.parametrize("model", [Condition, CrisisService, GlossaryTerm, Medicine, Person, Reference])
@pytest.mark.parametrize("place", ["screen", "chooser"])
def test_no_line_of_shared_knowledge_is_cut(model, place):
    browser = signed_in(member(roles.ADMINS))
    if place == "screen":
        html = browser.get(reverse(model.snippet_viewset.get_url_name("add"))).text
    else:
        chooser = model.snippet_viewset.chooser_viewset
        html = browser.get(reverse(chooser.get_url_name("choose"))).json()["html"]
    assert 'type="text"' in html
    assert lines_that_cut(html) == []


def test_a_summary_that_is_too_long_comes_back_whole_with_what_is_wrong():
    browser, address = signed_in(member(roles.ADMINS)), reverse("wagtailadmin_pages:edit", args=[ArticleFactory().pk])
    assert lines_that_cut(browser.get(address).text) == []
    summary = "What it is, whom it helps and what it costs them. " * 5
    html = BeautifulSoup(browser.post(address, editor_data(summary=summary)).text, "html.parser")
    field = html.select_one('[name="summary"]')
    assert field.text.strip() == summary.strip()
    assert "at most 160 characters (it has 249)" in field.find_parent(attrs={"data-field": True}).text
