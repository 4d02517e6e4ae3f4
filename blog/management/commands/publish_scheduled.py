"""Wagtail's command, which leaves articles alone: the ledger decides what readers get of them, and when."""

from django.contrib.contenttypes.models import ContentType
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import Revision

from blog.models import ArticlePage


class Command(PublishScheduled):
    help = "Publishes and unpublishes what Wagtail has scheduled: pages other than articles."

    def handle(self, *args, **options):
        # A schedule can come about only behind Django's back; one refusal would leave the other pages unpublished.
        articles = ContentType.objects.get_for_model(ArticlePage)
        stray = Revision.objects.filter(content_type=articles, approved_go_live_at__isnull=False)
        if count := stray.count():
            self.stderr.write(f"{count} scheduled drafts of articles are left alone; articles have no such schedule.")
            if not options["dryrun"]:
                stray.update(approved_go_live_at=None)
        super().handle(*args, **options)
