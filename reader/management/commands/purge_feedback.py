"""Delete what readers were told is deleted: `manage.py purge_feedback`, once a day."""

from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from editions.local_time import local
from reader.feedback import forget_senders
from reader.models import Feedback


class Command(BaseCommand):
    help = "Deletes answers to “Was this article helpful?” that are older than FEEDBACK_DAYS."

    def handle(self, *args, **options):
        days = settings.FEEDBACK_DAYS
        now = timezone.now()
        deleted, _ = Feedback.objects.given_before(local(now).date() - timedelta(days=days)).delete()
        forget_senders(now)
        self.stdout.write(f"Answers deleted, older than {days} days: {deleted}.")
