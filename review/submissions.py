"""Freezing a manuscript: from here on reviewers read, and the ledger seals, these bytes and no others."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils import timezone

from blog.content import content, metadata
from blog.models import Contribution
from blog.rendering import render_body
from editions.canonical import canonical_json
from review.models import Submission, digests_of


@dataclass(frozen=True)
class FrozenText:
    """The three parts of a text as they will be sealed, and their digests."""

    content: str
    html: str
    metadata: str
    content_digest: str
    html_digest: str
    metadata_digest: str
    digest: str
    frozen_at: datetime


def freeze(article, at=None):
    """The article's draft as bytes; `at` is the moment of the freeze (None: this one)."""
    html, sections = render_body(article)
    parts = {
        "content": canonical_json(content(article)),
        "html": html,
        "metadata": canonical_json(metadata(article, sections)),
    }
    return FrozenText(**parts, **digests_of(**parts), frozen_at=at or timezone.now())


def submit(article, *, revision_id, by, task_state_id=None):
    """Freeze `article` (the object of the revision `revision_id`) and open its submission.

    Raises IntegrityError when another of the page is open.
    """
    Contribution.objects.record_reference_editors(article)
    last = Contribution.objects.filter(page_id=article.pk).order_by("-pk").first()
    return Submission.objects.create(
        page_id=article.pk,
        revision_id=revision_id,
        task_state_id=task_state_id,
        last_contribution_id=last.pk if last else 0,
        submitted_by=by.pk if by else None,
        submitted_by_name=str(by) if by else "",
        **asdict(freeze(article)),
    )
