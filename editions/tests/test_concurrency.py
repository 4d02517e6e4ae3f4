"""Writers at once lose nothing, and no reader sees half of a release."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from editions import ledger, verification
from editions.models import Publication, PublicState, Seal
from editions.tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def in_threads(*jobs):
    """Run each job in a thread of its own with its own connection; raises what any of them raised."""
    failures = []

    def run(job):
        try:
            job()
        except Exception as problem:
            failures.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    if failures:
        raise failures[0]


def test_several_writers_at_once_lose_nothing():
    def publish_ten(page_id):
        for _ in range(10):
            ledger.publish(factories.edition(page_id), by=None)

    in_threads(lambda: publish_ten(1), lambda: publish_ten(2), lambda: publish_ten(3))
    assert Publication.objects.count() == 30
    assert list(Seal.objects.values_list("position", flat=True)) == list(range(1, 61))
    assert list(verification.faults()) == []


def test_one_request_never_sees_half_of_a_release(settings):
    settings.LEDGER_LEAD = timedelta(milliseconds=200)
    pages = [1, 2, 3]
    done = threading.Event()
    torn, asked = [], []

    def release_again_and_again():
        try:
            for _ in range(10):
                editions = [factories.edition(page) for page in pages]
                ledger.perform(lambda writer, editions=editions: [writer.publish(e) for e in editions], by=None)
                time.sleep(0.05)
            time.sleep(0.3)
        finally:
            done.set()

    def shown(page, moment):
        return PublicState.objects.at(moment).for_page(page).values_list("edition__number", flat=True).first()

    def read():
        while not done.is_set():
            moment = timezone.now()
            seen = []
            for page in pages * 2:
                seen.append(shown(page, moment))
                time.sleep(0.001)
            asked.append(seen)
            if len(set(seen)) > 1:
                torn.append(seen)

    in_threads(release_again_and_again, read, read)
    assert torn == []
    assert len({tuple(seen) for seen in asked}) > 3, "the readers saw too few of the releases to tell"


def test_writer_that_cannot_get_the_lock_in_time_writes_nothing():
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 200")
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
    holding, release = threading.Event(), threading.Event()

    def hold():
        def act(writer):
            holding.set()
            release.wait(timeout=10)

        ledger.perform(act, by=None)

    holder = threading.Thread(target=lambda: (hold(), connection.close()))
    holder.start()
    holding.wait(timeout=10)
    try:
        with pytest.raises(OperationalError):
            factories.edition(1)
    finally:
        release.set()
        holder.join(timeout=10)
        connection.close()
    assert Seal.objects.count() == 0
