"""What readers say of an article, and nothing of who said it."""

from django.db import models
from django.db.models import Count, Max, Q

from editions.models import Edition

LONGEST_SENTENCE = 500


class FeedbackQuerySet(models.QuerySet):
    def given_before(self, day):
        return self.filter(day__lt=day)

    def of_page(self, page_id):
        return self.filter(edition__page_id=page_id)

    def counted_by_page(self):
        """A dict for each page: `edition__page_id`, `newest`, the id of the last edition that was answered about,
        `answers`, and of them `helpful`; one query.
        """
        pages = self.order_by().values("edition__page_id")
        return pages.annotate(
            newest=Max("edition_id"), answers=Count("pk"), helpful=Count("pk", filter=Q(is_helpful=True))
        )


class Feedback(models.Model):
    """One answer to "Was this article helpful?". Of when it was given only the day is kept, and nothing of by whom."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    is_helpful = models.BooleanField("found it helpful")
    sentence = models.CharField(max_length=LONGEST_SENTENCE, blank=True)
    day = models.DateField(db_index=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = "answer"
        verbose_name_plural = "answers"
        ordering = ["-day", "-pk"]

    def __str__(self):
        # Wagtail writes it into its log, where it stays after the answer is deleted: never the sentence.
        return f"Answer {self.pk}"


class FeedbackSender(models.Model):
    """That an answer came from somebody, for as long as it counts towards how many one may give.

    `what` is a keyed digest of a network address and the answer, `who` of the address alone. Both change every day and
    lead back to nobody. Of the moment the hour is kept.
    """

    what = models.CharField(max_length=64, primary_key=True)
    who = models.CharField(max_length=64, db_index=True)
    hour = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["hour"]

    def __str__(self):
        return f"A sender within the hour of {self.hour:%H:%M}"
