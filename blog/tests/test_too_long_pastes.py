"""A paste that is too long is answered in words, however long it is."""

import json

import pytest
from django.urls import reverse

from blog.references.records import LONGEST_PASTE, TOO_LONG
from blog.tests.conftest import signed_in

pytestmark = pytest.mark.django_db

PASTE = "/admin/references/paste/"
CHOOSER = "/admin/snippets/choose/blog/reference/"


@pytest.fixture
def browser(author):
    return signed_in(author)


def test_a_paste_that_the_server_still_reads_is_answered_at_its_box(browser):
    text = "x" * (LONGEST_PASTE + 1)
    assert TOO_LONG in browser.post(PASTE, {"pasted": text}).content.decode()
    assert TOO_LONG in json.loads(browser.post(f"{CHOOSER}create/", {"pasted": text}).content)["htmlFragment"]


@pytest.mark.parametrize("address", [PASTE, f"{CHOOSER}create/"])
def test_one_that_it_does_not_read_is_answered_by_a_page_of_the_site(browser, address):
    response = browser.post(address, {"pasted": "x" * 5_000_000})
    assert response.status_code == 413
    assert "This form is too large" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"


def test_the_script_knows_what_is_too_long_wherever_there_is_a_box(browser):
    new = reverse("wagtailsnippets_blog_reference:add")
    for address in (PASTE, new, CHOOSER):
        response = browser.get(address)
        html = response.json()["html"] if address == CHOOSER else response.content.decode()
        assert f'data-longest="{LONGEST_PASTE}" data-too-long="{TOO_LONG}"' in html, address
        assert "js/admin-references.js" in html, address
