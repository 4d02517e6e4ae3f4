"""Documents that wait between being uploaded and being saved as a draft."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

# Whoever comes back later uploads it again.
KEPT_FOR = timedelta(days=1)


class StagedImportQuerySet(models.QuerySet):
    def of(self, user):
        """Those that `user` uploaded: nobody else sees them."""
        return self.filter(user=user)

    def forgotten(self, at):
        """Those that nobody saved or gave up in time."""
        return self.filter(made_at__lt=at - KEPT_FOR)


class StagedImport(models.Model):
    """A document as it was uploaded, until it is saved as a draft, given up or forgotten."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    filename = models.CharField(max_length=255)
    data = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = StagedImportQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.filename
