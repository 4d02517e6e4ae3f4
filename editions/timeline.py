"""What readers get and when, as a pure function of a page's publications."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

SHOWN, WITHDRAWN, NOTHING = "shown", "withdrawn", "nothing"
PREVIOUS = "previous"

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Interval:
    """Readers get `state`, as `publication` says, from `starts_at` up to but not including `ends_at`."""

    starts_at: datetime
    ends_at: datetime
    state: str
    publication: Any


def standing(publications):
    """The rows that count: neither cancels nor cancelled, in the order of the chain."""
    cancelled = {row.cancels_id for row in publications if row.cancels_id}
    return [
        row for row in sorted(publications, key=lambda row: row.pk) if not row.cancels_id and row.pk not in cancelled
    ]


def timeline(publications):
    """Intervals, half-open and in order, in which readers get something; a gap is a time with nothing.

    Takes all publications of one page in any order; `pk` gives their order in the chain. Each row is laid over what
    stood before, from its `effective_at` on. From `expires_at` on lies what its `then` says: for `previous` that is
    what it had covered.
    """
    layers = []
    for row in sorted(standing(publications), key=lambda row: (row.effective_at, row.pk)):
        shown_until = row.expires_at or FAR_FUTURE
        layers = _lay(layers, Interval(row.effective_at, shown_until, row.state, row))
        if row.expires_at and row.then != PREVIOUS:
            layers = _lay(layers, Interval(row.expires_at, FAR_FUTURE, row.then, row))
    return [interval for interval in layers if interval.state != NOTHING]


def _lay(layers, top):
    """`layers` with `top` over them: what it covers is cut away, what sticks out on either side stays."""
    result = []
    for under in layers:
        if under.starts_at < top.starts_at:
            result.append(_part(under, under.starts_at, min(under.ends_at, top.starts_at)))
        if under.ends_at > top.ends_at:
            result.append(_part(under, max(under.starts_at, top.ends_at), under.ends_at))
    result.append(top)
    return sorted(result, key=lambda interval: interval.starts_at)


def _part(interval, starts_at, ends_at):
    return Interval(starts_at, ends_at, interval.state, interval.publication)
