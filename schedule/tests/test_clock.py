"""The clock: each moment once, whatever fails, stops or runs twice; and readers do not need it."""

import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from editions import ledger
from editions.models import PublicState
from editions.tests import factories
from schedule import clock as works
from schedule import handlers
from schedule.management.commands.clock import Command
from schedule.models import ClockMark, ClockTask
from schedule.tests.times import DAY, HOUR, NOW


@pytest.fixture
def handled(monkeypatch):
    """The changes that a handler of this test was given."""
    changes = []
    monkeypatch.setattr(handlers, "HANDLERS", {"test": changes.append})
    return changes


def fail(change):
    raise RuntimeError


def in_short(changes):
    return [(change.page_id, change.at, handlers.in_words(change.after)) for change in changes]


@pytest.mark.django_db
def test_each_moment_is_handled_once_with_what_changed(clock, handled):
    ledger.publish(factories.edition(1), by=None, at=NOW + HOUR, expires_at=NOW + 2 * HOUR, then="withdrawn")
    works.tick()
    assert handled == []
    clock.move_to(NOW + HOUR)
    works.tick()
    works.tick()
    assert in_short(handled) == [(1, NOW + HOUR, "edition 1")]
    clock.move_to(NOW + 3 * HOUR)
    works.tick()
    assert in_short(handled)[1:] == [(1, NOW + 2 * HOUR, "withdrawn notice")]
    assert handlers.in_words(handled[1].before) == "edition 1"
    assert handled[1].lateness == HOUR


@pytest.mark.django_db
def test_end_after_which_readers_get_nothing_is_a_moment_too(clock, handled):
    ledger.publish(factories.edition(1), by=None, expires_at=NOW + HOUR, then="nothing")
    clock.move_to(NOW + 2 * HOUR)
    works.tick()
    assert in_short(handled)[-1] == (1, NOW + HOUR, "nothing")


@pytest.mark.django_db
def test_clock_catches_up_in_order_after_it_was_down(clock, handled):
    ledger.publish(factories.edition(1), by=None, at=NOW + HOUR)
    works.tick()
    for page_id, hours in ((2, 30), (3, 10), (4, 20)):
        ledger.publish(factories.edition(page_id), by=None, at=NOW + hours * HOUR)
    clock.move_to(NOW + 3 * DAY)
    works.tick()
    assert [change.page_id for change in handled] == [1, 3, 4, 2]
    assert ClockTask.objects.get(page_id=1).lateness == 3 * DAY - HOUR


@pytest.mark.django_db
def test_first_clock_of_an_installation_begins_at_the_beginning(clock, handled):
    factories.live_edition(1)
    clock.shift(100 * 86400)
    works.tick()
    assert [change.page_id for change in handled] == [1]


@pytest.mark.django_db
def test_handler_added_later_does_not_begin_with_the_past(clock, handled):
    factories.live_edition(1)
    clock.shift(86400)
    works.tick()
    handlers.HANDLERS["newer"] = handled.append
    factories.live_edition(2)
    clock.shift(60)
    works.tick()
    assert list(ClockTask.objects.filter(handler="newer").values_list("page_id", flat=True)) == [2]


@pytest.mark.django_db
def test_failing_item_stops_no_other_and_is_tried_again_later(clock, handled):
    broken = [True]

    def sometimes(change):
        if change.page_id == 1 and broken:
            raise RuntimeError("No mail server.")
        handled.append(change)

    handlers.HANDLERS["test"] = sometimes
    for page_id in (1, 2):
        factories.live_edition(page_id)
    clock.shift(60)
    assert works.tick() == (1, 1)
    assert [change.page_id for change in handled] == [2]
    assert ClockTask.objects.get(page_id=1).error == "RuntimeError: No mail server."
    broken.clear()
    assert works.tick() == (0, 0)
    clock.shift(3600)
    assert works.tick() == (1, 0)
    task = ClockTask.objects.get(page_id=1)
    assert (task.error, task.attempts, [change.page_id for change in handled]) == ("", 2, [2, 1])


@pytest.mark.django_db
def test_failing_handler_does_not_stop_another_handler_of_the_same_moment(clock, handled):
    handlers.HANDLERS["fails"] = fail
    factories.live_edition(1)
    clock.shift(60)
    assert works.tick() == (1, 1)


@pytest.mark.django_db
def test_pauses_between_tries_grow_and_have_an_end(clock, handled):
    handlers.HANDLERS["test"] = fail
    factories.live_edition(1)
    clock.shift(60)
    pauses = []
    for _ in range(12):
        works.tick()
        task = ClockTask.objects.get()
        pauses.append(task.not_before - timezone.now())
        clock.move_to(task.not_before)
    assert pauses == sorted(pauses)
    assert pauses[0] < timedelta(minutes=1)
    assert pauses[-1] == works.LONGEST_PAUSE


@pytest.mark.django_db
def test_task_of_a_clock_that_died_is_tried_again(clock, handled):
    factories.live_edition(1)
    clock.shift(60)
    works.note(timezone.now())
    task = ClockTask.objects.get()
    assert ClockTask.objects.claim(task, timezone.now(), timezone.now() + works.CLAIM)
    assert works.tick() == (0, 0)
    clock.shift(works.CLAIM.total_seconds())
    assert works.tick() == (1, 0)


@pytest.mark.django_db
def test_host_whose_time_jumped_ahead_and_back_misses_nothing(clock, handled):
    works.tick()
    clock.move_to(NOW + 365 * DAY)
    works.tick()
    clock.move_to(NOW + HOUR)
    ledger.publish(factories.edition(1), by=None, at=NOW + 2 * HOUR)
    clock.move_to(NOW + 2 * HOUR)
    works.tick()
    assert [change.page_id for change in handled] == [1]


@pytest.mark.django_db
def test_next_moment_is_the_next_start_or_end(clock):
    assert works.next_moment(NOW) is None
    ledger.publish(factories.edition(1), by=None, at=NOW + 2 * HOUR, expires_at=NOW + 5 * HOUR)
    ledger.publish(factories.edition(2), by=None, at=NOW + 3 * HOUR)
    assert works.next_moment(NOW) == NOW + 2 * HOUR
    assert works.next_moment(NOW + 2 * HOUR) == NOW + 3 * HOUR
    assert works.next_moment(NOW + 3 * HOUR) == NOW + 5 * HOUR
    assert works.next_moment(NOW + 5 * HOUR) is None


@pytest.mark.django_db
def test_line_in_the_log_names_the_change_and_its_lateness(clock, caplog, capsys):
    caplog.set_level("INFO")
    ledger.publish(factories.edition(7), by=None, at=NOW + HOUR)
    clock.move_to(NOW + HOUR + timedelta(seconds=1.5))
    call_command("clock", "--once")
    assert "Page 7 at 2 Mar 2027, 15:30 New York (EST): edition 1, was nothing; 1.5 s late" in caplog.text
    assert "1 done, 0 failed" in capsys.readouterr().out


@pytest.mark.django_db
def test_readers_get_the_edition_on_time_without_any_clock(clock):
    ledger.publish(factories.edition(1), by=None, at=NOW + HOUR)
    clock.move_to(NOW + HOUR)
    assert PublicState.objects.at(timezone.now()).shown().for_page(1).exists()
    assert not ClockMark.objects.exists()


def looks(monkeypatch, *outcomes, command=None):
    """Run the command's loop over `outcomes` of its looks (an exception or None), then stop it."""
    command = command or Command()
    rest = list(outcomes)

    def tick():
        outcome = rest.pop(0)
        if not rest:
            command.stopping.set()
        if outcome:
            raise outcome

    monkeypatch.setattr(works, "tick", tick)
    monkeypatch.setattr(works, "next_moment", lambda now: None)
    command.handle(once=False, interval=0.01)
    return rest


@pytest.mark.django_db
@pytest.mark.parametrize("problem", [OperationalError("gone"), RuntimeError("odd")])
def test_clock_goes_on_after_whatever_goes_wrong(monkeypatch, caplog, problem):
    monkeypatch.setattr(connection, "close", lambda: None)
    assert looks(monkeypatch, problem, problem, None) == []
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 2


@pytest.mark.django_db
def test_clock_wakes_at_the_next_moment_and_sleeps_no_longer_than_its_interval(monkeypatch, clock):
    coming = {"moment": NOW + timedelta(seconds=0.3)}
    monkeypatch.setattr(works, "next_moment", lambda now: coming["moment"])
    assert Command().pause(1.0) == pytest.approx(0.305)
    coming["moment"] = NOW + HOUR
    assert Command().pause(1.0) == 1.0
    coming["moment"] = NOW
    assert Command().pause(1.0) == 0.01


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_handle_nothing_twice(handled, monkeypatch):
    for page_id in range(1, 9):
        factories.live_edition(page_id)
    time.sleep(1.2)
    together = threading.Barrier(2)
    seen, failures = [], []

    def slowly(change):
        seen.append(change.page_id)
        time.sleep(0.02)

    monkeypatch.setattr(handlers, "HANDLERS", {"test": slowly})

    def run():
        try:
            together.wait(timeout=10)
            works.tick()
        except Exception as problem:
            failures.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    works.tick()
    assert failures == []
    assert sorted(seen) == list(range(1, 9))


def test_sigterm_ends_the_clock_cleanly(tmp_path):
    """A database without tables: every look fails, is logged, and the clock goes on until it is told to stop."""
    environment = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "PATH": "",
    }
    command = [sys.executable, "manage.py", "clock", "--interval", "0.1"]
    process = subprocess.Popen(
        command, cwd=project.BASE_DIR, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        said = ""
        while said.count("cannot reach the database") < 2:
            line = process.stderr.readline()
            assert line, said
            said += line
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Clock stopped" in rest
