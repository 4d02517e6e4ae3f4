"""What each list of the desk holds, and that it costs the same however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blog.tests.factories import ArticleFactory
from editions import ledger
from editions.tests import factories
from schedule import desk
from schedule.tests.times import DAY, HOUR, NOW
from schedule.views.desk import TABS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_the_desk(clock):
    """Each test begins on the same afternoon."""


def titles(rows):
    return [row.title for row in rows]


def test_approved_edition_without_a_date_waits_until_it_gets_one():
    edition = factories.edition(1, title="New")
    assert titles(desk.waiting(NOW)) == ["New"]
    ledger.publish(edition, by=None, at=NOW + DAY)
    assert titles(desk.waiting(NOW)) == []
    assert titles(desk.scheduled(NOW)) == ["New"]


def test_edition_that_came_too_late_for_a_date_is_listed_apart():
    factories.edition(1, title="Lapsed", lapses_at=NOW + HOUR)
    assert (titles(desk.waiting(NOW)), titles(desk.overtaken(NOW))) == (["Lapsed"], [])
    assert (titles(desk.waiting(NOW + HOUR)), titles(desk.overtaken(NOW + HOUR))) == ([], ["Lapsed"])


def test_planned_withdrawal_is_scheduled_under_the_article_s_title(clock):
    factories.live_edition(1, title="Live")
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="Wrong.", at=NOW + DAY)
    assert titles(desk.scheduled(timezone.now())) == ["Live"]
    assert titles(desk.going_live(timezone.now())) == []


def test_each_article_moves_from_list_to_list_as_time_passes(clock):
    edition = factories.edition(1, title="Moving")
    ledger.publish(edition, by=None, at=NOW + DAY, expires_at=NOW + 60 * DAY, then="withdrawn")

    def lists(at):
        names = ("scheduled", "live", "expiring", "withdrawn", "taken_down")
        return [name for name in names if titles(getattr(desk, name)(at)) == ["Moving"]]

    assert lists(NOW) == ["scheduled"]
    assert lists(NOW + DAY) == ["live"]
    assert lists(NOW + 30 * DAY) == ["live", "expiring"]
    assert lists(NOW + 60 * DAY) == ["withdrawn"]


def test_article_that_ends_because_another_edition_follows_is_not_expiring(clock):
    ledger.publish(factories.edition(1), by=None)
    clock.shift(60)
    ledger.publish(factories.edition(1), by=None, at=NOW + DAY)
    assert titles(desk.expiring(timezone.now())) == []


def test_article_taken_down_is_listed_once_and_no_longer_when_it_is_back(clock):
    for _ in range(2):
        factories.live_edition(1, title="Back and forth")
        clock.shift(60)
        ledger.retire(1, by=None, reason="Merged.")
        clock.shift(60)
        assert titles(desk.taken_down(timezone.now())) == ["Back and forth"]
    factories.live_edition(1)
    clock.shift(60)
    assert titles(desk.taken_down(timezone.now())) == []


@pytest.mark.parametrize("words", ["keeping", "DIARY", "“head”", "a%b_c", "\\", "Ünder"])
def test_search_finds_titles_by_what_stands_in_them(words):
    factories.edition(1, title=f"Keeping a diary {words} and more")
    factories.edition(2, title="Other")
    assert [row.page_id for row in desk.with_title(desk.waiting(NOW), words)] == [1]


def test_counts_are_the_lengths_of_the_lists(clock):
    for page_id in range(1, 4):
        factories.live_edition(page_id)
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="Wrong.")
    ledger.retire(2, by=None, reason="Merged.")
    factories.edition(4)
    ledger.publish(factories.edition(5), by=None, at=NOW + DAY)
    clock.shift(60)
    with CaptureQueriesContext(connection) as queries:
        counts = desk.counts(timezone.now())
    assert counts == {"waiting": 1, "scheduled": 1, "live": 1, "expiring": 0, "withdrawn": 2}
    assert len(queries) == 4


def fill(first, number, clock):
    """`number` articles on each list, with page ids from `first` on."""
    for page in range(first, first + number * 6, 6):
        factories.edition(page)
        ledger.publish(factories.edition(page + 1), by=None, at=NOW + 5 * DAY)
        ledger.publish(factories.edition(page + 2), by=None, expires_at=NOW + 10 * DAY)
        for live in (3, 4, 5):
            factories.live_edition(page + live)
        clock.shift(5)
        ledger.withdraw(page + 4, by=None, reason="Wrong.")
        ledger.retire(page + 5, by=None, reason="Merged.")
        clock.shift(5)


def test_desk_asks_the_same_number_of_questions_for_5_and_50_articles(browser, clock):
    asked = []
    page_id = ArticleFactory().pk
    # Far from it, whatever number it got: PostgreSQL counts on from test to test.
    for first, number in ((page_id, 1), (page_id + 1000, 11)):
        fill(first, number, clock)
        for tab in TABS:
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(reverse(f"publication_desk:{tab}_results")).status_code == 200
            asked.append(len([query for query in queries if "editions_" in query["sql"]]))
    assert asked[: len(TABS)] == asked[len(TABS) :]
    assert max(asked) <= 10
