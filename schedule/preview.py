"""What an act would make of an article: the timeline that readers would get, before anything is written.

An act is rehearsed on unsaved publications, by the terms and laws of the ledger itself.
"""

from dataclasses import dataclass

from django.conf import settings

from editions import terms
from editions.local_time import moment_text
from editions.models import Publication
from editions.timeline import FAR_FUTURE, SHOWN, timeline


@dataclass(frozen=True)
class Step:
    """One stretch of what readers get: a heading, its time in words, and whether it is present or from this act."""

    heading: str
    when: str
    is_now: bool
    is_new: bool


def publishing(rows, edition, now, at, expires_at=None, then=""):
    """`rows` and the publication of `edition` from `at` (None: now), as the ledger would cut its end."""
    expires_at, then = terms.end_of(edition, expires_at, then)
    row = Publication(
        page_id=edition.page_id,
        state=SHOWN,
        edition=edition,
        effective_at=terms.effective_moment(at, now),
        expires_at=expires_at,
        then=then,
        made_at=now,
    )
    return _appended(rows, row)


def cancelling(rows, publication, now):
    """`rows` and the cancelling of `publication`."""
    return _appended(rows, Publication(page_id=publication.page_id, cancels=publication, made_at=now))


def ending(rows, page_id, state, now, at):
    """`rows` and a withdrawal or take-down from `at` (None: now) on, which cancels what is planned after it."""
    effective_at = terms.effective_moment(at, now)
    for row in terms.cancelled_by_ending(rows, effective_at):
        rows = cancelling(rows, row, now)
    return _appended(rows, Publication(page_id=page_id, state=state, effective_at=effective_at, made_at=now))


def steps(rows, now):
    """What readers get from `now` on, in order."""
    result, reached = [], now
    for interval in timeline(rows):
        if interval.ends_at <= now:
            continue
        if interval.starts_at > reached:
            result.append(_nothing(reached, now))
        # A rehearsed row is not in the database.
        is_new = interval.publication._state.adding
        result.append(Step(_heading(interval), _when(interval.starts_at, now), interval.starts_at <= now, is_new))
        reached = interval.ends_at
    if reached < FAR_FUTURE:
        result.append(_nothing(reached, now))
    return result


def _appended(rows, row):
    row.pk = max((known.pk for known in rows), default=0) + 1
    return [*rows, row]


def _heading(interval):
    return f"Edition {interval.publication.edition.number}" if interval.state == SHOWN else "Withdrawn notice"


def _nothing(starts_at, now):
    when = f"from {moment_text(starts_at)}" if starts_at > now else "now"
    return Step("Nothing", when, starts_at <= now, False)


def _when(starts_at, now):
    if now < starts_at <= now + settings.LEDGER_LEAD:
        return "a second after you confirm"
    return f"from {moment_text(starts_at)}" if starts_at > now else f"now, since {moment_text(starts_at)}"
