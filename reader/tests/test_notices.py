"""What stands where an article was: a notice with its reason, or an honest word that it is gone."""

from datetime import timedelta

import pytest
from django.db import connection

from blog.tests.factories import TopicFactory
from editions import ledger, triggers
from editions.models import Edition

pytestmark = pytest.mark.django_db

SOON = timedelta(seconds=2)


@pytest.fixture
def withdrawn(shown, clock):
    """Makes an article that was shown and is now withdrawn."""

    def make(slug, **options):
        made = shown(slug)
        ledger.withdraw(made.page_id, by=None, **{"reason": "A trial it rests on was retracted.", **options})
        clock.shift(SOON)
        return made

    return make


def test_withdrawn_article_answers_410_with_the_reason_and_the_crisis_number(withdrawn, read):
    withdrawn("sleep")
    response = read("/articles/sleep/")
    assert response.status_code == 410
    assert "A trial it rests on was retracted." in response.text_shown
    assert "Sleep" in response.text_shown
    assert "Plain words." not in response.text_shown
    assert 'href="tel:988"' in response.text_shown
    assert "noindex" in response.text_shown
    assert response.headers["Cache-Control"] == "no-cache"


def test_withdrawal_planned_for_later_begins_at_its_second(shown, read, clock, start):
    made = shown("sleep")
    at = start + timedelta(minutes=1)
    ledger.withdraw(made.page_id, by=None, reason="Out of date.", at=at)
    clock.move_to(at - timedelta(microseconds=1))
    assert read("/articles/sleep/").status_code == 200
    clock.move_to(at)
    assert read("/articles/sleep/").status_code == 410


def test_notice_offers_an_article_that_readers_get_under_its_sealed_title(withdrawn, shown, read):
    other = shown("rest")
    withdrawn("sleep", read_instead=other.page_id)
    assert read("/articles/sleep/").context["read_instead"] == {"title": "Rest", "url": "/articles/rest/"}


def test_notice_offers_a_page_that_is_no_article(withdrawn, topic, read):
    withdrawn("sleep", read_instead=topic.pk)
    assert read("/articles/sleep/").context["read_instead"] == {"title": "Depression", "url": "/depression/"}


def test_notice_offers_no_article_that_is_not_shown(withdrawn, sealed, read):
    withdrawn("sleep", read_instead=sealed("rest").page_id)
    response = read("/articles/sleep/")
    assert not response.context["read_instead"]
    assert "/articles/rest/" not in response.text_shown


def test_notice_offers_no_page_that_is_not_published(withdrawn, read, tree):
    withdrawn("sleep", read_instead=TopicFactory(live=False).pk)
    assert not read("/articles/sleep/").context["read_instead"]


def test_notice_stands_without_its_link_when_that_article_was_altered(withdrawn, shown, read):
    other = shown("rest")
    withdrawn("sleep", read_instead=other.page_id)
    with triggers.lifted(connection):
        Edition.objects.filter(pk=other.pk).update(metadata="{}")
    response = read("/articles/sleep/")
    assert response.status_code == 410
    assert not response.context["read_instead"]


def test_lapsed_review_is_given_as_the_reason_and_not_why_it_was_published(sealed, read, clock, start):
    made = sealed("sleep", lapses_at=start + timedelta(days=1))
    ledger.publish(made, by=None, reason="Release of November")
    clock.shift(timedelta(days=1, seconds=2))
    response = read("/articles/sleep/")
    assert response.status_code == 410
    assert "new clinical review" in response.text_shown
    assert "Release of November" not in response.text_shown


def test_retired_article_answers_410_and_no_more(shown, read, clock):
    made = shown("sleep")
    ledger.retire(made.page_id, by=None, reason="Merged into another article.")
    clock.shift(SOON)
    response = read("/articles/sleep/")
    assert response.status_code == 410
    assert "Sleep" not in response.text_shown
    assert "Merged into another article." not in response.text_shown
    assert 'href="tel:988"' in response.text_shown


def test_article_that_was_cancelled_before_its_moment_was_never_there(sealed, read, clock, start):
    planned = ledger.publish(sealed("sleep"), by=None, at=start + timedelta(minutes=1))
    ledger.cancel(planned, by=None)
    clock.shift(timedelta(minutes=2))
    assert read("/articles/sleep/").status_code == 404


def test_withdrawal_of_what_was_never_shown_gives_away_no_title(sealed, read, clock, start):
    made = sealed("secret")
    ledger.publish(made, by=None, at=start + timedelta(minutes=1))
    ledger.withdraw(made.page_id, by=None, reason="Not wanted after all.")
    clock.shift(SOON)
    response = read("/articles/secret/")
    assert response.status_code == 410
    assert "Secret" not in response.text_shown


def test_gone_only_where_readers_were_given_something(sealed, read, clock, start):
    made = sealed("secret")
    ledger.publish(made, by=None, at=start + timedelta(minutes=1))
    ledger.withdraw(made.page_id, by=None, reason="Not wanted after all.")
    clock.shift(SOON)
    ledger.retire(made.page_id, by=None, reason="No notice is needed.")
    clock.shift(SOON)
    assert read("/articles/secret/").status_code == 404


def test_notice_takes_no_form(withdrawn, client):
    withdrawn("sleep")
    assert client.post("/articles/sleep/").status_code == 405
