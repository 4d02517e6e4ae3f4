"""Writing down who worked on an article, and asking who did."""

import json
from collections import defaultdict

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import ModelLogEntry

from blog.content import content
from blog.enums import ContributionSource
from blog.shared_rows import changed, shared_rows
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

    def record_knowledge_editors(self, article):
        """Add who entered or edited what `article` shares with others, where its last reviewed edition has it in other
        words or not at all: sources, words explained, its medicine with its uses, conditions.

        To be asked when it is handed in: they are edited on screens of their own, and drafts only point at them.
        """
        ids = defaultdict(list)
        for name, number in _since_approval(article):
            ids[apps.get_model("blog", name)].append(str(number))
        entries = [
            entry
            for model, numbers in ids.items()
            for entry in ModelLogEntry.objects.filter(
                content_type=ContentType.objects.get_for_model(model),
                object_id__in=numbers,
                action__in=EDITING,
                user_id__isnull=False,
            )
        ]
        entries.sort(key=lambda entry: entry.pk)
        people = {entry.user_id: str(entry.user_display_name) for entry in entries}
        self._record_all(article, people, ContributionSource.SNIPPET)

    def _people(self, page_id):
        rows = self.filter(page_id=page_id, user_id__isnull=False).order_by("pk")
        return dict(rows.values_list("user_id", "user_name"))

    def _record_all(self, page, people, source):
        self.bulk_create(
            self.model(page_id=page.pk, user_id=user_id, user_name=name, source=source)
            for user_id, name in people.items()
        )


def _since_approval(article):
    """`(model, id)` of the shared rows that stand in the article as its last reviewed edition does not have them."""
    approved = Edition.objects.filter(page_id=article.pk, kind=Edition.Kind.REVIEWED).order_by("-number").first()
    known = shared_rows(json.loads(approved.content)) if approved else {}
    return changed(shared_rows(content(article)), known)
