"""The editions of an article that readers saw, when, and what changed: told at its foot and at their own addresses."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache

from editions.errors import TamperedEvidence
from editions.local_time import day_in_full
from editions.models import PublicState
from editions.reading import notice_reason, trusted
from reader.changes import changes
from reader.outlines import outline

log = logging.getLogger(__name__)

# Histories kept in a process, some kilobytes each.
KEPT = 1000


@dataclass(frozen=True)
class Seen:
    """A time in which readers got one edition, from `starts_at` up to but not including `ends_at`.

    Days are as people read them, for a page would write them anew for each of its readers. `changed` are sentences,
    against what they had got before; None where they had got nothing. `withdrawn_because` is the reason of the notice
    that took its place; None where something else did.
    """

    number: int
    starts_at: datetime
    ends_at: datetime
    is_reviewed: bool
    reviewed_on: str
    changed: tuple[str, ...] | None
    was_shown_before: bool
    withdrawn_because: str | None = None

    @cached_property
    def first_day(self):
        return day_in_full(self.starts_at)

    @cached_property
    def days(self):
        """On 3 March 2027; from 3 March 2027 to 4 April 2027."""
        first, last = self.first_day, day_in_full(self.ends_at)
        return f"on {first}" if first == last else f"from {first} to {last}"


def history(state, moment):
    """What readers got of the page of `state` up to `moment`, as `Seen`, the newest first.

    `state` is the page's latest, verified and with its `newest_seal`. One query for the first who asks a process after
    a publication of the page, none for all others. Raises `TamperedEvidence` if an edition does not verify.
    """
    return [
        seen if seen.ends_at <= moment else replace(seen, withdrawn_because=None)
        for seen in reversed(_whole_history(state.page_id, state.newest_seal))
        if seen.starts_at <= moment
    ]


def listed(state, article_url, moment):
    """`history` for a page, each with the `address` at which it is read; None, and an alarm, if it does not verify."""
    try:
        return [{"seen": seen, "address": f"{article_url}editions/{seen.number}/"} for seen in history(state, moment)]
    except TamperedEvidence as problem:
        log.critical("ALARM: the history of page %s is not shown: %s", state.page_id, problem)
        return None


@lru_cache(maxsize=KEPT)
def _whole_history(page_id, newest_seal):
    """All `Seen` of a page in their order, planned ones too.

    A function of the ledger up to `newest_seal`, the digest of the seal of the page's newest publication, which covers
    all that was sealed before: so it may be kept for as long as that is the newest.
    """
    states = PublicState.objects.for_page(page_id).with_newest_publication()
    states = states.select_related("edition", "publication").defer("edition__content").order_by("starts_at")
    found, outlines = [], {}
    for state in map(trusted, states):
        if state.state == state.State.WITHDRAWN:
            if found and found[-1].ends_at == state.starts_at:
                found[-1] = replace(found[-1], withdrawn_because=notice_reason(state))
            continue
        edition = state.edition
        if found and found[-1].number == edition.number and found[-1].ends_at == state.starts_at:
            found[-1] = replace(found[-1], ends_at=state.ends_at)
            continue
        before = outlines.get(found[-1].number) if found else None
        was_shown_before = edition.number in outlines
        after = outlines[edition.number] = outlines.get(edition.number) or outline(edition)
        reviewed_on = edition.facts.get("reviewed_on")
        found.append(
            Seen(
                number=edition.number,
                starts_at=state.starts_at,
                ends_at=state.ends_at,
                is_reviewed=edition.is_reviewed,
                reviewed_on=day_in_full(reviewed_on) if reviewed_on else "",
                changed=before and tuple(changes(before, after)),
                was_shown_before=was_shown_before,
            )
        )
    return found
