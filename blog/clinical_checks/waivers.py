"""Answers to what the clinical rules found: who gave which, and which of them stand."""

from django.db import models

from blog.clinical_checks.verdict import Answer


class WaiverQuerySet(models.QuerySet):
    def standing(self, page_id):
        """The page's answers that count, as `{(rule, quote_digest): waiver}`; those taken back are left out."""
        latest = {(row.rule, row.quote_digest): row for row in self.filter(page_id=page_id).order_by("pk")}
        return {key: row for key, row in latest.items() if row.reason}

    def answers(self, page_id):
        """The page's answers that count, as `blog.clinical_checks.verdict` weighs them."""
        if page_id is None:
            return {}
        return {key: as_answer(row) for key, row in self.standing(page_id).items()}

    def give(self, page, flag, *, by, reason):
        """Add the answer of the user `by` to `flag`; raises ValueError for a blank reason or an unwaivable rule."""
        if not reason.strip():
            raise ValueError("An answer needs a reason.")
        if not flag.rule.waivable:
            raise ValueError(f"{flag.rule.id} cannot be answered away.")
        return self._add(page, flag, by, reason.strip())

    def take_back(self, page, flag, *, by):
        """Let the answer to `flag` count no more, from here on."""
        return self._add(page, flag, by, "")

    def _add(self, page, flag, by, reason):
        return self.create(
            page_id=page.pk,
            rule=flag.rule.id,
            quote=flag.quote,
            quote_digest=flag.quote_digest,
            reason=reason,
            user_id=by.pk,
            user_name=str(by),
        )


def as_answer(waiver):
    return Answer(
        rule=waiver.rule,
        quote=waiver.quote,
        quote_digest=waiver.quote_digest,
        reason=waiver.reason,
        by=waiver.user_name,
        at=waiver.at,
    )
