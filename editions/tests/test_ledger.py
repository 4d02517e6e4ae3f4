"""Each law of the writer, and what it tells the person who is refused."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from editions import ledger, projection
from editions.errors import ClockCaughtUp, ClockWentBack, MomentPassed, NotAllowed
from editions.models import Edition, Publication, PublicState, Seal
from editions.tests import factories

pytestmark = pytest.mark.django_db
START = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def shown(page_id=1, at=None):
    row = PublicState.objects.at(at or timezone.now()).for_page(page_id).select_related("edition").first()
    return row and (row.state, row.edition.number)


def test_sealing_publishes_nothing():
    factories.edition()
    assert Publication.objects.count() == 0
    assert shown(at=START + 1000 * HOUR) is None


def test_published_now_is_shown_a_second_later(clock):
    ledger.publish(factories.edition(), by=None)
    assert shown() is None
    clock.shift(1)
    assert shown() == ("shown", 1)


def test_scheduled_edition_appears_at_its_second_with_no_process_running(clock):
    ledger.publish(factories.edition(), by=None, at=START + HOUR)
    clock.move_to(START + HOUR - timedelta(microseconds=1))
    assert shown() is None
    clock.move_to(START + HOUR)
    assert shown() == ("shown", 1)


def test_moment_in_the_past_is_refused():
    edition = factories.edition()
    with pytest.raises(MomentPassed, match="has passed"):
        ledger.publish(edition, by=None, at=START)
    assert Publication.objects.count() == 0


def test_expiry_is_cut_at_the_lapse_of_the_review(clock):
    edition = factories.edition(lapses_at=START + 5 * HOUR)
    publication = ledger.publish(edition, by=None, expires_at=START + 9 * HOUR, then="nothing")
    assert (publication.expires_at, publication.then) == (START + 5 * HOUR, "withdrawn")
    assert shown(at=START + 5 * HOUR) == ("withdrawn", 1)


def test_earlier_expiry_than_the_lapse_keeps_its_own_terms():
    edition = factories.edition(lapses_at=START + 5 * HOUR)
    publication = ledger.publish(edition, by=None, expires_at=START + 2 * HOUR, then="nothing")
    assert (publication.expires_at, publication.then) == (START + 2 * HOUR, "nothing")


def test_lapsed_edition_cannot_be_published():
    edition = factories.edition(lapses_at=START + HOUR)
    with pytest.raises(NotAllowed, match="needs a new review"):
        ledger.publish(edition, by=None, at=START + HOUR)


def test_withdrawal_needs_a_reason():
    factories.live_edition()
    with pytest.raises(NotAllowed, match="reason"):
        ledger.withdraw(1, by=None, reason="  ")


def test_withdrawal_cancels_what_is_planned_after_it(clock):
    first, second = factories.edition(), factories.edition()
    ledger.publish(first, by=None)
    ledger.publish(second, by=None, at=START + 3 * HOUR)
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="A dose was wrong.")
    assert shown(at=START + 4 * HOUR) == ("withdrawn", 1)


def test_old_text_does_not_come_back_after_a_withdrawal(clock):
    edition = factories.live_edition()
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="A dose was wrong.")
    clock.shift(60)
    with pytest.raises(NotAllowed, match="was withdrawn"):
        ledger.publish(edition, by=None)
    ledger.publish(factories.edition(), by=None)
    clock.shift(60)
    assert shown() == ("shown", 2)


def test_planned_withdrawal_binds_as_soon_as_it_is_recorded():
    edition = factories.edition()
    ledger.publish(edition, by=None)
    ledger.withdraw(1, by=None, reason="The trial ends.", at=START + 5 * HOUR)
    ledger.publish(edition, by=None, at=START + 4 * HOUR)
    with pytest.raises(NotAllowed, match="was withdrawn"):
        ledger.publish(edition, by=None, at=START + 6 * HOUR)


def test_retired_article_shows_nothing_and_may_be_published_again(clock):
    edition = factories.live_edition()
    clock.shift(60)
    ledger.retire(1, by=None, reason="No longer offered.")
    clock.shift(60)
    assert shown() is None
    assert projection.was_shown(1, timezone.now())
    ledger.publish(edition, by=None)
    clock.shift(60)
    assert shown() == ("shown", 1)


def test_older_text_is_never_shown_after_a_newer_one(clock):
    old = factories.edition()
    clock.shift(60)
    new = factories.edition()
    ledger.publish(new, by=None, at=START + HOUR)
    with pytest.raises(NotAllowed, match="older text"):
        ledger.publish(old, by=None, at=START + 2 * HOUR)
    ledger.publish(old, by=None, at=START + HOUR / 2)


def test_cancelling_may_not_uncover_an_older_text_after_a_newer_one(clock):
    oldest = factories.edition()
    clock.shift(60)
    old = factories.edition()
    clock.shift(60)
    new = factories.edition()
    base = ledger.publish(oldest, by=None, at=START + HOUR)
    ledger.publish(new, by=None, at=START + 2 * HOUR, expires_at=START + 3 * HOUR, then="previous")
    ledger.publish(old, by=None, at=START + 4 * HOUR)
    with pytest.raises(NotAllowed, match="older text"):
        ledger.cancel(base, by=None)


def test_a_row_that_goes_on_keeps_its_id_through_later_acts(clock):
    factories.live_edition()
    before = PublicState.objects.get()
    ledger.publish(factories.edition(), by=None, at=START + HOUR)
    first, second = PublicState.objects.order_by("starts_at")
    assert first.pk == before.pk and first.ends_at == second.starts_at
    assert first.mac != before.mac


def test_cancelled_publication_never_shows():
    publication = ledger.publish(factories.edition(), by=None, at=START + HOUR)
    ledger.cancel(publication, by=None)
    assert shown(at=START + 2 * HOUR) is None
    with pytest.raises(NotAllowed, match="cancelled before"):
        ledger.cancel(publication, by=None)


def test_cancellation_cannot_be_cancelled():
    publication = ledger.publish(factories.edition(), by=None, at=START + HOUR)
    cancellation = ledger.cancel(publication, by=None)
    with pytest.raises(NotAllowed, match="cannot be cancelled"):
        ledger.cancel(cancellation, by=None)


def test_what_has_taken_effect_cannot_be_cancelled(clock):
    publication = ledger.publish(factories.edition(), by=None)
    clock.shift(60)
    with pytest.raises(MomentPassed, match="has taken effect"):
        ledger.cancel(publication, by=None)


def test_rescheduling_keeps_a_trace_of_what_it_replaced():
    publication = ledger.publish(factories.edition(), by=None, at=START + HOUR, reason="Spring")
    moved = ledger.reschedule(publication, by=None, at=START + 2 * HOUR)
    assert moved.refers_to == publication and moved.reason == "Spring"
    assert shown(at=START + HOUR) is None
    assert shown(at=START + 2 * HOUR) == ("shown", 1)


def test_refused_rescheduling_leaves_the_first_date():
    publication = ledger.publish(factories.edition(), by=None, at=START + HOUR)
    with pytest.raises(MomentPassed):
        ledger.reschedule(publication, by=None, at=START - HOUR)
    assert shown(at=START + HOUR) == ("shown", 1)


def test_article_with_a_reviewed_edition_gets_no_unreviewed_one():
    factories.edition(kind="unreviewed", reason="First import")
    factories.edition(kind="reviewed")
    with pytest.raises(NotAllowed, match="unreviewed"):
        factories.edition(kind="unreviewed")


def test_article_without_publication_cannot_be_withdrawn():
    with pytest.raises(NotAllowed, match="never published"):
        ledger.withdraw(1, by=None, reason="A mistake.")


def test_release_changes_all_its_pages_or_none(clock):
    editions = [factories.edition(page) for page in (1, 2)]
    lapsed = factories.edition(3, lapses_at=START + HOUR)
    at = START + 2 * HOUR
    with pytest.raises(NotAllowed):
        ledger.perform(lambda writer: [writer.publish(edition, at) for edition in [*editions, lapsed]], by=None)
    assert Publication.objects.count() == 0
    ledger.perform(lambda writer: [writer.publish(edition, at) for edition in editions], by=None)
    assert [shown(page, at) for page in (1, 2)] == [("shown", 1), ("shown", 1)]


def test_clock_behind_the_ledger_stops_everything_but_a_withdrawal(clock, caplog):
    edition = factories.live_edition()
    clock.move_to(START - HOUR)
    with pytest.raises(ClockWentBack, match="clock"):
        ledger.publish(edition, by=None)
    ledger.withdraw(1, by=None, reason="A dose was wrong.")
    assert "ALARM" in caplog.text


def test_act_overtaken_by_the_clock_is_tried_again_and_then_refused(clock, monkeypatch):
    edition = factories.edition()
    tries = []

    def slow(page_id, publications):
        tries.append(page_id)
        clock.shift(5)

    monkeypatch.setattr(ledger, "project", slow)
    with pytest.raises(ClockCaughtUp):
        ledger.publish(edition, by=None)
    assert len(tries) == 3
    assert Publication.objects.count() == 0 and Seal.objects.count() == 1


def test_act_overtaken_once_succeeds_at_a_later_moment(clock, monkeypatch):
    edition = factories.edition()
    project = ledger.project
    delays = [5, 0]

    def slow_once(page_id, publications):
        project(page_id, publications)
        clock.shift(delays.pop(0))

    monkeypatch.setattr(ledger, "project", slow_once)
    publication = ledger.publish(edition, by=None)
    assert publication.effective_at == START + timedelta(seconds=6)
    assert Publication.objects.count() == 1


def test_editions_are_numbered_by_page():
    assert [factories.edition(page).number for page in (1, 1, 2, 1)] == [1, 2, 1, 3]


def test_topics_of_an_edition_are_listed_with_it(clock):
    factories.live_edition(topics=[{"id": 40, "title": "Depression"}])
    clock.shift(60)
    at = PublicState.objects.at(timezone.now())
    assert at.in_topic(40).count() == 1 and at.in_topic(41).count() == 0


def test_who_acted_is_kept_by_name_and_number(django_user_model):
    admin = django_user_model.objects.create(username="demo-admin", first_name="Demo", last_name="admin")
    publication = ledger.publish(factories.edition(), by=admin)
    assert (publication.made_by, publication.made_by_name) == (admin.pk, "Demo admin")
    assert Edition.objects.get().made_by is None
