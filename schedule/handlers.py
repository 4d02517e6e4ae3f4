"""What the clock does when something changed for readers. Never what readers get: that needs no process.

A handler takes a `Change`; it may be called again after it failed, so it must bear being repeated.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from editions.local_time import moment_text
from editions.models import PublicState
from editions.timeline import SHOWN

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Change:
    """At `at` readers of the page stopped getting `before` and began to get `after`; None stands for nothing."""

    page_id: int
    at: datetime
    before: PublicState | None
    after: PublicState | None
    lateness: timedelta

    @classmethod
    def of(cls, page_id, at, now):
        """What changed for the page at `at`, seen at `now`; two queries."""
        states = PublicState.objects.for_page(page_id).select_related("edition").defer(*BODIES)
        return cls(
            page_id=page_id,
            at=at,
            before=states.filter(ends_at=at).first(),
            after=states.filter(starts_at=at).first(),
            lateness=now - at,
        )


BODIES = ("edition__content", "edition__html", "edition__metadata")


def log_line(change):
    """Leave a line in the log."""
    logger.info(
        "Page %d at %s: %s, was %s; %.1f s late",
        change.page_id,
        moment_text(change.at),
        in_words(change.after),
        in_words(change.before),
        change.lateness.total_seconds(),
    )


def in_words(state):
    if state is None:
        return "nothing"
    return f"edition {state.edition.number}" if state.state == SHOWN else "withdrawn notice"


HANDLERS = {"log": log_line}
