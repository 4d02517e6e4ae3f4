"""Where there is nothing, and where something broke: an honest answer with help, whatever else fails."""

from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from home.crisis import BUILT_IN
from reader.errors import server_error, words_in

ASKED_WITHOUT_A_DATABASE = [
    "/",
    "/articles/",
    "/articles/sleep/",
    "/articles/sleep/editions/1/",
    "/depression/",
    "/nowhere/",
    "/a-to-z/",
    "/feed.atom",
    "/sitemap.xml",
    "/robots.txt",
]


def no_answer(*args):
    raise OperationalError("no answer")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ASKED_WITHOUT_A_DATABASE)
def test_without_a_database_every_address_says_so_and_where_help_is(shown, path, caplog):
    shown("sleep")
    with connection.execute_wrapper(no_answer):
        response = Client(raise_request_exception=False).get(path)
    assert response.status_code == 500
    text = response.content.decode()
    assert "Something went wrong" in text
    assert all(f'href="tel:{service["phone"]}"' in text for service in BUILT_IN)
    assert response.headers["Cache-Control"] == "no-store"
    assert "no answer" not in text


def test_error_page_asks_no_database():
    # No mark for the database: a query would fail the test.
    text = server_error(RequestFactory().get("/")).content.decode()
    for service in BUILT_IN:
        assert f'href="tel:{service["phone"]}"' in text
        assert not service["sms"] or f'href="sms:{service["sms"]}"' in text
        assert not service["chat_url"] or f'href="{service["chat_url"]}"' in text


@pytest.mark.django_db
def test_error_in_a_page_is_answered_and_not_told(shown):
    shown("sleep")
    with mock.patch("reader.views.surroundings", side_effect=ValueError("a secret")):
        response = Client(raise_request_exception=False).get("/articles/sleep/")
    assert response.status_code == 500
    assert "a secret" not in response.content.decode()


@pytest.mark.django_db
def test_missing_page_offers_what_its_address_says_to_be_searched_for(shown, topic, read):
    shown("sleep")
    response = read("/articles/sleeping-at-night/")
    assert response.status_code == 404
    assert 'name="q" value="sleeping at night"' in response.text_shown
    assert 'href="/a-to-z/"' in response.text_shown
    assert 'href="tel:988"' in response.text_shown
    assert 'content="noindex"' in response.text_shown


@pytest.mark.django_db
def test_words_of_an_address_are_printed_as_text(tree, read):
    text = read("/<script>alert(1)</script>/").text_shown
    assert "<script>alert" not in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/articles/sleep-and-rest/", "sleep and rest"),
        ("/articles/schlaf_für-müde", "schlaf für müde"),
        ("/", ""),
        ("/2027/", ""),
        ("/favicon.ico", ""),
        ("/%00/", ""),
        ("/" + "a" * 61 + "/", ""),
        ("/---/", ""),
        ('/"><b>/', "b"),
    ],
)
def test_only_words_are_taken_from_an_address(path, words):
    assert words_in(path) == words


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nowhere/", "/articles/nowhere/", "/a/b/c/d/e/", "/articles/sleep/editions/9/"])
def test_missing_page_takes_a_fixed_number_of_queries(shown, client, path):
    counts = []
    for number in range(2):
        shown(f"a{number}")
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 404
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12, [query["sql"] for query in queries]
