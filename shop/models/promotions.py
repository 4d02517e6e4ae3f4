"""Offers, such as a price promise."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page


class PromotionQuerySet(models.QuerySet):
    def running(self, moment):
        """Those whose dates hold at `moment`; whether readers get one is for `shop.promotions` to say."""
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)

    def not_over(self, moment):
        return self.exclude(ends_at__lte=moment)


class Promotion(models.Model):
    """An offer with what it takes to make it: an end, terms, and evidence that is not old."""

    text = models.CharField(max_length=300, help_text="As readers see it. No medicine by name.")
    label = models.CharField(
        max_length=40, default="Offer", help_text="Stands above the text, so that everybody sees what it is"
    )
    starts_at = models.DateTimeField("from", null=True, blank=True)
    ends_at = models.DateTimeField("until", null=True, blank=True)
    # A page that is deleted takes the offer off the site, and not the other way round.
    terms_page = models.ForeignKey(
        Page,
        verbose_name="terms",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The page that says who may have it, until when, and how",
    )
    evidence_checked_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day on which somebody last checked that it is true. After 31 days it is no longer shown.",
    )
    evidence_note = models.TextField(
        blank=True,
        help_text="What was checked, and where it is kept; for staff alone. A lowest price means that we always beat "
        "others, not that we match them.",
    )

    objects = PromotionQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("text"), FieldPanel("label"), FieldPanel("terms_page")], heading="The offer"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading="When it is shown"),
        MultiFieldPanel([FieldPanel("evidence_checked_on"), FieldPanel("evidence_note")], heading="Evidence"),
    ]

    class Meta:
        ordering = ["-starts_at", "-pk"]

    def __str__(self):
        return self.text

    def clean(self):
        super().clean()
        errors = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = "It ends before it begins. Choose a later moment."
        if self.evidence_checked_on and self.evidence_checked_on > timezone.localdate():
            errors["evidence_checked_on"] = "That day is still to come. Give the day on which it was last checked."
        if errors:
            raise ValidationError(errors)
