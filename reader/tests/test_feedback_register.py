"""The register of what readers said: clinicians look, administrators delete, nobody writes; and how answers end."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from editions.local_time import day_text, local
from editions.tests.factories import live_edition
from reader.models import Feedback, FeedbackSender
from reader.tests.conftest import REVIEWED
from review.tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/reader/feedback/"


@pytest.fixture
def given():
    """Makes an answer that was given some days ago."""

    def make(edition, is_helpful=True, sentence="", days=0):
        day = local(timezone.now()).date() - timedelta(days=days)
        return Feedback.objects.create(edition=edition, is_helpful=is_helpful, sentence=sentence, day=day)

    return make


@pytest.fixture
def answers(shown, given, clock):
    """Two articles, one of them in two editions under two titles, and what readers said of them."""
    sleep, rest = shown("sleep"), shown("rest")
    given(sleep, True, "Clear words.")
    given(sleep, False, "Too short.")
    newer = live_edition(sleep.page_id, title="Sleep and mood", words="New.", **REVIEWED)
    clock.shift(timedelta(seconds=2))
    given(newer, True)
    given(rest, False, "Not for me.")
    return sleep, newer, rest


@pytest.fixture
def staff(client):
    client.force_login(factories.admin())
    return client


def rows(response):
    return list(csv.DictReader(StringIO(b"".join(response.streaming_content).decode())))


def test_list_names_article_edition_answer_sentence_and_day(staff, answers):
    page = staff.get(LIST).text
    for part in ("Sleep and mood", "Clear words.", "Too short.", "Rest", day_text(timezone.now())):
        assert part in page


def test_articles_are_named_by_their_newest_title_with_what_readers_found(staff, answers):
    page = staff.get(LIST).text
    assert "Sleep and mood: 2 of 3 found it helpful" in page
    assert "Rest: 0 of 1 found it helpful" in page


def test_list_is_narrowed_by_answer_and_article(staff, answers):
    sleep, _, rest = answers
    said = {"Clear words.", "Too short.", "Not for me."}
    for asked, expected in [
        ({"answer": "no"}, {"Too short.", "Not for me."}),
        ({"article": sleep.page_id}, {"Clear words.", "Too short."}),
        ({"article": rest.page_id, "answer": "yes"}, set()),
        ({"q": "short"}, {"Too short."}),
    ]:
        page = staff.get(LIST, asked).text
        assert {sentence for sentence in said if sentence in page} == expected, asked


@pytest.mark.parametrize("asked", [{"article": "abc"}, {"article": 10**30}, {"article": "-1"}, {"answer": "perhaps"}])
def test_any_filter_is_answered(staff, answers, asked):
    assert staff.get(LIST, asked).status_code == 200


@pytest.mark.parametrize("asked", ["a\0b", "a" * 5000, "%", "'\";--"])
def test_any_search_is_answered(staff, answers, asked):
    assert staff.get(LIST, {"q": asked}).status_code == 200


def test_list_takes_as_many_queries_for_few_as_for_many(staff, answers, given, shown):
    counts = []
    for many in (1, 8):
        for number in range(many):
            given(shown(f"article-{many}-{number}"), True, "Good.")
        with CaptureQueriesContext(connection) as queries:
            staff.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_csv_holds_what_the_filter_leaves(staff, answers):
    found = rows(staff.get(LIST, {"export": "csv", "answer": "no"}))
    assert [row["Sentence"] for row in found] == ["Not for me.", "Too short."]
    assert found[1]["Article"] == "Sleep" and found[1]["Edition"] == "1" and found[1]["Helpful"] == "No"


@pytest.mark.parametrize("sentence", ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x.example","a")', "\uff1d1"])
def test_spreadsheet_runs_nothing_that_a_stranger_wrote(staff, answers, given, sentence):
    given(answers[0], True, sentence)
    assert f"'{sentence}" in [row["Sentence"] for row in rows(staff.get(LIST, {"export": "csv"}))]
    book = load_workbook(BytesIO(b"".join(staff.get(LIST, {"export": "xlsx"}).streaming_content)))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value == sentence]
    assert [cell.data_type for cell in cells] == ["s"]


def test_empty_sentence_is_an_empty_cell(staff, answers):
    assert "" in [row["Sentence"] for row in rows(staff.get(LIST, {"export": "csv"}))]


def test_sentence_is_shown_as_it_was_written(staff, answers, given):
    given(answers[0], True, "<script>go()</script>")
    page = staff.get(LIST).text
    assert "<script>go()</script>" not in page and "&lt;script&gt;go()" in page


def test_administrator_deletes_after_being_asked_and_the_log_does_not_keep_the_sentence(staff, answers):
    answer = Feedback.objects.get(sentence="Too short.")
    address = f"{LIST}delete/{answer.pk}/"
    assert "Are you sure" in staff.get(address).text
    assert Feedback.objects.filter(pk=answer.pk).exists()
    response = staff.post(address, follow=True)
    assert not Feedback.objects.filter(pk=answer.pk).exists()
    assert "Too short." not in response.text
    assert [entry.label for entry in ModelLogEntry.objects.all()] == [f"Answer {answer.pk}"]


def test_clinicians_look_and_delete_nothing(client, answers):
    client.force_login(factories.reviewer())
    assert "Clear words." in client.get(LIST).text
    client.post(f"{LIST}delete/{Feedback.objects.first().pk}/")
    assert Feedback.objects.count() == 4


def test_others_on_the_staff_and_visitors_see_nothing(client, answers):
    for somebody in (None, factories.author("writer")):
        if somebody:
            client.force_login(somebody)
        for address in (LIST, f"{LIST}?export=csv", f"{LIST}delete/{Feedback.objects.first().pk}/"):
            assert client.get(address).status_code == 302


@pytest.mark.parametrize("act", ["create", "edit"])
def test_not_even_a_superuser_writes_or_changes_an_answer(client, answers, act):
    client.force_login(factories.superuser())
    address = f"{LIST}create/" if act == "create" else f"{LIST}edit/{Feedback.objects.first().pk}/"
    for response in (client.get(address), client.post(address, {"sentence": "Changed."})):
        assert response.status_code != 200
    assert not Feedback.objects.filter(sentence="Changed.").exists()


def purge():
    said = StringIO()
    call_command("purge_feedback", stdout=said)
    return said.getvalue()


def test_answer_is_deleted_after_its_days(shown, given, settings):
    settings.FEEDBACK_DAYS = 30
    edition = shown("sleep")
    given(edition, sentence="Old.", days=31)
    given(edition, sentence="New.", days=30)
    FeedbackSender.objects.create(what="a" * 64, who="b" * 64, hour=timezone.now() - timedelta(hours=3))
    assert purge() == "Answers deleted, older than 30 days: 1.\n"
    assert [answer.sentence for answer in Feedback.objects.all()] == ["New."]
    assert not FeedbackSender.objects.exists()
    assert purge() == "Answers deleted, older than 30 days: 0.\n"


def test_installation_that_would_delete_what_nobody_has_read_is_refused(settings):
    settings.FEEDBACK_DAYS = 0
    with pytest.raises(SystemCheckError, match=r"reader\.E001"):
        call_command("purge_feedback", skip_checks=False)
