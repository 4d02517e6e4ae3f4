"""Delete what was promised to be deleted: `manage.py purge_enquiries`, once a day."""

from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from shop.models import Enquiry, EnquirySender
from shop.senders import WITHIN


class Command(BaseCommand):
    help = "Deletes enquiries older than ENQUIRY_RETENTION_DAYS, whatever became of them."

    def handle(self, *args, **options):
        days = settings.ENQUIRY_RETENTION_DAYS
        now = timezone.now()
        _, deleted = Enquiry.objects.received_before(now - timedelta(days=days)).delete()
        EnquirySender.objects.filter(at__lte=now - WITHIN).delete()
        self.stdout.write(f"Enquiries deleted, older than {days} days: {deleted.get('shop.Enquiry', 0)}.")
