"""Which editions await a date: sealed, the newest of their page, shown by no publication, and still to be shown."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from editions import ledger
from editions.models import Edition
from editions.tests import factories

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 3, 2, 19, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def awaiting(moment):
    return [edition.facts["title"] for edition in Edition.objects.awaiting_a_date(moment)]


def overtaken(moment):
    return [edition.facts["title"] for edition in Edition.objects.overtaken(moment)]


def test_edition_awaits_a_date_until_it_gets_one():
    edition = factories.edition(1, title="New")
    assert awaiting(NOW) == ["New"]
    ledger.publish(edition, by=None, at=NOW + DAY)
    assert awaiting(NOW) == awaiting(NOW + 2 * DAY) == []


def test_only_the_newest_edition_of_an_article_awaits_a_date(clock):
    factories.edition(1, title="Older")
    clock.shift(60)
    factories.edition(1, title="Newer")
    assert awaiting(NOW) == ["Newer"]


def test_edition_that_was_shown_once_awaits_none_again(clock):
    factories.live_edition(1)
    clock.shift(60)
    ledger.retire(1, by=None, reason="Merged.")
    clock.shift(60)
    assert awaiting(timezone.now()) == []


def test_edition_awaits_a_date_again_after_its_publication_was_cancelled():
    edition = factories.edition(1, title="Again")
    ledger.cancel(ledger.publish(edition, by=None, at=NOW + DAY), by=None)
    assert awaiting(NOW) == ["Again"]


def test_edition_whose_review_lapsed_while_it_waited_is_overtaken():
    factories.edition(1, title="Lapsed", lapses_at=NOW + HOUR)
    assert awaiting(NOW) == ["Lapsed"]
    assert awaiting(NOW + HOUR) == []
    assert overtaken(NOW + HOUR) == ["Lapsed"]


def test_edition_from_before_a_withdrawal_is_overtaken_and_one_from_after_it_awaits_a_date(clock):
    factories.live_edition(1, title="First")
    clock.shift(60)
    factories.edition(1, title="Second")
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="Wrong.")
    clock.shift(60)
    now = timezone.now()
    assert (awaiting(now), overtaken(now)) == ([], ["Second"])
    factories.edition(1, title="Third")
    assert (awaiting(now), overtaken(now)) == (["Third"], [])


def test_edition_may_still_go_before_a_planned_withdrawal(clock):
    factories.live_edition(1)
    clock.shift(60)
    factories.edition(1, title="Second")
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="Wrong.", at=NOW + DAY)
    assert awaiting(timezone.now()) == ["Second"]
    assert awaiting(NOW + DAY) == []
