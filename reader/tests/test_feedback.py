"""Was this article helpful? Asked of everybody alike, kept without anything about who answers."""

import re
from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editions.local_time import local
from reader import feedback
from reader.feedback import one_line
from reader.models import Feedback, FeedbackSender

pytestmark = pytest.mark.django_db

ADDRESS = "/articles/sleep/feedback/"
THANKS = "/articles/sleep/feedback/thanks/"


@pytest.fixture
def article(shown):
    return shown("sleep")


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
