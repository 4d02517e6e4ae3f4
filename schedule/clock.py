"""Side effects at the right time: each moment at which something changes for readers is noted, then handled.

Noting makes one task for each handler, once, however many clocks run. A task is claimed before it is tried, so that no
two clocks try it at once; one that fails is tried again later and stops no other. A clock that was down catches up.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from editions.models import PublicState
from editions.timeline import FAR_FUTURE
from schedule import handlers
from schedule.models import ClockMark, ClockTask

logger = logging.getLogger(__name__)

# An act that was being committed when a clock looked, or a host whose time differs a little, is seen at the next look.
OVERLAP = timedelta(minutes=2)
# Longer than any handler takes: only a task whose clock has died is tried by another before that.
CLAIM = timedelta(minutes=5)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(hours=1)
AT_ONCE = 100


def tick():
    """Note what has passed and handle what is due; returns how many tasks were handled and how many failed."""
    note(timezone.now())
    done = failed = 0
    while tasks := list(ClockTask.objects.due(timezone.now())[:AT_ONCE]):
        for task in tasks:
            now = timezone.now()
            if ClockTask.objects.claim(task, now, now + CLAIM):
                if handle(task):
                    done += 1
                else:
                    failed += 1
    return done, failed


def note(now):
    """Make the tasks of every moment since the last note; those that are there already are left alone."""
    with transaction.atomic():
        mark = ClockMark.objects.first()
        since = min(mark.noted_until, now) - OVERLAP if mark else None
        tasks = [
            ClockTask(handler=name, page_id=page_id, at=at, not_before=now)
            for page_id, at in moments_between(since, now)
            for name in handlers.HANDLERS
        ]
        ClockTask.objects.bulk_create(tasks, ignore_conflicts=True, batch_size=500)
        ClockMark.objects.update_or_create(pk=1, defaults={"noted_until": now})


def moments_between(since, until):
    """Pairs of page and moment at which something changed for readers, after `since` (None: ever) up to `until`."""
    states = PublicState.objects.all()
    starts, ends = states.filter(starts_at__lte=until), states.filter(ends_at__lte=until)
    if since:
        # An interval that starts after `since` ends after it too, which the index knows.
        starts, ends = starts.filter(ends_at__gt=since, starts_at__gt=since), ends.filter(ends_at__gt=since)
    found = {*starts.values_list("page_id", "starts_at"), *ends.values_list("page_id", "ends_at")}
    return sorted(found, key=lambda pair: (pair[1], pair[0]))


def next_moment(now):
    """When something changes for any reader next; None if nothing is planned."""
    coming = PublicState.objects.filter(ends_at__gt=now).aggregate(end=Min("ends_at"))["end"]
    start = PublicState.objects.filter(ends_at__gt=now, starts_at__gt=now).aggregate(start=Min("starts_at"))["start"]
    known = [moment for moment in (coming, start) if moment and moment < FAR_FUTURE]
    return min(known, default=None)


def handle(task):
    """Try a claimed task once; returns whether it is done. Never raises what its handler raises."""
    now = timezone.now()
    try:
        # A handler that is no longer known leaves its tasks: a newer clock beside this one may know it.
        handlers.HANDLERS[task.handler](handlers.Change.of(task.page_id, task.at, now))
    except Exception as problem:
        pause = min(FIRST_PAUSE * 2 ** min(task.attempts, 20), LONGEST_PAUSE)
        logger.exception("The clock could not do %r for page %d; again in %s", task.handler, task.page_id, pause)
        error = f"{type(problem).__name__}: {problem}"
        ClockTask.objects.filter(pk=task.pk).update(error=error, not_before=timezone.now() + pause)
        return False
    ClockTask.objects.filter(pk=task.pk).update(error="", handled_at=timezone.now(), lateness=now - task.at)
    return True
