"""Writing down who worked on an article, and asking who did."""

import json

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import ModelLogEntry

from blog.content import content
from blog.enums import ContributionSource
from editions.models import Edition

# What Wagtail's log calls entering a snippet and changing it.
EDITING = ("wagtail.create", "wagtail.edit", "wagtail.revert")


class ContributionManager(models.Manager):
    def record(self, page, user, source):
        """Add that `user` (None where nobody is known) contributed to `page`."""
        return self.create(
            page_id=page.pk,
            user_id=user.pk if user else None,
            user_name=str(user) if user else "",
            source=source,
        )

    def carry_over(self, page_id, copy):
        """Add to `copy` everybody who contributed to the page that it was copied from."""
        self._record_all(copy, self._people(page_id), ContributionSource.COPIED)

    def bring_back(self, page):
        """Add everybody who contributed to `page` once more, for an earlier draft of it is the newest again.

        Their words may have been left out of what was approved since, and now they are back.
        """
        self._record_all(page, self._people(page.pk), ContributionSource.RESTORED)

    def record_reference_editors(self, article):
        """Add who entered or edited the references of `article` that its last reviewed edition does not have as such.

        To be asked when it is handed in: a reference is edited on a screen of its own, and drafts only point at it.
        """
        people = {}
        if changed := _references_since_approval(article):
            entries = ModelLogEntry.objects.filter(
                content_type=ContentType.objects.get_for_model(article.references.model.reference.field.related_model),
                object_id__in=changed,
                action__in=EDITING,
                user_id__isnull=False,
            )
            people = {entry.user_id: str(entry.user_display_name) for entry in entries.order_by("pk")}
        self._record_all(article, people, ContributionSource.SNIPPET)

    def _people(self, page_id):
        rows = self.filter(page_id=page_id, user_id__isnull=False).order_by("pk")
        return dict(rows.values_list("user_id", "user_name"))

    def _record_all(self, page, people, source):
        self.bulk_create(
            self.model(page_id=page.pk, user_id=user_id, user_name=name, source=source)
            for user_id, name in people.items()
        )


def _references_since_approval(article):
    """The ids, as text, of the article's references that do not stand word for word in its last reviewed edition."""
    approved = Edition.objects.filter(page_id=article.pk, kind=Edition.Kind.REVIEWED).order_by("-number").first()
    known = json.loads(approved.content).get("references", []) if approved else []
    return [str(row["reference"]["id"]) for row in content(article)["references"] if row not in known]
