"""The editions that readers saw: listed at an article's foot, and each readable at an address of its own."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from blog import addresses
from blog.models import ArticlePage
from editions import ledger, triggers
from editions.models import Edition, PublicState
from editions.tests.factories import edition, live_edition
from reader.tests.conftest import REVIEWED

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
SOON = timedelta(seconds=2)


@pytest.fixture
def newer(clock):
    """Makes the next edition of an edition's article, shown a day later unless said otherwise."""

    def make(made, after=DAY, **options):
        clock.shift(after)
        live = live_edition(made.page_id, **{"title": "Sleep", **REVIEWED, **options})
        clock.shift(SOON)
        return live

    return make


@pytest.fixture
def foot(read):
    """The words of the history at the foot of the article `sleep`."""

    def words(path="/articles/sleep/"):
        return " ".join(strip_tags(read(path).text_shown.partition('class="edition-history"')[2]).split())

    return words


def numbers(response):
    return [entry["seen"].number for entry in response.context["history"]]


def test_foot_lists_the_editions_that_readers_saw_and_what_changed(shown, newer, foot, read):
    newer(shown("sleep", words="Old words."), words="New words.", title="Sleep well")
    response = read("/articles/sleep/")
    assert numbers(response) == [2, 1]
    assert 'href="/articles/sleep/editions/1/"' in response.text_shown
    words = foot()
    assert words.index("Edition 2") < words.index("New title. Before: “Sleep”.") < words.index("Edition 1")
    assert "Section changed: “What it is”." in words
    assert "The first edition that readers got." in words


def test_edition_that_nobody_saw_is_not_listed_and_not_found(shown, newer, sealed, read, clock, start):
    made = shown("sleep")
    edition(made.page_id, title="Never shown", words="Secret words.", **REVIEWED)
    ledger.publish(edition(made.page_id, title="Later", **REVIEWED), by=None, at=start + 9 * DAY)
    response = read("/articles/sleep/")
    assert numbers(response) == [1]
    assert "Later" not in response.text_shown
    for number in [2, 3, 4, 0, 10**9, 10**30]:
        response = read(f"/articles/sleep/editions/{number}/")
        assert response.status_code == 404
        assert "Secret words." not in response.text_shown


def test_planned_edition_is_listed_from_its_second_on(shown, read, clock, start):
    made = shown("sleep")
    planned = edition(made.page_id, title="Later", **REVIEWED)
    ledger.publish(planned, by=None, at=start + DAY)
    assert numbers(read("/articles/sleep/")) == [1]
    clock.move_to(start + DAY - timedelta(microseconds=1))
    assert read("/articles/sleep/editions/2/").status_code == 404
    clock.move_to(start + DAY)
    assert numbers(read("/articles/sleep/")) == [2, 1]
    assert read("/articles/sleep/editions/2/").status_code == 200


def test_old_edition_is_read_as_it_was_and_marked_as_superseded(shown, newer, read):
    old = shown("sleep", words="Old words.", title="Old title", authors=[{"name": "First Author"}])
    newer(old, words="New words.", reviewed_on="2027-02-01", authors=[{"name": "Second Author"}])
    response = read("/articles/sleep/editions/1/")
    main = response.text_shown.partition('class="edition-history"')[0]
    assert response.status_code == 200
    assert '<h1 id="article-title">Old title</h1>' in main
    assert "<p>Old words.</p>" in main
    assert "New words." not in main
    assert "First Author" in main
    assert "Second Author" not in main
    assert "3 November 2026" in main
    assert "1 February 2027" not in main
    assert "This is not the current edition" in main
    assert '<a href="/articles/sleep/">Read the current edition</a>' in main
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in main
    assert response.headers["Cache-Control"] == "no-cache"


def test_current_edition_has_its_permanent_address_already(shown, read):
    shown("sleep")
    response = read("/articles/sleep/editions/1/")
    assert response.status_code == 200
    assert "This is the current edition" in response.text_shown
    assert "This is not the current edition" not in response.text_shown
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_unreviewed_old_edition_still_says_so(shown, newer, read):
    newer(shown("sleep", kind="unreviewed", reviewers=[], reviewed_on=None, next_review_due=None))
    assert "has not been clinically reviewed" in read("/articles/sleep/editions/1/").text_shown
    response = read("/articles/sleep/")
    assert "has not been clinically reviewed" not in response.text_shown
    assert "Clinically reviewed for the first time." in response.text_shown


@pytest.mark.parametrize("end", [ledger.withdraw, ledger.retire])
def test_editions_of_an_article_that_is_not_shown_answer_as_it_does(shown, newer, read, clock, end):
    made = newer(shown("sleep", words="Old words."))
    end(made.page_id, by=None, reason="A trial was retracted.")
    clock.shift(SOON)
    article = read("/articles/sleep/")
    assert article.status_code == 410
    for number in [1, 2, 3]:
        response = read(f"/articles/sleep/editions/{number}/")
        assert response.status_code == 410
        assert response.text_shown == article.text_shown


def test_edition_that_was_withdrawn_says_why_once_the_article_is_shown_again(shown, newer, read, foot, clock):
    made = shown("sleep", words="Wrong words.")
    ledger.withdraw(made.page_id, by=None, reason="The dose was wrong.")
    assert "The dose was wrong." not in read("/articles/sleep/").text_shown
    newer(made, words="Right words.")
    assert "Withdrawn. The dose was wrong." in foot()
    assert "The dose was wrong." in read("/articles/sleep/editions/1/").text_shown.partition("<h1")[0]


def test_edition_that_comes_back_is_listed_twice(shown, read, foot, clock, start):
    made = shown("sleep", words="Old words.")
    short = edition(made.page_id, title="Sleep", words="Short words.", **REVIEWED)
    ledger.publish(short, by=None, at=start + DAY, expires_at=start + 2 * DAY, then="previous")
    clock.move_to(start + 3 * DAY)
    assert numbers(read("/articles/sleep/")) == [1, 2, 1]
    assert "Shown once more." in foot()
    assert "This is the current edition" in read("/articles/sleep/editions/1/").text_shown
    assert "This is not the current edition" in read("/articles/sleep/editions/2/").text_shown


def test_edition_published_again_while_it_stands_is_listed_once(shown, read, clock):
    made = shown("sleep")
    ledger.publish(made, by=None, reason="Once more")
    clock.shift(SOON)
    assert numbers(read("/articles/sleep/")) == [1]


def test_review_without_other_words_says_that_nothing_changed(shown, newer, foot):
    newer(shown("sleep"), reviewed_on="2027-02-01")
    words = foot()
    assert "Nothing changed in what it says." in words
    assert "Reviewed on 1 February 2027." in words


def test_altered_old_edition_is_not_shown_and_raises_an_alarm(shown, newer, read, caplog):
    old = shown("sleep", words="Sealed words of an altered edition.")
    newer(old, words="New words.")
    with triggers.lifted(connection):
        Edition.objects.filter(pk=old.pk).update(html="<p>Altered words.</p>")
    with caplog.at_level(logging.CRITICAL):
        response = read("/articles/sleep/editions/1/")
    assert response.status_code == 503
    assert "Altered words." not in response.text_shown
    assert "ALARM" in caplog.text
    response = read("/articles/sleep/")
    assert response.status_code == 200
    assert "New words." in response.text_shown
    assert "The list of editions cannot be shown right now" in response.text_shown


def test_edition_is_not_shown_while_its_article_does_not_verify(shown, newer, read):
    newer(shown("sleep", words="Old words."))
    PublicState.objects.update(mac="0" * 64)
    response = read("/articles/sleep/editions/1/")
    assert response.status_code == 503
    assert "Old words." not in response.text_shown


def test_address_of_an_edition_follows_its_article(shown, newer, client):
    made = newer(shown("sleep"))
    addresses.change_address(ArticlePage.objects.get(pk=made.page_id), "rest", by=None)
    assert client.get("/articles/rest/editions/1/").status_code == 200
    response = client.get("/articles/sleep/editions/1/")
    assert response.status_code == 301
    assert response.headers["Location"].endswith("/articles/rest/editions/1/")
    assert response.headers["Cache-Control"] == "no-cache"


def test_address_like_that_of_an_edition_may_be_a_page(topic, client):
    assert client.get("/depression/editions/1/").status_code == 404
    assert client.post("/depression/editions/1/").status_code in (403, 404)
    assert client.get("/depression/editions/1").status_code == 301


def test_edition_takes_no_form(shown, client):
    shown("sleep")
    assert client.post("/articles/sleep/editions/1/").status_code == 405


@pytest.mark.parametrize("editions", [1, 12])
def test_queries_are_as_many_for_one_edition_as_for_many(shown, newer, client, topic, editions):
    topics = [{"id": topic.pk, "title": "Depression"}]
    made = shown("sleep", topics=topics)
    for number in range(editions - 1):
        newer(made, words=f"Words {number}.", topics=topics)
    for path, count in [("/articles/sleep/", 6), ("/articles/sleep/editions/1/", 7)]:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        assert len(response.context["history"]) == editions
        assert len(queries) == count, [query["sql"] for query in queries]


def test_history_is_asked_for_once_after_each_publication(shown, newer, client):
    made = newer(shown("sleep"))
    client.get("/articles/sleep/")
    for words in ["One.", "Two."]:
        newer(made, after=SOON, words=words)
        asked = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get("/articles/sleep/")
            asked.append(len(queries))
        assert asked == [7, 6]
