"""Answers to what the clinical rules found: which of them stand."""

from django.db import models


class WaiverQuerySet(models.QuerySet):
    def standing(self, page_id):
        """The page's answers that count, as `{(rule, quote_digest): waiver}`; those taken back are left out."""
        latest = {(row.rule, row.quote_digest): row for row in self.filter(page_id=page_id).order_by("pk")}
        return {key: row for key, row in latest.items() if row.reason}
