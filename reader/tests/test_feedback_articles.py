"""Which article and edition an answer is about, and which articles take none."""

import logging
from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection
from django.utils import timezone

from blog.models import ArticlePage
from editions import ledger, triggers
from editions.models import Edition
from editions.tests.factories import live_edition
from reader.models import Feedback
from reader.tests.conftest import REVIEWED

pytestmark = pytest.mark.django_db

ADDRESS = "/articles/sleep/feedback/"
THANKS = "/articles/sleep/feedback/thanks/"


@pytest.fixture
def article(shown):
    return shown("sleep")


def test_answer_counts_for_the_edition_that_was_read_though_a_newer_one_came(article, answer, clock):
    newer = live_edition(article.page_id, title="Sleep", words="New.", **REVIEWED)
    clock.shift(timedelta(seconds=2))
    answer(edition=1)
    answer(edition=2)
    assert [kept.edition for kept in Feedback.objects.order_by("pk")] == [article, newer]


def test_edition_that_readers_get_only_tomorrow_is_not_answered_about(article, sealed, answer):
    planned = ledger.seal_edition(
        page_id=article.page_id,
        kind="reviewed",
        content="{}",
        html=article.html,
        metadata=article.facts,
        frozen_at=timezone.now(),
        by=None,
    )
    ledger.publish(planned, by=None, at=timezone.now() + timedelta(days=1))
    assert answer(edition=2).status_code == 422
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("address", ["/articles/nowhere/feedback/", "/nowhere/feedback/", "/feedback/"])
def test_unknown_page_is_not_found(article, answer, client, address):
    for response in (answer(address), client.get(address)):
        assert response.status_code in (403, 404) if address == "/feedback/" else response.status_code == 404
    assert client.get(f"{address}thanks/").status_code == 404


def test_article_that_readers_never_got_is_not_found(sealed, answer, client):
    sealed("sleep")
    assert client.get(ADDRESS).status_code == 404
    assert answer().status_code == 404


def test_article_called_feedback_is_read(shown, read):
    shown("feedback", words="Of the nerves.")
    assert "Of the nerves." in read("/articles/feedback/").text_shown


def test_withdrawn_article_takes_no_answer_and_says_so(article, answer, read, clock):
    ledger.withdraw(article.page_id, by=None, reason="A dose was wrong.")
    clock.shift(timedelta(seconds=2))
    response = answer(sentence="Good.")
    assert response.status_code == 410
    assert "Your answer was not kept" in response.text
    assert 'href="/articles/sleep/"' in response.text and 'href="tel:988"' in response.text
    for address in (ADDRESS, THANKS):
        looked = read(address)
        assert looked.status_code == 410 and "A dose was wrong." in looked.text_shown
    assert not Feedback.objects.exists()


def test_article_that_does_not_verify_takes_no_answer(article, answer, client, caplog):
    with triggers.lifted(connection):
        Edition.objects.filter(pk=article.pk).update(html="<p>Altered words.</p>")
    with caplog.at_level(logging.CRITICAL):
        for response in (answer(), client.get(ADDRESS)):
            assert response.status_code == 503
            assert "Altered" not in response.text
    assert any("ALARM" in record.message for record in caplog.records)
    assert not Feedback.objects.exists()


def test_answer_follows_an_article_that_moved_meanwhile(article, answer, client):
    page = ArticlePage.objects.get(pk=article.page_id)
    with mock.patch("reader.redirects.get_redirect") as found:
        found.return_value = mock.Mock(redirect_page_id=page.pk, link="/articles/rest/")
        response = answer("/articles/old/feedback/")
    assert (response.status_code, response["Location"]) == (308, "/articles/rest/feedback/")
