"""The right to decide what readers get, and the clock's memory of what it has done."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class PublicationDesk(models.Model):
    """No table: it carries the permission to publish, schedule, withdraw and take down editions."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [("publish_editions", "Can publish, schedule, withdraw and take down articles")]

    def __str__(self):
        return "Publication desk"


class ClockMark(models.Model):
    """One row: up to when moments have been noted as tasks."""

    noted_until = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Noted until {self.noted_until:%Y-%m-%d %H:%M:%S} UTC"


class ClockTaskQuerySet(models.QuerySet):
    def due(self, now):
        """Tasks to be tried at `now`, the earliest moment first."""
        return self.filter(handled_at=None, not_before__lte=now).order_by("at", "pk")

    def claim(self, task, now, until):
        """Whether the caller alone may try `task` until the moment `until`."""
        return bool(self.due(now).filter(pk=task.pk).update(not_before=until, attempts=models.F("attempts") + 1))


class ClockTask(models.Model):
    """One side effect of one moment: what `handler` does because something changed for a page's readers at `at`."""

    handler = models.CharField(max_length=60)
    page_id = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    not_before = models.DateTimeField(default=timezone.now, help_text="When it may be tried; claimed until then")
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    lateness = models.DurationField(null=True, blank=True)

    objects = ClockTaskQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(name="clock_task_once", fields=["handler", "page_id", "at"])]
        indexes = [models.Index(name="clock_task_due", fields=["not_before"], condition=Q(handled_at=None))]

    def __str__(self):
        return f"{self.handler} for page {self.page_id} at {self.at:%Y-%m-%d %H:%M:%S} UTC"
