"""Who worked on an article, and which of the rules' findings they answered. Rows are added and never changed."""

from django.db import models
from django.utils import timezone

from blog.clinical_checks.waivers import WaiverQuerySet
from blog.contributions import ContributionManager
from blog.enums import ContributionSource


class Contribution(models.Model):
    """Who worked on an article. Holds plain numbers and names, so that copies, purges of revisions and deleted
    accounts take nothing away; rows are added and never changed (`editions/triggers.py` sees to it).
    """

    append_only = True

    page_id = models.PositiveBigIntegerField()
    user_id = models.PositiveBigIntegerField(null=True)
    user_name = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=12, choices=ContributionSource.choices)
    at = models.DateTimeField(default=timezone.now)

    objects = ContributionManager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="contribution_of_page", fields=["page_id", "at"])]

    def __str__(self):
        return f"{self.user_name or 'Somebody'}: {self.get_source_display()}"


class Waiver(models.Model):
    """An answer to what a clinical rule found in an article: why the text stays as it is.

    It holds for the quoted text alone: `quote_digest` is that of `Flag.quote_digest`, so it lapses with a change. The
    latest row of a page, rule and digest decides; one without a reason takes the answer back.
    """

    append_only = True

    page_id = models.PositiveBigIntegerField()
    rule = models.CharField(max_length=40)
    quote = models.TextField(blank=True)
    quote_digest = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    user_id = models.PositiveBigIntegerField(null=True)
    user_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="waiver_of_page", fields=["page_id", "rule", "quote_digest"])]

    def __str__(self):
        return f"{self.rule}: {self.reason or 'taken back'}"
