"""The one writer of the ledger: takes the lock, checks the laws, appends, seals, projects.

Every function here either does its whole act in one transaction or raises a `LedgerError` and writes nothing.
`by` is the user who acts, or None for a command.
"""

import json
import logging

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from editions import laws, record, sealing, terms
from editions.canonical import canonical_json, digest, parse_moment
from editions.errors import ClockCaughtUp, ClockWentBack, MomentPassed, NotAllowed
from editions.models import Edition, EditionPicture, EditionTopic, Publication, Seal
from editions.projection import project, publications_of
from editions.timeline import NOTHING, SHOWN, WITHDRAWN

logger = logging.getLogger(__name__)

ADVISORY_LOCK = 0x6C6564676572  # "ledger"
ATTEMPTS = 3


def perform(act, *, by, durable=True):
    """Run `act(writer)` as one act of the ledger and return what it returns; several pages change at one instant.

    Tried again when the clock reaches a moment of the act before its commit. Raises `LedgerError`.
    With `durable=False` the act may be part of a larger transaction; it may then set no moments.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic(durable=durable):
                writer = Writer(by)
                result = act(writer)
                writer.finish(durable)
            return result
        except ClockCaughtUp:
            if attempt == ATTEMPTS:
                raise
            logger.warning("The clock caught up with an act of the ledger; trying again (%d of %d)", attempt, ATTEMPTS)


def seal_edition(*, page_id, kind, content, html, metadata, frozen_at, by, lapses_at=None, reason=""):
    """Seal a frozen text as the page's next edition. It publishes nothing.

    `content` and `html` are text, `metadata` a dict (see `Edition.facts`), `frozen_at` the moment of the freeze.
    Raises `NotAllowed` for an unreviewed edition of a page that has a reviewed one.
    """
    return perform(
        lambda writer: writer.seal_edition(page_id, kind, content, html, metadata, frozen_at, lapses_at, reason),
        by=by,
        durable=False,
    )


def publish(edition, *, by, at=None, expires_at=None, then="", reason=""):
    """Readers get `edition` from `at` (None: now) until `expires_at`, then what `then` says."""
    return perform(lambda writer: writer.publish(edition, at, expires_at, then, reason), by=by)


def withdraw(page_id, *, by, reason, at=None, read_instead=None):
    """Readers get a notice with `reason` from `at` on; everything planned for later is cancelled."""
    return perform(lambda writer: writer.withdraw(page_id, reason, at, read_instead), by=by)


def retire(page_id, *, by, reason, at=None):
    """Readers get nothing from `at` on; everything planned for later is cancelled."""
    return perform(lambda writer: writer.retire(page_id, reason, at), by=by)


def cancel(publication, *, by, reason=""):
    """Undo a publication that has not taken effect."""
    return perform(lambda writer: writer.cancel(publication, reason), by=by)


def reschedule(publication, *, by, at, expires_at=None, then="", reason=""):
    """Give a publication that has not taken effect another moment, and other terms of expiry."""
    return perform(lambda writer: writer.reschedule(publication, at, expires_at, then, reason), by=by)


def take_lock():
    """Wait until no other writer is at work; held until the transaction ends."""
    # On SQLite the transaction began IMMEDIATE and holds the only write lock already.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])


class Writer:
    """One act in progress: holds the lock, appends rows, and at the end checks the laws and the clock."""

    def __init__(self, by):
        take_lock()
        self.by = by
        self.made_at = timezone.now()
        self.last_seal = Seal.objects.order_by("-position").first()
        self.clock_went_back = bool(
            self.last_seal and self.made_at < parse_moment(json.loads(self.last_seal.payload)["made_at"])
        )
        if self.clock_went_back:
            logger.critical("ALARM: this machine's clock (%s) stands before the ledger's last row", self.made_at)
        self.pages = set()
        self.moments = []

    def seal_edition(self, page_id, kind, content, html, metadata, frozen_at, lapses_at=None, reason=""):
        self._refuse_if_clock_went_back()
        earlier = Edition.objects.filter(page_id=page_id)
        if kind == Edition.Kind.UNREVIEWED and earlier.filter(kind=Edition.Kind.REVIEWED).exists():
            raise NotAllowed("This article has a reviewed edition, so it cannot go back to an unreviewed one.")
        if frozen_at > self.made_at:
            raise NotAllowed("The text was frozen after this moment; the clocks of two machines disagree.")
        metadata_text = canonical_json(metadata)
        edition = Edition.objects.create(
            page_id=page_id,
            number=(earlier.aggregate(last=Max("number"))["last"] or 0) + 1,
            kind=kind,
            content=content,
            html=html,
            metadata=metadata_text,
            content_digest=digest(content),
            html_digest=digest(html),
            metadata_digest=digest(metadata_text),
            frozen_at=frozen_at,
            lapses_at=lapses_at,
            reason=reason,
            **self._maker(),
        )
        topics = [topic["id"] for topic in metadata.get("topics", [])]
        EditionTopic.objects.bulk_create(EditionTopic(edition=edition, page_id=topic) for topic in topics)
        pictures = record.names_in(html)
        EditionPicture.objects.bulk_create(EditionPicture(edition=edition, name=name) for name in pictures)
        self._seal(Seal.Sealed.EDITION, edition.pk, sealing.edition_payload(edition, topics))
        return edition

    def publish(self, edition, at=None, expires_at=None, then="", reason="", refers_to=None, release_id=None):
        self._refuse_if_clock_went_back()
        effective_at = self._effective(at)
        if edition.lapses_at and effective_at >= edition.lapses_at:
            raise NotAllowed("The review of this edition lapses before that moment; it needs a new review.")
        expires_at, then = terms.end_of(edition, expires_at, then)
        if expires_at and expires_at <= effective_at:
            raise NotAllowed("The expiry must be later than the moment of publication.")
        return self._append(
            edition.page_id,
            state=SHOWN,
            edition=edition,
            effective_at=effective_at,
            expires_at=expires_at,
            then=then,
            reason=reason,
            refers_to=refers_to,
            release_id=release_id,
        )

    def withdraw(self, page_id, reason, at=None, read_instead=None, refers_to=None):
        if not reason.strip():
            raise NotAllowed("A withdrawal needs a reason, which readers are told.")
        return self._end(page_id, WITHDRAWN, at, reason=reason, read_instead=read_instead, refers_to=refers_to)

    def retire(self, page_id, reason, at=None, refers_to=None):
        self._refuse_if_clock_went_back()
        return self._end(page_id, NOTHING, at, reason=reason, refers_to=refers_to)

    def cancel(self, publication, reason=""):
        self._refuse_if_clock_went_back()
        return self._cancel(publication, reason)

    def reschedule(self, publication, at, expires_at=None, then="", reason=""):
        self.cancel(publication, reason)
        if publication.state == SHOWN:
            reason = reason or publication.reason
            return self.publish(publication.edition, at, expires_at, then, reason, publication, publication.release_id)
        if publication.state == WITHDRAWN:
            reason = reason or publication.reason
            return self.withdraw(publication.page_id, reason, at, publication.read_instead, publication)
        return self.retire(publication.page_id, reason or publication.reason, at, publication)

    def finish(self, durable):
        """Check the laws over each page's whole history, project, and be sure that the clock has reached no moment."""
        for page_id in sorted(self.pages):
            publications = publications_of(page_id)
            if broken := laws.broken(publications):
                raise NotAllowed(broken)
            project(page_id, publications)
        if self.moments:
            if not durable:
                raise RuntimeError("An act that sets moments must be a transaction of its own.")
            if timezone.now() >= min(self.moments):
                raise ClockCaughtUp("The moment came before the act was done. Please try again.")

    def _end(self, page_id, state, at, **fields):
        effective_at = self._effective(at)
        rows = publications_of(page_id)
        if not rows:
            raise NotAllowed("This article was never published, so there is nothing to take down.")
        for row in terms.cancelled_by_ending(rows, effective_at):
            self._cancel(row, fields["reason"])
        return self._append(page_id, state=state, effective_at=effective_at, **fields)

    def _cancel(self, publication, reason):
        if publication.cancels_id:
            raise NotAllowed("A cancellation cannot be cancelled.")
        if Publication.objects.filter(cancels=publication).exists():
            raise NotAllowed("This publication was cancelled before.")
        if publication.effective_at <= timezone.now():
            raise MomentPassed("This publication has taken effect; it can be withdrawn but not cancelled.")
        self.moments.append(publication.effective_at)
        return self._append(publication.page_id, cancels=publication, reason=reason)

    def _effective(self, at):
        effective_at = terms.effective_moment(at, self.made_at)
        if effective_at < terms.effective_moment(None, self.made_at):
            raise MomentPassed("That moment has passed. Choose a later one, or publish now.")
        self.moments.append(effective_at)
        return effective_at

    def _append(self, page_id, **fields):
        self.pages.add(page_id)
        publication = Publication.objects.create(page_id=page_id, **fields, **self._maker())
        self._seal(Seal.Sealed.PUBLICATION, publication.pk, sealing.publication_payload(publication))
        return publication

    def _seal(self, sealed, row_id, payload):
        position = self.last_seal.position + 1 if self.last_seal else 1
        previous_digest = self.last_seal.digest if self.last_seal else sealing.GENESIS
        link = sealing.link(position, previous_digest, payload)
        key_id, mac = sealing.sign(link)
        self.last_seal = Seal.objects.create(
            position=position,
            sealed=sealed,
            row_id=row_id,
            payload=payload,
            digest=link,
            previous_digest=previous_digest,
            key_id=key_id,
            mac=mac,
        )

    def _maker(self):
        return {
            "made_at": self.made_at,
            "made_by": self.by.pk if self.by else None,
            "made_by_name": str(self.by) if self.by else "",
        }

    def _refuse_if_clock_went_back(self):
        if self.clock_went_back:
            raise ClockWentBack(
                "This machine's clock stands before the ledger's last row, so nothing but a withdrawal is taken. "
                "Ask an operator to set the clock."
            )
