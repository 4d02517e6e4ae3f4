"""Writing down who worked on an article, and asking who did."""

from django.db import models

from blog.enums import ContributionSource


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
        rows = self.filter(page_id=page_id, user_id__isnull=False).order_by("pk")
        people = dict(rows.values_list("user_id", "user_name"))
        self.bulk_create(
            self.model(page_id=copy.pk, user_id=user_id, user_name=name, source=ContributionSource.COPIED)
            for user_id, name in people.items()
        )

    def contributor_ids(self, page_id, since=None):
        """Ids of the accounts that contributed to the page, at or after the moment `since` if one is given."""
        rows = self.filter(page_id=page_id, user_id__isnull=False)
        if since:
            rows = rows.filter(at__gte=since)
        return set(rows.values_list("user_id", flat=True))
