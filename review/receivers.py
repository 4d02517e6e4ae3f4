"""Follows Wagtail's workflow: a review begins where its task begins, and ends where its task ends by another way.

Signals, for Wagtail ends task states by many ways, and most of them never call the task.
"""

from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.models import TaskState
from wagtail.signals import task_approved, task_cancelled, task_rejected, task_submitted

from review import history, notices, signoff
from review.models import ClinicalReviewTask, Submission
from review.submissions import submit

REPLACED = "A newer text was handed in."
PASSED_BY = "The review was ended outside the review screen, so nothing was approved."


@transaction.atomic
def open_submission(sender, instance, user=None, **kwargs):
    """Freeze the revision that the task was started for; raises `NotReady` where it may not be handed in."""
    if not _is_clinical_review(instance):
        return
    article = instance.revision.as_object()
    if not getattr(article, "is_manuscript", False):
        return
    for left_open in Submission.objects.open().for_page(article.pk):
        signoff.close_without_decision(left_open, by=user, note=REPLACED)
    submission = submit(article, revision_id=instance.revision_id, by=user, task_state_id=instance.pk)
    history.record(submission, history.SUBMITTED, by=user)
    notices.tell_reviewers(submission, user)


def end_review(sender, instance, user=None, **kwargs):
    """Close the submission of a task that was cancelled, approved or rejected otherwise than by the sign-off."""
    note = "" if instance.status == TaskState.STATUS_CANCELLED else PASSED_BY
    _close_open(instance.pk, user, note)


def end_deleted_review(sender, instance, **kwargs):
    """Close the submission of a task that went with its workflow, its page or its revision."""
    _close_open(instance.pk, None, PASSED_BY)


def connect():
    task_submitted.connect(open_submission, dispatch_uid="review.open_submission")
    for signal in (task_approved, task_rejected, task_cancelled):
        signal.connect(end_review, dispatch_uid="review.end_review")
    post_delete.connect(end_deleted_review, sender=TaskState, dispatch_uid="review.end_deleted_review")


def _close_open(task_state_id, user, note):
    for submission in Submission.objects.open().filter(task_state_id=task_state_id):
        signoff.close_without_decision(submission, by=user, note=note)


def _is_clinical_review(task_state):
    return isinstance(task_state.task.specific, ClinicalReviewTask)
