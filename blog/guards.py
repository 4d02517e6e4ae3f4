"""The last word on what articles do not take, for roads that ask for no permission: commands, code, the API.

Wagtail's screens ask the permission testers first (`blog/permissions.py`). What `QuerySet.update()`, raw saves and
loaded fixtures write sends no signal or is let through; readers are served from the ledger and never see it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, Revision

from blog import refusals
from blog.refusals import Refused, is_article, reason_to_keep

# Wagtail's marks of publication, which mean nothing on a row that is never live.
MARKS_OF_PUBLICATION = {
    "live_revision": None,
    "first_published_at": None,
    "last_published_at": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
}


def keep_articles_unpublished(sender, instance, raw=False, update_fields=None, **kwargs):
    """Refuse to save an article's row as live or as an alias, through whichever class it is saved."""
    if raw or not isinstance(instance, Page) or not is_article(instance):
        return
    if instance.live and (update_fields is None or "live" in update_fields):
        raise Refused(refusals.PUBLISHING)
    if instance.alias_of_id:
        raise Refused(refusals.ALIASES)
    for name, nothing in MARKS_OF_PUBLICATION.items():
        setattr(instance, name, nothing)
    # The editor opens the latest draft of a page only where this is set, and the old row otherwise.
    instance.has_unpublished_changes = True


def keep_articles_unscheduled(sender, instance, raw=False, **kwargs):
    """Refuse a revision that Wagtail's `publish_scheduled` would take up."""
    if raw or instance.approved_go_live_at is None:
        return
    model = ContentType.objects.get_for_id(instance.content_type_id).model_class()
    if getattr(model, "is_manuscript", False):
        raise Refused(refusals.SCHEDULING)


def keep_articles_open(sender, instance, raw=False, **kwargs):
    """Refuse a privacy setting on an article, on a topic and on a page above articles."""
    if not raw and refusals.is_open_to_all(instance.page):
        raise Refused(refusals.PRIVACY)


def keep_pages_with_editions(sender, instance, **kwargs):
    """Refuse to delete what readers were or may be given, also as part of a queryset."""
    if isinstance(instance, Page) and (sentence := reason_to_keep(instance)):
        raise Refused(sentence)


def connect():
    pre_save.connect(keep_articles_unpublished, dispatch_uid="keep_articles_unpublished")
    pre_save.connect(keep_articles_unscheduled, sender=Revision, dispatch_uid="keep_articles_unscheduled")
    pre_save.connect(keep_articles_open, sender=PageViewRestriction, dispatch_uid="keep_articles_open")
    pre_delete.connect(keep_pages_with_editions, dispatch_uid="keep_pages_with_editions")
