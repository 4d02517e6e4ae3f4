"""What an administrator does at the publication desk: acts of the ledger that the article's history remembers.

Each act and its line in Wagtail's history are one transaction. `seen` is what `head` answered when the person looked;
an act on an article that has changed since is refused with `ChangedMeanwhile`. All raise `LedgerError`.
"""

from datetime import timedelta

from django.db.models import Max
from wagtail.log_actions import log
from wagtail.models import Page

from editions import ledger
from editions.canonical import canonical_moment
from editions.errors import LedgerError
from editions.models import Edition, Publication

SOON = timedelta(seconds=30)


class ChangedMeanwhile(LedgerError):
    """Somebody acted on the article after the person looked at it."""


def head(page_id):
    """A mark of how far the ledger has come for a page: its newest edition and its newest publication."""
    edition = Edition.objects.filter(page_id=page_id).aggregate(last=Max("pk"))["last"]
    publication = Publication.objects.filter(page_id=page_id).aggregate(last=Max("pk"))["last"]
    return f"{edition or 0}-{publication or 0}"


def publish(edition, *, by, at=None, expires_at=None, then="", reason="", seen=None):
    """Readers get `edition` from `at` (None: now); see `ledger.publish`."""

    def act(writer):
        return writer.publish(edition, at, expires_at, then, reason)

    return _perform(edition.page_id, "editions.publish", act, by, seen)


def reschedule(publication, *, by, at=None, expires_at=None, then="", seen=None):
    """Move a planned publication to `at` (None: now)."""

    def act(writer):
        return writer.reschedule(publication, at, expires_at, then)

    return _perform(publication.page_id, "editions.reschedule", act, by, seen)


def cancel(publication, *, by, reason="", seen=None):
    """Undo a planned publication before it takes effect."""

    def act(writer):
        return writer.cancel(publication, reason)

    return _perform(publication.page_id, "editions.cancel", act, by, seen)


def withdraw(page_id, *, by, reason, at=None, read_instead=None, seen=None):
    """Readers get a notice with `reason`; `read_instead` is a page's id."""

    def act(writer):
        return writer.withdraw(page_id, reason, at, read_instead)

    return _perform(page_id, "editions.withdraw", act, by, seen)


def retire(page_id, *, by, reason, at=None, seen=None):
    """Take the article down: readers get nothing."""

    def act(writer):
        return writer.retire(page_id, reason, at)

    return _perform(page_id, "editions.retire", act, by, seen)


def _perform(page_id, action, act, by, seen):
    def act_and_remember(writer):
        if seen is not None and seen != head(page_id):
            raise ChangedMeanwhile(
                "Somebody changed what readers get of this article while this page was open, so nothing was done. "
                "What is shown here is up to date now: please look again, then decide."
            )
        row = act(writer)
        page = Page.objects.filter(pk=page_id).first()
        if page:
            log(instance=page.specific_deferred, action=action, user=by, data=_remembered(row))
        return row

    return ledger.perform(act_and_remember, by=by)


def _remembered(row):
    about = row.cancels or row
    return {
        "publication": row.pk,
        "state": about.state,
        "edition": about.edition.number if about.edition else None,
        "at": canonical_moment(about.effective_at),
        "made_at": canonical_moment(row.made_at),
        "until": canonical_moment(about.expires_at),
        "then": about.then,
        "reason": row.reason,
        "read_instead": about.read_instead,
    }
