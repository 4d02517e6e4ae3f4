"""Decisions about what was handed in. Each is one transaction, or raises a `ReviewError` and writes nothing.

None of them publishes, and none looks at the draft: what is sealed is what was frozen.
"""

import json
import logging

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState

from blog.models import ArticlePage
from editions import ledger
from editions.models import Edition
from review import history, notices
from review.eligibility import objections, release_objections, site_day
from review.errors import AgainstTheRules, AlreadyDecided, AlteredText, NotAllowed, OtherText, ReasonNeeded
from review.machine_checks import rule_objections
from review.models import Submission
from review.review_dates import lapse_of, months_later
from review.standing import may_take_back, reviewer_for, text_of
from review.submissions import freeze

logger = logging.getLogger(__name__)

Outcome = Submission.Outcome


def approve(submission, reviewer, digest_shown):
    """Seal the submission as the page's next reviewed edition, signed by the user `reviewer`; return the edition.

    `digest_shown` is the digest of the text that they were shown. Raises `AlreadyDecided`, `OtherText`, `NotAllowed`,
    `AlteredText` or `AgainstTheRules`; a `LedgerError` if the ledger refuses.
    """
    with transaction.atomic():
        submission = _open_and_locked(submission)
        at = timezone.now()
        facts = _sign(submission, reviewer, digest_shown, at)
        edition = ledger.seal_edition(
            page_id=submission.page_id,
            kind=Edition.Kind.REVIEWED,
            content=submission.content,
            html=submission.html,
            metadata=facts,
            frozen_at=submission.frozen_at,
            lapses_at=lapse_of(facts["next_review_due"]),
            by=reviewer,
        )
        _close(submission, Outcome.APPROVED, by=reviewer, edition=edition)
        _finish_task(submission, TaskState.STATUS_APPROVED, by=reviewer)
        history.record(submission, history.APPROVED, by=reviewer, edition=edition.number)
        notices.tell_submitter(submission, reviewer)
    return edition


def request_changes(submission, reviewer, reason):
    """Send the text back to its authors with a reason; raises `AlreadyDecided`, `ReasonNeeded` or `NotAllowed`."""
    reason = reason.strip()
    with transaction.atomic():
        submission = _open_and_locked(submission)
        if not reason:
            raise ReasonNeeded("Say what has to change. The authors see your words.")
        _refuse_objections(submission, reviewer, timezone.now())
        _close(submission, Outcome.CHANGES_REQUESTED, by=reviewer, note=reason)
        _finish_task(submission, TaskState.STATUS_REJECTED, by=reviewer, comment=reason)
        history.record(submission, history.CHANGES_REQUESTED, by=reviewer, reason=reason)
        notices.tell_submitter(submission, reviewer)
    return submission


def take_back(submission, user):
    """End the review without a decision, so that the draft can be changed; raises `AlreadyDecided` or `NotAllowed`."""
    with transaction.atomic():
        submission = _open_and_locked(submission)
        if not may_take_back(user, submission):
            raise NotAllowed(["Only who handed in or created this article, or an administrator, can take it back."])
        close_without_decision(submission, by=user)
        state = _task_in_progress(submission)
        if state:
            state.workflow_state.cancel(user=user)
    return submission


def close_without_decision(submission, by, note=""):
    """Close an open submission whose review ended, whoever ended it; nothing is sealed."""
    _close(submission, Outcome.TAKEN_BACK, by=by, note=note)
    history.record(submission, history.TAKEN_BACK, by=by, reason=note)


def seal_unreviewed(article, admin, reason):
    """Seal the draft of an imported article as an unreviewed edition and return it; raises `ReasonNeeded` or
    `NotAllowed`, and a `LedgerError` if the ledger refuses.
    """
    if not reason.strip():
        raise ReasonNeeded("Say why this article is released without review. The reason is kept with it.")
    with transaction.atomic():
        ledger.take_lock()
        text = freeze(article.get_latest_revision_as_object())
        found = release_objections_to(article, text)
        if not admin.has_perm("review.seal_unreviewed"):
            found.insert(0, "Only administrators can release articles that nobody has reviewed.")
        if found:
            raise NotAllowed(found)
        edition = ledger.seal_edition(
            page_id=article.pk,
            kind=Edition.Kind.UNREVIEWED,
            content=text.content,
            html=text.html,
            metadata=json.loads(text.metadata) | {"reviewers": [], "reviewed_on": None, "next_review_due": None},
            frozen_at=text.frozen_at,
            reason=reason.strip(),
            by=admin,
        )
        history.record_release(article, by=admin, edition=edition.number, reason=reason.strip())
    return edition


def release_objections_to(article, text=None):
    """Reasons why `article` may not be released without review, as sentences; `text` is its draft, frozen."""
    text = text or freeze(article.get_latest_revision_as_object())
    submissions = Submission.objects.for_page(article.pk)
    imported_digest = ArticlePage.objects.values_list("imported_digest", flat=True).get(pk=article.pk)
    return release_objections(
        content_digest=text.content_digest,
        imported_digest=imported_digest,
        has_reviewed_edition=Edition.objects.filter(page_id=article.pk, kind=Edition.Kind.REVIEWED).exists(),
        is_in_review=submissions.open().exists(),
        was_sent_back=submissions.filter(outcome=Outcome.CHANGES_REQUESTED).exists(),
    )


def _open_and_locked(submission):
    """The submission as it is in the database, held until the transaction ends."""
    # In the order in which Wagtail's own cancelling takes them, so that neither waits for the other for ever.
    TaskState.objects.select_for_update().filter(pk=submission.task_state_id).first()
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if not submission.is_open:
        raise AlreadyDecided(f"This text was closed before: {submission.get_outcome_display().lower()}.")
    return submission


def _sign(submission, reviewer, digest_shown, at):
    """The facts of the edition, with the reviewer's name and credential as they stand at the moment `at`."""
    _refuse_objections(submission, reviewer, at)
    if digest_shown != submission.digest:
        raise OtherText("This is not the text that you were shown. Read the text on this page, then decide again.")
    if not submission.is_as_frozen():
        logger.critical("ALARM: the text of submission %d is not what was frozen", submission.pk)
        raise AlteredText(
            "The stored text is not the one that was handed in, so it cannot be approved. An operator was alarmed; "
            "the author can take the article back and hand it in again."
        )
    if found := rule_objections(submission):
        raise AgainstTheRules(found)
    signing = reviewer_for(reviewer)
    licence = signing.licence_on(site_day(at))
    reviewed_on = site_day(at)
    due = months_later(reviewed_on, submission.frozen_content["review_interval_months"])
    signature = {
        "id": signing.person_id,
        "name": signing.name,
        "post_nominals": signing.post_nominals,
        "profession": licence.profession,
        "affiliation": signing.affiliation,
        "registration_number": licence.number,
        "valid_until": licence.valid_until.isoformat(),
    }
    return submission.facts | {
        "reviewers": [signature],
        "reviewed_on": reviewed_on.isoformat(),
        "next_review_due": due.isoformat(),
    }


def _refuse_objections(submission, reviewer, at):
    if found := objections(reviewer_for(reviewer), text_of(submission), at):
        raise NotAllowed(found)


def _close(submission, outcome, *, by, note="", edition=None):
    fields = {
        "outcome": outcome,
        "closed_at": timezone.now(),
        "closed_by": by.pk if by else None,
        "closed_by_name": str(by) if by else "",
        "note": note,
        "edition": edition,
    }
    # Whoever comes second, by whichever way, finds no open row.
    if not Submission.objects.open().filter(pk=submission.pk).update(**fields):
        raise AlreadyDecided("Somebody else closed this text a moment ago.")
    for name, value in fields.items():
        setattr(submission, name, value)


def _task_in_progress(submission):
    states = TaskState.objects.filter(pk=submission.task_state_id, status=TaskState.STATUS_IN_PROGRESS)
    return states.select_related("workflow_state").first()


def _finish_task(submission, status, *, by, comment=""):
    """Let Wagtail's workflow follow the decision.

    Not by `TaskState.approve`, which reads the revision: whatever became of it does not matter any more.
    """
    state = _task_in_progress(submission)
    if state:
        state.status, state.finished_at, state.finished_by, state.comment = status, timezone.now(), by, comment
        state.save()
        state.workflow_state.update(user=by)
