"""What an act is said to make of an article is what the ledger then makes of it."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from editions import laws, ledger
from editions.errors import LedgerError
from editions.models import Publication, PublicState
from editions.projection import publications_of
from editions.tests import factories
from editions.timeline import NOTHING, WITHDRAWN, standing, timeline
from schedule import preview
from schedule.tests.times import DAY, HOUR, NOW

HOURS = st.one_of(st.none(), st.integers(1, 30).map(lambda hours: NOW + 40 * DAY + hours * HOUR))


class RehearsalsAgreeWithTheLedger(TestCase):
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_rehearsal_is_what_happens(self, data):
        with time_machine.travel(NOW, tick=False) as clock:
            editions = [
                factories.edition(1, lapses_at=data.draw(st.sampled_from([None, NOW + 45 * DAY])), words=str(number))
                for number in range(3)
            ]
            clock.move_to(NOW + 40 * DAY)
            for _ in range(data.draw(st.integers(1, 6))):
                self.rehearse_and_do(data, editions)
                clock.shift(data.draw(st.sampled_from([2, 3600, 7200])))

    def rehearse_and_do(self, data, editions):
        now, rows = timezone.now(), publications_of(1)
        act = data.draw(st.sampled_from(["publish", "publish", "withdraw", "retire", "cancel", "reschedule"]))
        at, expires_at = data.draw(HOURS), data.draw(HOURS)
        terms = {"at": at, "expires_at": expires_at, "then": data.draw(st.sampled_from(["", *Publication.Then.values]))}
        planned = [row for row in standing(rows) if row.effective_at > now]
        if act == "publish":
            edition = data.draw(st.sampled_from(editions))
            do = partial(ledger.publish, edition, by=None, **terms)
            rehearsed = preview.publishing(rows, edition, now, **terms)
        elif act == "withdraw":
            do = partial(ledger.withdraw, 1, by=None, reason="A reason.", at=at)
            rehearsed = preview.ending(rows, 1, WITHDRAWN, now, at)
        elif act == "retire":
            do = partial(ledger.retire, 1, by=None, reason="A reason.", at=at)
            rehearsed = preview.ending(rows, 1, NOTHING, now, at)
        elif not planned:
            return
        else:
            row = data.draw(st.sampled_from(planned))
            do = partial(ledger.cancel, row, by=None)
            rehearsed = preview.cancelling(rows, row, now)
            if act == "reschedule" and row.edition:
                do = partial(ledger.reschedule, row, by=None, **terms)
                rehearsed = preview.publishing(rehearsed, row.edition, now, **terms)
        try:
            do()
        except LedgerError:
            return
        assert laws.broken(rehearsed) == ""
        said = [(part.starts_at, part.ends_at, part.state) for part in timeline(rehearsed)]
        assert said == list(PublicState.objects.order_by("starts_at").values_list("starts_at", "ends_at", "state"))


@pytest.mark.django_db
def test_timeline_says_what_is_now_what_comes_and_what_is_new(clock):
    first, second = factories.edition(1), factories.edition(1, lapses_at=NOW + 365 * DAY)
    ledger.publish(first, by=None)
    clock.shift(60)
    now = timezone.now()
    rows = preview.publishing(publications_of(1), second, now, NOW + DAY)
    assert [(step.heading, step.when, step.is_now, step.is_new) for step in preview.steps(rows, now)] == [
        ("Edition 1", "now, since 2 Mar 2027, 14:30 New York (EST)", True, False),
        ("Edition 2", "from 3 Mar 2027, 14:30 New York (EST)", False, True),
        ("Withdrawn notice", "from 1 Mar 2028, 14:30 New York (EST)", False, True),
    ]


@pytest.mark.django_db
def test_times_with_nothing_are_steps_too(clock):
    edition = factories.edition(1)
    rows = preview.publishing([], edition, NOW, NOW + HOUR, NOW + 2 * HOUR, NOTHING)
    assert [(step.heading, step.when) for step in preview.steps(rows, NOW)] == [
        ("Nothing", "now"),
        ("Edition 1", "from 2 Mar 2027, 15:30 New York (EST)"),
        ("Nothing", "from 2 Mar 2027, 16:30 New York (EST)"),
    ]


@pytest.mark.django_db
def test_publishing_now_is_said_to_take_a_second(clock):
    steps = preview.steps(preview.publishing([], factories.edition(1), NOW, None), NOW)
    assert steps[1].when == "a second after you confirm"


@pytest.mark.django_db
def test_rehearsal_foresees_an_older_text_after_a_newer_one(clock):
    old = factories.edition(1)
    clock.shift(60)
    ledger.publish(factories.edition(1), by=None)
    clock.shift(60)
    rows = preview.publishing(publications_of(1), old, timezone.now(), timezone.now() + timedelta(hours=1))
    assert "older text after a newer one" in laws.broken(rows)


@pytest.mark.django_db
def test_rehearsal_foresees_that_nothing_comes_back_after_a_withdrawal(clock):
    edition = factories.live_edition(1)
    clock.shift(60)
    ledger.withdraw(1, by=None, reason="Wrong.")
    clock.shift(60)
    rows = preview.publishing(publications_of(1), edition, timezone.now(), None)
    assert "was withdrawn" in laws.broken(rows)
