"""Front page, index and topic: what readers get at this moment, newest first, with its review date."""

import logging
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.tests.factories import TopicFactory
from editions import ledger, triggers
from editions.models import Edition
from editions.tests.factories import edition, live_edition
from shop.tests.factories import PromotionFactory

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
LISTS = ["/", "/articles/", "/depression/"]
# Home lists what was reviewed.
OF_ALL_KINDS = ["/articles/", "/depression/"]


def articles_on(page):
    """The entries of the list on a page of readers."""
    sections = page.context.get("sections") or [page.context]
    return next(section["articles"] for section in sections if "articles" in section)


def topics_on(page):
    return next((section["topics"] for section in page.context["sections"] if "topics" in section), [])


@pytest.fixture
def in_topic(topic):
    return {"topics": [{"id": topic.pk, "title": topic.title}]}


@pytest.fixture(params=LISTS)
def titles(request, read, in_topic):
    """The titles in each list that readers see."""
    return lambda: [entry["title"] for entry in articles_on(read(request.param))]


def test_article_is_listed_with_its_address_summary_and_review_date(shown, read, in_topic):
    shown("sleep", summary="How sleep helps.", **in_topic)
    for path in LISTS:
        response = read(path)
        (entry,) = articles_on(response)
        assert entry["url"] == "/articles/sleep/"
        assert entry["reviewed_on"] == date(2026, 11, 3)
        assert not entry["unreviewed"]
        assert '<a href="/articles/sleep/">Sleep</a>' in response.text_shown
        assert "How sleep helps." in response.text_shown
        assert "3 November 2026" in response.text_shown


def test_newest_is_listed_first(shown, titles, in_topic):
    for slug in ["first", "second", "third"]:
        shown(slug, **in_topic)
    assert titles() == ["Third", "Second", "First"]


def test_drafts_and_sealed_editions_without_a_date_are_not_listed(manuscript, sealed, titles, in_topic):
    manuscript("draft")
    sealed("approved", **in_topic)
    assert titles() == []


def test_scheduled_article_is_listed_from_its_second_to_its_expiry(sealed, titles, clock, start, in_topic):
    made = sealed("sleep", **in_topic)
    ledger.publish(made, by=None, at=start + MINUTE, expires_at=start + 2 * MINUTE)
    seen = []
    for moment in [MINUTE - timedelta(microseconds=1), MINUTE, 2 * MINUTE - timedelta(microseconds=1), 2 * MINUTE]:
        clock.move_to(start + moment)
        seen.append(titles())
    assert seen == [[], ["Sleep"], ["Sleep"], []]


@pytest.mark.parametrize("end", [ledger.withdraw, ledger.retire])
def test_article_that_was_taken_back_is_not_listed(shown, titles, clock, in_topic, end):
    end(shown("sleep", **in_topic).page_id, by=None, reason="Out of date.")
    clock.shift(2)
    assert titles() == []


def test_newer_edition_is_listed_once_under_its_own_title(shown, titles, clock, in_topic):
    made = shown("sleep", **in_topic)
    live_edition(made.page_id, title="Sleep and rest", **in_topic)
    clock.shift(2)
    assert titles() == ["Sleep and rest"]


def test_unreviewed_article_is_marked_in_each_list(shown, read, in_topic):
    shown("seed", kind="unreviewed", reviewers=[], reviewed_on=None, next_review_due=None, **in_topic)
    for path in OF_ALL_KINDS:
        response = read(path)
        assert articles_on(response)[0]["unreviewed"]
        assert "Not clinically reviewed" in response.text_shown


def test_altered_article_is_left_out_and_raises_an_alarm(shown, titles, in_topic, caplog):
    made = shown("sleep", **in_topic)
    shown("rest", **in_topic)
    with triggers.lifted(connection):
        Edition.objects.filter(pk=made.pk).update(metadata=made.metadata.replace("Sleep", "Slept"))
    with caplog.at_level(logging.CRITICAL):
        assert titles() == ["Rest"]
    assert "ALARM" in caplog.text


def test_article_of_another_topic_is_not_in_this_one(shown, read, topic):
    other = TopicFactory(title="Anxiety", slug="anxiety")
    shown("worry", topics=[{"id": other.pk, "title": "Anxiety"}])
    assert read("/depression/").context["articles"] == []
    assert [entry["title"] for entry in read("/anxiety/").context["articles"]] == ["Worry"]


def test_article_leaves_a_topic_with_the_edition_that_left_it(shown, read, clock, in_topic):
    made = shown("sleep", **in_topic)
    live_edition(made.page_id, title="Sleep")
    clock.shift(2)
    assert read("/depression/").context["articles"] == []


def test_twenty_are_on_a_page_and_the_rest_on_the_next(manuscript, read, clock, start):
    for number in range(23):
        made = edition(manuscript(f"a{number}").pk, title=f"Number {number}")
        ledger.publish(made, by=None, at=start + timedelta(seconds=number + 10))
    clock.move_to(start + MINUTE)
    first, second = read("/articles/"), read("/articles/?page=2")
    assert [entry["title"] for entry in first.context["articles"]] == [f"Number {n}" for n in range(22, 2, -1)]
    assert [entry["title"] for entry in second.context["articles"]] == ["Number 2", "Number 1", "Number 0"]
    assert "page=2" in first.text_shown
    assert "Page 2 of 2" in second.text_shown
    assert [entry["title"] for entry in articles_on(read("/"))] == [f"Number {n}" for n in range(22, 16, -1)]


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "", "1e3", "٣", "9" * 5000])
def test_any_page_number_is_answered(shown, client, page):
    shown("sleep")
    assert client.get("/articles/", {"page": page}).status_code == 200


@pytest.mark.parametrize(("path", "count"), [("/", 9), ("/articles/", 10), ("/depression/", 9)])
def test_list_takes_as_many_queries_for_one_article_as_for_many(shown, client, in_topic, path, count):
    counts = []
    for many in [1, 7]:
        for number in range(many):
            shown(f"a{many}-{number}", **in_topic)
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
    assert counts == [count, count], [query["sql"] for query in queries]


def test_empty_list_says_so(read, topic):
    for path in LISTS:
        assert "published yet" in read(path).text_shown


def test_topics_are_listed_from_a_to_z(read, topic, tree):
    TopicFactory(title="Anxiety", slug="anxiety")
    TopicFactory(title="Hidden", slug="hidden", live=False)
    response = read("/")
    assert [entry["title"] for entry in topics_on(response)] == ["Anxiety", "Depression"]
    assert "Hidden" not in response.text_shown


def test_offer_is_on_the_front_page_outside_its_main_part_and_nowhere_else(shown, read, tree, in_topic):
    PromotionFactory(text="20% off for a better price")
    shown("sleep", **in_topic)
    home = read("/").text_shown
    assert "20% off" in home[home.index("</main>") :]
    assert "20% off" not in home[: home.index("</main>")]
    for path in ["/articles/", "/depression/", "/articles/sleep/", "/search/?q=sleep", "/nowhere/"]:
        assert "20% off" not in read(path).text_shown
