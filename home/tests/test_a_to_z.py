"""The page of topics and medicines: what is shown at this moment, in a fixed number of queries."""

import logging
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from blog.tests.factories import ArticleFactory, TopicFactory
from editions import ledger, triggers
from editions.models import Edition
from editions.tests.factories import live_edition
from home.models import HomePage

pytestmark = pytest.mark.django_db

ADDRESS = "/a-to-z/"
MEDICINE = {"generic_name": "examplamine", "brands": "Samplo", "slang": "Special E", "medicine_class": "antagonist"}


def names(response):
    return [entry.name for letter in response.context["letters"] for entry in letter.entries]


def test_articles_medicines_and_topics_are_found_by_every_name(shown, topic, read):
    shown("sleep", medicine=MEDICINE, conditions=[{"name": "insomnia", "also_called": "sleeplessness"}])
    response = read(ADDRESS)
    assert names(response) == ["Depression", "Examplamine", "Insomnia", "Samplo", "Sleep", "Sleeplessness"]
    text = response.text_shown
    assert '<a href="/articles/sleep/">Examplamine</a>' in text
    assert re.search(r"Samplo\s*<span[^>]*>, see <a href=\"/articles/sleep/\">Examplamine</a>", text)
    assert '<a href="/depression/">Depression</a>' in text
    assert "Special E" not in text
    assert response.headers["Cache-Control"] == "no-cache"


def test_letters_with_entries_are_links_and_the_others_text(shown, read):
    shown("sleep")
    text = read(ADDRESS).text_shown
    assert 'href="#letter-s"' in text
    assert 'id="letter-s"' in text
    assert 'href="#letter-q"' not in text
    assert re.search(r"<span[^>]*>Q</span>", text)
    assert text.count("Back to top") == 1


def test_nothing_to_list_says_so(tree, read):
    response = read(ADDRESS)
    assert response.status_code == 200
    assert "No topic and no article has been published yet." in response.text_shown
    assert "#letter-" not in response.text_shown


def test_names_come_and_go_with_what_is_shown(shown, read, clock):
    made = shown("sleep", medicine=MEDICINE)
    assert "Samplo" in names(read(ADDRESS))
    live_edition(made.page_id, title="Rest")
    clock.shift(2)
    assert names(read(ADDRESS)) == ["Rest"]
    ledger.withdraw(made.page_id, by=None, reason="Out of date.")
    clock.shift(2)
    assert names(read(ADDRESS)) == []


def test_planned_article_is_listed_from_its_second_to_its_expiry(sealed, read, clock, start):
    minute, blink = timedelta(minutes=1), timedelta(microseconds=1)
    ledger.publish(sealed("sleep"), by=None, at=start + minute, expires_at=start + 2 * minute)
    seen = []
    for moment in [timedelta(0), minute - blink, minute, 2 * minute - blink, 2 * minute]:
        clock.move_to(start + moment)
        seen.append(names(read(ADDRESS)))
    assert seen == [[], [], ["Sleep"], ["Sleep"], []]


def test_unreviewed_article_is_marked(shown, read):
    shown("seed", kind="unreviewed", reviewers=[], reviewed_on=None, next_review_due=None)
    assert "Not clinically reviewed" in read(ADDRESS).text_shown


def test_altered_article_is_left_out_until_it_is_repaired(shown, read, caplog):
    made = shown("sleep")
    shown("rest")
    with triggers.lifted(connection):
        Edition.objects.filter(pk=made.pk).update(metadata=made.metadata.replace("Sleep", "Slept"))
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.CRITICAL):
            assert names(read(ADDRESS)) == ["Rest"]
        assert "ALARM" in caplog.text
    with triggers.lifted(connection):
        Edition.objects.filter(pk=made.pk).update(metadata=made.metadata)
    assert names(read(ADDRESS)) == ["Rest", "Sleep"]


def test_unpublished_topic_is_not_listed(tree, read):
    TopicFactory(title="Hidden", slug="hidden", live=False)
    assert names(read(ADDRESS)) == []


def test_articles_and_topics_of_another_site_are_not_listed(tree, shown, topic, client, clock):
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Other clinic", slug="other"))
    Site.objects.create(hostname="other.example", root_page=home)
    live_edition(ArticleFactory(slug="sleep").pk, title="Sleep")
    clock.shift(2)
    assert names(client.get(ADDRESS)) == ["Depression", "Sleep"]
    assert names(client.get(ADDRESS, headers={"host": "other.example"})) == []


def test_without_any_site_it_is_empty(db, read):
    Site.objects.all().delete()
    response = read(ADDRESS)
    assert (response.status_code, names(response)) == (200, [])


@pytest.mark.parametrize("many", [1, 9])
def test_queries_are_as_many_for_one_article_as_for_many(shown, client, many):
    for number in range(many):
        made = shown(f"a{number}", medicine=MEDICINE)
        TopicFactory(title=f"Topic {number}", slug=f"t{number}")
    client.get(ADDRESS)
    ledger.publish(made, by=None)
    # After an act of the ledger the first of a process reads what is shown, and when that changes next.
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert len(names(client.get(ADDRESS))) == 2 * many + 2
        asked.append(len(queries))
    assert asked == [9, 7], [query["sql"] for query in queries]


def test_address_without_a_slash_is_led_on_and_forms_are_refused(tree, client):
    assert client.get("/a-to-z").status_code == 301
    assert client.post(ADDRESS).status_code == 405
