"""Random histories through the writer: the projection is what a scan says, the past stands, nothing comes back."""

from datetime import UTC, datetime, timedelta

import time_machine
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from editions import ledger, verification
from editions.errors import LedgerError
from editions.models import Edition, Publication, PublicState, Seal
from editions.projection import publications_of
from editions.tests import factories
from editions.tests.oracle import oracle
from editions.timeline import SHOWN, WITHDRAWN, standing, timeline

START = datetime(2027, 3, 1, 12, tzinfo=UTC)
PAGES = [1, 2]

minutes = st.sampled_from([1, 3, 7, 20, 60])
optional_minutes = st.sampled_from([None, 1, 3, 7, 20, 60])
pick = st.integers(0, 5)
pages = st.sampled_from(PAGES)
thens = st.sampled_from(["nothing", "previous", "withdrawn"])
seals = st.tuples(st.just("seal"), pages, st.none() | st.integers(1, 400))
publications = st.tuples(st.just("publish"), pages, pick, optional_minutes, optional_minutes, thens)
steps = st.one_of(
    seals,
    seals,
    publications,
    publications,
    publications,
    st.tuples(st.just("release"), st.just(0), pick, optional_minutes),
    st.tuples(st.just("withdraw"), pages, optional_minutes),
    st.tuples(st.just("retire"), pages, optional_minutes),
    st.tuples(st.just("cancel"), pages, pick),
    st.tuples(st.just("reschedule"), pages, pick, minutes, optional_minutes, thens),
)


def ahead(number):
    return None if number is None else datetime.now(UTC) + timedelta(minutes=number)


def choose(queryset, number):
    rows = list(queryset.order_by("pk"))
    return rows[number % len(rows)] if rows else None


def take(step):
    """Do one step as the product would; what is impossible for want of rows is skipped."""
    verb, page_id, *rest = step
    if verb == "seal":
        factories.edition(page_id, lapses_at=rest[0] and ahead(rest[0]))
    elif verb == "publish":
        edition = choose(Edition.objects.filter(page_id=page_id), rest[0])
        if edition:
            ledger.publish(edition, by=None, at=ahead(rest[1]), expires_at=ahead(rest[2]), then=rest[3])
    elif verb == "release":
        chosen = [choose(Edition.objects.filter(page_id=page), rest[0]) for page in PAGES]
        at = ahead(rest[1])
        ledger.perform(lambda writer: [writer.publish(edition, at) for edition in chosen if edition], by=None)
    elif verb == "withdraw":
        ledger.withdraw(page_id, by=None, reason="A dose was wrong.", at=ahead(rest[0]))
    elif verb == "retire":
        ledger.retire(page_id, by=None, reason="No longer offered.", at=ahead(rest[0]))
    else:
        publication = choose(Publication.objects.filter(page_id=page_id), rest[0])
        if publication and verb == "cancel":
            ledger.cancel(publication, by=None)
        elif publication:
            ledger.reschedule(publication, by=None, at=ahead(rest[1]), expires_at=ahead(rest[2]), then=rest[3])


def shown_at(page_id, moment):
    row = PublicState.objects.at(moment).for_page(page_id).first()
    return row and (row.state, row.publication_id)


def moments_around(now, offsets):
    return [now + timedelta(minutes=offset) for offset in offsets]


class Histories(TestCase):
    @hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(st.tuples(st.sampled_from([1, 2, 5]), steps), min_size=8, max_size=24),
        st.lists(st.integers(-120, 120), min_size=6, max_size=6),
    )
    def test_every_promise_holds_after_every_act(self, history, offsets):
        with time_machine.travel(START, tick=False) as clock:
            for minutes_later, step in history:
                clock.shift(timedelta(minutes=minutes_later))
                now = datetime.now(UTC)
                asked = [*moments_around(now, offsets), now]
                past = {(page, t): shown_at(page, t) for page in PAGES for t in asked if t <= now}
                rows_before = Seal.objects.count()
                try:
                    take(step)
                except LedgerError:
                    assert Seal.objects.count() == rows_before
                    assert step[0] != "withdraw" or not publications_of(step[1]), "a withdrawal was refused"
                for (page, t), seen in past.items():
                    assert shown_at(page, t) == seen, "the past changed"
                for page in PAGES:
                    self.check_page(page, asked)
            assert list(verification.faults()) == []

    def check_page(self, page, asked):
        publications = publications_of(page)
        for t in asked:
            assert shown_at(page, t) == oracle(publications, t)
        withdrawals = [row for row in standing(publications) if row.state == WITHDRAWN]
        latest = None
        for interval in timeline(publications):
            if interval.state != SHOWN:
                continue
            edition = interval.publication.edition
            for withdrawal in withdrawals:
                if interval.starts_at >= withdrawal.effective_at:
                    assert edition.frozen_at > withdrawal.made_at, "a withdrawn text came back"
            if edition.lapses_at:
                assert interval.ends_at <= edition.lapses_at, "shown beyond its review"
            if latest and interval.starts_at == interval.publication.effective_at:
                assert edition.frozen_at >= latest, "an older text follows a newer one"
            latest = edition.frozen_at
        for row in publications:
            if row.effective_at:
                assert row.effective_at >= row.made_at + settings.LEDGER_LEAD
