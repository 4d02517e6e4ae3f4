"""When an act takes effect, when it ends and what it takes with it: pure, so that a rehearsal and the act agree."""

from django.conf import settings

from editions.timeline import NOTHING, WITHDRAWN, standing


def effective_moment(at, made_at):
    """The moment from which an act made at `made_at` holds; `at` None stands for the earliest."""
    return at or made_at + settings.LEDGER_LEAD


def end_of(edition, expires_at, then):
    """`expires_at` and `then` as they hold for `edition`: never beyond the lapse of its review."""
    if edition.lapses_at and (expires_at is None or expires_at >= edition.lapses_at):
        return edition.lapses_at, WITHDRAWN
    if expires_at is None:
        return None, ""
    return expires_at, then or NOTHING


def cancelled_by_ending(publications, effective_at):
    """The planned rows of a page that its withdrawal or retirement at `effective_at` cancels."""
    return [row for row in standing(publications) if row.effective_at >= effective_at]
