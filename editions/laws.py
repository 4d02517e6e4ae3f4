"""The laws of the ledger that look at a page's whole history, as pure functions."""

from editions.timeline import SHOWN, WITHDRAWN, standing, timeline


def broken(publications):
    """What of these laws the history of a page breaks, in a sentence to who would make it so; empty if none."""
    if comes_back(publications):
        return (
            "This article was withdrawn. Only a text that was submitted and approved after the withdrawal "
            "can be published again."
        )
    if goes_backwards(publications):
        return "Readers would get an older text after a newer one. Cancel the newer one first."
    return ""


def comes_back(publications):
    """The first row that would show an edition from before a withdrawal after that withdrawal; None if none does.

    From the moment a withdrawal takes effect, only an edition frozen after it was recorded may be shown.
    """
    withdrawals = [row for row in standing(publications) if row.state == WITHDRAWN]
    for interval in timeline(publications):
        if interval.state != SHOWN:
            continue
        for withdrawal in withdrawals:
            if (
                interval.ends_at > withdrawal.effective_at
                and interval.publication.edition.frozen_at <= withdrawal.made_at
            ):
                return interval.publication
    return None


def goes_backwards(publications):
    """The first row that would show an older text after a newer one; None if none does.

    Falling back to what was shown before (`then=previous`) is no step of its own and may go back.
    """
    shown_before = None
    for interval in timeline(publications):
        if interval.state != SHOWN:
            continue
        frozen_at = interval.publication.edition.frozen_at
        begins_here = interval.starts_at == interval.publication.effective_at
        if begins_here and shown_before and frozen_at < shown_before:
            return interval.publication
        shown_before = frozen_at
    return None
