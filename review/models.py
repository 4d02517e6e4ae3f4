"""Clinical review: the task in Wagtail's workflow, and the submissions that reviewers read and sign."""

import json

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.models import Task, TaskState

from editions.canonical import canonical_json, digest
from editions.models import Edition
from review.locks import ReviewLock


class ClinicalReviewTask(Task):
    """The step in which a second clinician reads what was handed in. Decisions are made on the review screen alone."""

    lock_class = ReviewLock
    # Reviewers too: Wagtail saves the form before a task hears of an action, and autosave would make an author of
    # whoever has the page open.
    locks_everyone = True

    class Meta:
        verbose_name = "Clinical review"
        verbose_name_plural = "Clinical reviews"

    @classmethod
    def get_description(cls):
        return "A second clinician approves the article on the review screen. Nobody can change it meanwhile."

    def locked_for_user(self, obj, user):
        return getattr(obj, "is_manuscript", False)

    def get_actions(self, obj, user):
        return []

    def on_action(self, task_state, user, action_name, **kwargs):
        """Raise PermissionDenied: Wagtail's own screens decide nothing about an article."""
        raise PermissionDenied("Articles are approved or sent back on the review screen, and nowhere else.")

    def get_task_states_user_can_moderate(self, user, **kwargs):
        return TaskState.objects.none()


class SubmissionQuerySet(models.QuerySet):
    def open(self):
        """Those that wait for a decision: at most one a page."""
        return self.filter(outcome="")

    def for_page(self, page_id):
        return self.filter(page_id=page_id)

    def closed(self):
        """Those that were decided or taken back, the latest first."""
        return self.exclude(outcome="").order_by("-closed_at", "-pk")

    def approved(self):
        return self.filter(outcome=Submission.Outcome.APPROVED)


class Submission(models.Model):
    """What an author handed in, frozen: what the reviewer sees and what is sealed.

    Nothing of it changes but the outcome, which is set once (`editions/triggers.py` sees to both). Accounts and pages
    are plain numbers and names, so that nothing takes a submission with it.
    """

    class Outcome(models.TextChoices):
        OPEN = "", "Waiting for a decision"
        TAKEN_BACK = "taken_back", "Taken back"
        CHANGES_REQUESTED = "changes_requested", "Changes requested"
        APPROVED = "approved", "Approved"

    append_only = True
    # While the first of these is empty they may be set; afterwards nothing may.
    closing_fields = ("outcome", "closed_at", "closed_by", "closed_by_name", "note", "edition")

    page_id = models.PositiveBigIntegerField()
    revision_id = models.PositiveBigIntegerField()
    task_state_id = models.PositiveBigIntegerField(null=True, blank=True)
    content = models.TextField()
    html = models.TextField()
    metadata = models.TextField()
    content_digest = models.CharField(max_length=64)
    html_digest = models.CharField(max_length=64)
    metadata_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    # The last contribution that was recorded when the text was frozen: all up to it are in the text.
    last_contribution_id = models.PositiveBigIntegerField(default=0)
    submitted_by = models.PositiveBigIntegerField(null=True, blank=True)
    submitted_by_name = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.PositiveBigIntegerField(null=True, blank=True)
    closed_by_name = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    edition = models.OneToOneField(Edition, null=True, blank=True, on_delete=models.PROTECT, related_name="submission")

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        permissions = [
            ("approve_submission", "Can approve articles in clinical review or send them back"),
            ("oversee_submission", "Can see every clinical review and take articles back"),
            ("seal_unreviewed", "Can release imported articles that nobody has reviewed"),
        ]
        indexes = [models.Index(name="submission_of_page", fields=["page_id", "frozen_at"])]
        constraints = [
            models.UniqueConstraint(name="submission_open_once_a_page", fields=["page_id"], condition=Q(outcome="")),
            models.CheckConstraint(
                name="submission_open_or_closed",
                condition=Q(outcome="", closed_at__isnull=True, edition__isnull=True)
                | Q(outcome__in=["taken_back", "changes_requested"], closed_at__isnull=False, edition__isnull=True)
                | Q(outcome="approved", closed_at__isnull=False, edition__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.facts['title']}, handed in by {self.submitted_by_name or 'nobody known'}"

    @cached_property
    def facts(self):
        """The metadata as a dict, as an edition's facts are, without reviewers and dates."""
        return json.loads(self.metadata)

    @cached_property
    def frozen_content(self):
        """The content as a dict (see `blog.content.content`)."""
        return json.loads(self.content)

    @property
    def is_open(self):
        return self.outcome == ""

    @property
    def short_digest(self):
        """The first and last digits, which are enough to compare by eye: `3f9a 61c2 … 8b07`."""
        return f"{self.digest[:4]} {self.digest[4:8]} … {self.digest[-4:]}"

    def is_as_frozen(self):
        """Whether the three texts are still those that the digests were made of."""
        digests = digests_of(self.content, self.html, self.metadata)
        return all(getattr(self, name) == value for name, value in digests.items())


def digests_of(content, html, metadata):
    """The digests of a frozen text's three parts, and the one over all three, by the names of a submission's fields."""
    parts = {
        "content_digest": digest(content),
        "html_digest": digest(html),
        "metadata_digest": digest(metadata),
    }
    return parts | {"digest": digest(canonical_json(parts))}
