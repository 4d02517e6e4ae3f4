"""Imported articles that may be released without a review."""

from django.db.models import Exists, OuterRef

from blog.models import ArticlePage
from editions.models import Edition
from review.models import Submission


def candidates(words=""):
    """Imported articles without an edition that nobody judged or is judging, by title.

    Whether such an article was changed after its import is known only when its draft is frozen and compared;
    `review.signoff.release_objections_to` does that for one.
    """
    outcomes = ["", Submission.Outcome.APPROVED, Submission.Outcome.CHANGES_REQUESTED]
    judged = Submission.objects.filter(page_id=OuterRef("pk"), outcome__in=outcomes)
    found = ArticlePage.objects.exclude(imported_digest="").filter(
        ~Exists(Edition.objects.filter(page_id=OuterRef("pk"))), ~Exists(judged)
    )
    return found.filter(draft_title__icontains=words).order_by("draft_title", "pk")
