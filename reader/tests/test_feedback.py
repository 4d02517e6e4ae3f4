"""Was this article helpful? Asked of everybody alike, kept without anything about who answers."""

import logging
import re
from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import ArticlePage
from editions import ledger, triggers
from editions.local_time import local
from editions.models import Edition
from editions.tests.factories import live_edition
from reader import feedback
from reader.feedback import one_line
from reader.models import Feedback, FeedbackSender
from reader.tests.conftest import REVIEWED

pytestmark = pytest.mark.django_db

ADDRESS = "/articles/sleep/feedback/"
THANKS = "/articles/sleep/feedback/thanks/"


@pytest.fixture
def article(shown):
    return shown("sleep")


@pytest.fixture
def answer(client):
    """Posts the form as a browser does, without a token; None leaves a field out."""

    def send(address=ADDRESS, sender=None, **fields):
        sent = {"edition": 1, "helpful": "yes", "sentence": "", "website": ""} | fields
        visitor = Client(enforce_csrf_checks=True, REMOTE_ADDR=sender or "203.0.113.7")
        return visitor.post(address, {name: value for name, value in sent.items() if value is not None})

    return send


def fields_of(page):
    """The form of a page: where it goes, and the edition that it names."""
    return re.search(r'action="([^"#]+)#helpful"', page)[1], re.search(r'name="edition" value="(\d+)"', page)[1]


def test_form_of_the_article_is_posted_and_thanked_for(article, answer, read):
    address, number = fields_of(read("/articles/sleep/").text_shown)
    response = answer(address, edition=number, helpful="no", sentence=" It is \r\n too short. ")
    assert (response.status_code, response["Location"]) == (302, f"{THANKS}#main")
    kept = Feedback.objects.get()
    assert (kept.edition, kept.is_helpful, kept.sentence) == (article, False, "It is too short.")
    assert kept.day == local(timezone.now()).date()


def test_nothing_is_kept_of_who_answers_or_of_the_moment(article, answer):
    response = answer()
    assert not response.cookies
    assert not response.wsgi_request.session.accessed
    assert {field.name for field in Feedback._meta.get_fields()} == {"id", "edition", "is_helpful", "sentence", "day"}
    sender = FeedbackSender.objects.get()
    assert "203" not in sender.who or re.fullmatch(r"[0-9a-f]{64}", sender.who)
    assert (sender.hour.minute, sender.hour.second) == (0, 0)


def test_form_stands_after_the_history_and_warns(article, read):
    page = read("/articles/sleep/").text_shown
    places = [page.index(part) for part in ('class="edition-history"', 'class="helpful"', "</article>")]
    assert places == sorted(places)
    assert "Write nothing about yourself" in page
    assert "nobody answers" in page


def test_article_with_its_form_is_the_same_for_everybody(article, read):
    assert read("/articles/sleep/").content == Client().get("/articles/sleep/").content


def test_pages_of_one_edition_have_no_form(article, read):
    assert 'class="helpful"' not in read("/articles/sleep/editions/1/").text_shown


def test_thanks_show_help_and_the_way_back_and_are_kept_by_nobody(article, read, settings):
    settings.FEEDBACK_DAYS = 30
    response = read(THANKS)
    main = response.text_shown[response.text_shown.index("<main") :]
    assert 'href="tel:988"' in main and 'href="tel:911"' in main
    assert '<a href="/articles/sleep/">Back to Sleep</a>' in main
    assert "after 30 days" in main
    assert "noindex" in response.text_shown
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex")
    assert not response.cookies


@pytest.mark.parametrize("address", [ADDRESS, THANKS])
@pytest.mark.parametrize("act", ["get", "head"])
def test_looking_changes_nothing(article, client, act, address):
    assert getattr(client, act)(f"{address}?helpful=yes&edition=1").status_code == 200
    assert not Feedback.objects.exists() and not FeedbackSender.objects.exists()


def test_form_has_a_page_of_its_own(article, read, answer):
    response = read(ADDRESS)
    assert response["Cache-Control"] == "no-store"
    assert fields_of(response.text_shown) == (ADDRESS, "1")


@pytest.mark.parametrize(("address", "allowed"), [(ADDRESS, "GET, HEAD, POST"), (THANKS, "GET, HEAD")])
@pytest.mark.parametrize("act", ["put", "delete", "options", "patch"])
def test_other_methods_are_refused(article, client, act, address, allowed):
    response = getattr(client, act)(address)
    assert (response.status_code, response["Allow"]) == (405, allowed)
    assert client.post(THANKS).status_code == 405


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"helpful": None}, "Choose yes or no."),
        ({"helpful": "perhaps"}, "Choose yes or no."),
        ({"helpful": "\0"}, "Choose yes or no."),
        ({"website": "https://spam.example"}, "Something has filled in a field that people leave empty."),
        *[({"edition": number}, "this page was not complete") for number in (None, "", "0", "-1", "abc", "2", 10**9)],
        *[({"edition": number}, "this page was not complete") for number in ("1" * 5000, "१", "1\0", " 1")],
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_what_was_typed(article, answer, fields, said):
    response = answer(sentence="It is <too> short.", **fields)
    assert response.status_code == 422
    assert said in response.text
    assert "It is &lt;too&gt; short.</textarea>" in response.text
    assert ('value="yes" id="helpful-yes" checked' in response.text) == ("helpful" not in fields)
    assert "Not sent yet" in response.text
    assert response["Cache-Control"] == "no-store"
    assert fields_of(response.text)[1] == "1"
    assert not Feedback.objects.exists()


def test_missing_answer_is_tied_to_its_message(article, answer):
    page = answer(helpful=None).text
    assert 'aria-describedby="helpful-answer-error"' in page
    assert '<p class="form__error" id="helpful-answer-error">Choose yes or no.</p>' in page
    assert "form__trap" in page


def test_sentence_of_500_characters_is_kept_and_one_more_is_too_long(article, answer):
    assert answer(sentence="ä" * 500).status_code == 302
    response = answer(sentence="ä" * 501)
    assert response.status_code == 422
    assert "Your sentence has 501 characters. Shorten it to 500 or fewer." in response.text
    assert "ä" * 501 in response.text
    assert Feedback.objects.count() == 1


def test_far_more_than_a_sentence_is_not_read(article, answer):
    response = answer(sentence="a" * 50_000)
    assert response.status_code == 413
    assert "far longer than one sentence" in response.text
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b\x07c\x1b[31m", "abc[31m"),
        ("a\u202eb\u2066c\u200f", "abc"),
        ("one\r\n\ttwo\u2028three", "one two three"),
        ("family 👩‍👩‍👧, naïve", "family 👩‍👩‍👧, naïve"),
        ("\ud800a", "a"),
        (" \n ", ""),
    ],
)
def test_characters_that_nobody_sees_or_means_are_left_out(typed, kept):
    assert one_line(typed) == kept


def test_control_characters_do_not_stop_an_answer(article, answer):
    assert answer(sentence="Good\0\x1b.").status_code == 302
    assert Feedback.objects.get().sentence == "Good."


def test_bytes_that_are_no_text_are_answered(article):
    body = b"edition=1&helpful=yes&sentence=%ff%fe%ed%a0%80"
    response = Client().post(ADDRESS, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 302


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


def test_same_answer_sent_again_is_kept_once(article, answer):
    for _ in range(3):
        assert answer(sentence="Good.")["Location"] == f"{THANKS}#main"
    assert Feedback.objects.count() == 1
    answer(sentence="Good.", sender="203.0.113.8")
    answer(sentence="Good too.")
    assert Feedback.objects.count() == 3


def test_two_of_the_same_at_once_are_one(article, answer):
    """The second found nothing yet when it looked, and the first when it wrote."""
    answer()
    found, objects = iter([False, True]), FeedbackSender.objects.none()
    with mock.patch.object(feedback.FeedbackSender.objects, "filter", wraps=FeedbackSender.objects.filter) as asked:

        def look(**fields):
            if "what" in fields and not next(found):
                return objects
            return FeedbackSender._base_manager.filter(**fields)

        asked.side_effect = look
        assert answer().status_code == 302
    assert Feedback.objects.count() == 1


def test_who_has_answered_enough_is_told_and_keeps_what_was_typed(article, answer, clock):
    for number in range(feedback.MOST):
        assert answer(sentence=f"Number {number}.").status_code == 302
    response = answer(sentence="One more.")
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3601
    assert "20 came from your connection" in response.text
    assert "One more.</textarea>" in response.text
    assert Feedback.objects.count() == feedback.MOST
    assert answer(sentence="One more.", sender="203.0.113.8").status_code == 302
    clock.shift(timedelta(hours=1))
    assert answer(sentence="One more.").status_code == 302


def test_senders_of_hours_that_are_over_are_forgotten(article, answer, clock):
    answer()
    clock.shift(timedelta(hours=2))
    answer(sentence="Good.")
    assert FeedbackSender.objects.count() == 1


def test_visitor_without_an_address_is_not_refused_for_what_others_did(article):
    for _ in range(feedback.MOST + 1):
        assert Client(REMOTE_ADDR="").post(ADDRESS, {"edition": 1, "helpful": "yes"}).status_code == 302
    assert not FeedbackSender.objects.exists()


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


@pytest.mark.parametrize(("act", "most"), [("ask", 6), ("thank", 6), ("answer", 14)])
def test_queries_are_few_whatever_was_answered_before(article, answer, client, act, most):
    send = {"ask": lambda: client.get(ADDRESS), "thank": lambda: client.get(THANKS), "answer": lambda: answer()}[act]
    client.get("/articles/sleep/")
    counts = []
    for answers in (1, 15):
        for number in range(answers):
            answer(sentence=f"{answers} {number}", sender="203.0.113.9")
        with CaptureQueriesContext(connection) as queries:
            send()
        counts.append(len(queries))
        Feedback.objects.filter(sentence="").delete()
        FeedbackSender.objects.all().delete()
    assert counts[0] == counts[1] <= most
