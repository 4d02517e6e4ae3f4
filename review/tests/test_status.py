"""The two badges of an article: what they say in each state, and that a listing asks once for all its rows."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from blog.models import ArticlePage
from editions import ledger
from editions.models import Edition, Publication, PublicState
from editions.timeline import FAR_FUTURE, SHOWN, WITHDRAWN
from review.status import APPROVED, DRAFT, IN_REVIEW, Badge, planned_badges, public_badge, statuses, work_badge
from review.tests import factories

NOW = datetime(2027, 3, 1, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)


def interval(starts, ends=None, state=SHOWN, number=1):
    return PublicState(
        state=state,
        edition=Edition(number=number, kind=Edition.Kind.REVIEWED),
        starts_at=NOW + starts * HOUR,
        ends_at=FAR_FUTURE if ends is None else NOW + ends * HOUR,
    )


def test_the_public_badge_says_when_nobody_reviewed_what_readers_get():
    state = interval(-1)
    state.edition.kind = Edition.Kind.UNREVIEWED
    assert public_badge([state], NOW).words == "Live edition 1, not reviewed"


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ([], "Never public"),
        ([interval(-1)], "Live edition 1"),
        ([interval(0)], "Live edition 1"),
        ([interval(-2, -1), interval(-1, number=2)], "Live edition 2"),
        ([interval(-2, -1), interval(-1, state=WITHDRAWN)], "Withdrawn"),
        ([interval(-2, -1)], "Taken down"),
        ([interval(-1, 0)], "Taken down"),
        ([interval(-3, -2), interval(-2, -1, state=WITHDRAWN)], "Taken down"),
        ([interval(1)], "Scheduled for"),
        ([interval(-2, -1), interval(1, number=2)], "Scheduled for"),
        ([interval(-1, 1), interval(1, number=2)], "Live edition 1"),
        ([interval(-1, state=WITHDRAWN)], "Withdrawn"),
        ([interval(1, state=WITHDRAWN)], "Never public"),
    ],
)
def test_the_public_badge_says_what_readers_get(states, words):
    assert public_badge(states, NOW).words == words


def test_a_scheduled_article_says_the_first_moment():
    assert public_badge([interval(5, number=2), interval(3, 5)], NOW).moment == NOW + 3 * HOUR


def test_what_is_planned_is_said_beside_the_badge_and_not_twice():
    states = [interval(-1, 2), interval(2, 4, number=2), interval(4, state=WITHDRAWN)]
    assert [(badge.words, badge.moment) for badge in planned_badges(states, NOW)] == [
        ("Edition 2 from", NOW + 2 * HOUR),
        ("Withdrawn from", NOW + 4 * HOUR),
    ]
    assert planned_badges([interval(3)], NOW) == []


@pytest.mark.parametrize(
    ("facts", "badge"),
    [
        ({"in_review": True}, IN_REVIEW),
        ({"newest_edition": None}, DRAFT),
        ({"edited_at": NOW + HOUR}, DRAFT),
        ({"awaits_a_date": True}, APPROVED),
        ({"awaits_a_date": True, "edited_at": NOW + HOUR}, APPROVED),
        ({"awaits_a_date": True, "in_review": True}, IN_REVIEW),
        ({}, None),
        ({"edited_at": None}, None),
    ],
)
def test_the_work_badge_says_how_far_the_manuscript_has_come(facts, badge):
    usual = {"in_review": False, "awaits_a_date": False, "newest_edition": Edition(frozen_at=NOW), "edited_at": NOW}
    assert work_badge(**(usual | facts)) == badge


@pytest.fixture
def clock(db):
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def status_of(article):
    return statuses([ArticlePage.objects.get(pk=article.pk)], timezone.now())[article.pk]


def in_words(article):
    status = status_of(article)
    return status.public.words, status.work and status.work.words


def test_an_article_on_its_whole_way(clock):
    author = factories.author()
    article = factories.draft(author)
    assert in_words(article) == ("Never public", "Draft")
    clock.shift(60)
    submission = factories.submit(article, author)
    assert in_words(article) == ("Never public", "In review")
    clock.shift(60)
    edition = factories.approve(submission)
    assert in_words(article) == ("Never public", "Approved, awaiting a date")
    ledger.publish(edition, by=None, at=timezone.now() + HOUR)
    assert in_words(article) == ("Scheduled for", None)
    clock.shift(2 * HOUR)
    assert in_words(article) == ("Live edition 1", None)
    assert status_of(article).address == article.url
    ArticlePage.objects.get(pk=article.pk).save_revision(user=author)
    assert in_words(article) == ("Live edition 1", "Draft")
    ledger.withdraw(article.pk, by=None, reason="It was wrong.")
    clock.shift(60)
    assert in_words(article) == ("Withdrawn", "Draft")
    assert status_of(article).address is None
    ledger.retire(article.pk, by=None, reason="Nobody needs it.")
    clock.shift(60)
    assert in_words(article) == ("Taken down", "Draft")


def test_a_cancelled_date_makes_the_edition_wait_again(clock):
    article, edition = factories.approved_article()
    clock.shift(60)
    publication = ledger.publish(edition, by=None, at=timezone.now() + HOUR)
    ledger.cancel(publication, by=None)
    assert in_words(article) == ("Never public", "Approved, awaiting a date")


def test_what_was_handed_in_before_a_withdrawal_awaits_no_date(clock):
    article, edition = factories.approved_article()
    ledger.publish(edition, by=None)
    clock.shift(60)
    author = article.owner
    second = factories.approve(factories.submit(ArticlePage.objects.get(pk=article.pk), author))
    assert in_words(article)[1] == "Approved, awaiting a date"
    clock.shift(60)
    ledger.withdraw(article.pk, by=None, reason="It was wrong.")
    clock.shift(60)
    assert Publication.objects.filter(edition=second).count() == 0
    assert in_words(article) == ("Withdrawn", None)


def test_a_listing_asks_once_for_all_its_rows(clock, django_assert_num_queries):
    article, edition = factories.approved_article()
    ledger.publish(edition, by=None)
    factories.submitted_article(by=article.owner)
    factories.draft(article.owner)
    clock.shift(60)
    pages = list(ArticlePage.objects.all())
    # Wagtail keeps the sites' roots after the first page has asked for its address.
    assert pages[0].url
    with django_assert_num_queries(3):
        found = statuses(pages, timezone.now())
    assert len(found) == 3


def test_badges_are_values():
    assert Badge("Draft", "draft") == DRAFT
