"""What readers get at one instant, by a scan of the rows: another way than `timeline`, to be held against it."""

from editions.timeline import NOTHING


def oracle(rows, moment):
    """(state, publication) at `moment`, or None for nothing, from all publications of one page."""
    undone = [row.cancels_id for row in rows]
    begun = [row for row in rows if row.effective_at and row.effective_at <= moment and row.pk not in undone]
    while begun:
        last = begun[0]
        for row in begun[1:]:
            if row.effective_at > last.effective_at or (row.effective_at == last.effective_at and row.pk > last.pk):
                last = row
        if last.expires_at is None or moment < last.expires_at:
            return None if last.state == NOTHING else (last.state, last.pk)
        if last.then != "previous":
            return None if last.then == NOTHING else (last.then, last.pk)
        begun.remove(last)
    return None
