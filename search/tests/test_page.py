from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, clock):
    def get(text, **parameters):
        clock.shift(timedelta(seconds=2))
        return client.get("/search/", {"q": text, **parameters})

    return get


def test_results_are_on_the_page(article, ask):
    article("ketamine", {"side-effects": "Some people feel nausea."})
    response = ask("nausea")
    assert response.status_code == 200
    html = response.content.decode()
    assert 'href="/ketamine/#side-effects"' in html
    assert "<mark>nausea</mark>" in html


def test_page_is_kept_by_no_cache_and_listed_by_no_search_engine(home, ask):
    response = ask("nausea")
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_page_without_a_query_is_the_form(home, client):
    response = client.get("/search/")
    assert response.status_code == 200
    assert 'name="q"' in response.content.decode()


def test_head_is_answered_and_post_is_not(home, client):
    assert client.head("/search/", {"q": "nausea"}).status_code == 200
    assert client.post("/search/", {"q": "nausea"}).status_code == 405


@pytest.mark.parametrize(
    "q", ['"', "%00", "%ED%A0%80", "%ff", "a" * 10_000, "%F0%9F%99%82", "title:x%20AND%20*", "%3Cscript%3Ex"], ids=ascii
)
def test_odd_addresses_are_answered(article, client, clock, q):
    article("ketamine", {"a": "nausea"})
    clock.shift(timedelta(seconds=2))
    response = client.get(f"/search/?q={q}&page={q}")
    assert response.status_code == 200
    assert "<script>x" not in response.content.decode()


def test_long_query_is_answered_and_the_page_says_that_it_was_cut(article, ask):
    article("ketamine", {"a": "nausea"})
    response = ask("nausea " * 1_000)
    assert response.context["too_long"]
    assert len(response.context["groups"]) == 1
    html = response.content.decode()
    assert html.count("nausea") < 500
    assert "only its first words" in html


def test_search_that_cannot_answer_says_so_with_help(home, ask, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.SEARCH_INDEX_DIR = tmp_path / "file" / "search"
    response = ask("nausea")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert response.headers["Cache-Control"] == "private, no-store"
    html = response.content.decode()
    assert "Search is not working just now" in html
    assert "Nothing found" not in html


def test_next_page_of_results_keeps_the_query(article, ask):
    for number in range(21):
        article(f"article-{number}", {"a": "nausea"})
    html = ask("nausea &c").content.decode()
    assert "?q=nausea+%26c&amp;page=2" in html
    assert "Article" in ask("nausea", page=2).content.decode()


def test_number_of_queries_of_the_page_does_not_grow(article, ask):
    article("first", {"a": "nausea"})
    ask("nausea")
    with CaptureQueriesContext(connection) as few:
        ask("nausea")
    for number in range(9):
        article(f"article-{number}", {"a": "nausea"})
    ask("nausea")
    with CaptureQueriesContext(connection) as many:
        ask("nausea")
    assert len(many) == len(few) <= 10
