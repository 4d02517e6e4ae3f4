"""Mail about reviews: sent once the act is committed, and an act stands whether or not its mail goes out."""

import logging

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

logger = logging.getLogger(__name__)

# Wagtail's mail about workflows: the signal, its sender, the notifier, and the id under which Wagtail connects it.
WAGTAILS_MAIL = [
    (
        task_submitted,
        TaskState,
        signal_handlers.task_submission_email_notifier,
        "group_approval_task_submitted_email_notification",
    ),
    (
        workflow_submitted,
        WorkflowState,
        signal_handlers.workflow_submission_email_notifier,
        "workflow_state_submitted_email_notification",
    ),
    (
        workflow_rejected,
        WorkflowState,
        signal_handlers.workflow_rejection_email_notifier,
        "workflow_state_rejected_email_notification",
    ),
    (
        workflow_approved,
        WorkflowState,
        signal_handlers.workflow_approval_email_notifier,
        "workflow_state_approved_email_notification",
    ),
]


def tell_reviewers(submission, submitter):
    """Tell those who may approve that a text waits for them."""
    appointed = Permission.objects.filter(content_type__app_label="review", codename="approve_submission")
    users = get_user_model().objects.filter(
        Q(groups__permissions__in=appointed) | Q(user_permissions__in=appointed), is_active=True
    )
    users = users.exclude(pk=submitter.pk) if submitter else users
    _send_after_commit(set(users), "submitted", submission)


def tell_submitter(submission, reviewer):
    """Tell who handed the text in what became of it."""
    users = get_user_model().objects.filter(pk=submission.submitted_by, is_active=True).exclude(pk=reviewer.pk)
    _send_after_commit(set(users), submission.outcome, submission)


def postpone_workflow_mail():
    """Put Wagtail's workflow mail after the commit; about articles this module writes, so there Wagtail is silent.

    Connected under Wagtail's own ids, so that it makes no difference which of the two connects first.
    """
    for signal, sender, notifier, uid in WAGTAILS_MAIL:
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(_postponed(notifier), sender=sender, weak=False, dispatch_uid=uid)


def _postponed(notifier):
    def send(instance, **kwargs):
        workflow_state = instance.workflow_state if isinstance(instance, TaskState) else instance
        page_class = getattr(workflow_state.content_object, "specific_class", None)
        if not getattr(page_class, "is_manuscript", False):
            transaction.on_commit(lambda: notifier(instance=instance, **kwargs), robust=True)

    return send


def _send_after_commit(users, name, submission):
    addresses = sorted({user.email for user in users if user.email})
    if not addresses:
        return
    context = {
        "submission": submission,
        "title": submission.facts["title"],
        "address": settings.WAGTAILADMIN_BASE_URL + reverse("review:submission", args=[submission.pk]),
    }
    subject, _, body = render_to_string(f"admin/review/mail/{name}.txt", context).strip().partition("\n")

    def send():
        for address in addresses:
            try:
                # On one line whatever the title holds: a mail with a line break in its subject is not sent at all.
                EmailMessage(" ".join(subject.split()), body.strip(), to=[address]).send()
            except Exception:
                # Any failure of a mail server, which each backend names differently.
                logger.exception("No mail to %s about submission %d", address, submission.pk)

    transaction.on_commit(send, robust=True)
