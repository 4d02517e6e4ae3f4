"""Freezing a manuscript: from here on reviewers read, and the ledger seals, these bytes and no others."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils import timezone

from blog.clinical_checks.verdict import judge
from blog.content import content, metadata
from blog.models import Contribution, Waiver
from blog.readiness import gaps, in_a_sentence
from blog.rendering import render_body
from editions.canonical import canonical_json
from review.errors import NotReady
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
    """The article's draft as bytes, with the answers to what the clinical rules find in it; `at` is the moment of the
    freeze (None: this one).
    """
    html, sections = render_body(article)
    whole = content(article)
    answered = judge(whole, Waiver.objects.answers(article.pk)).answered
    answers = {each.answer.key: each.answer.frozen() for each in answered}
    parts = {
        "content": canonical_json(whole),
        "html": html,
        "metadata": canonical_json(metadata(article, sections) | {"answers": list(answers.values())}),
    }
    return FrozenText(**parts, **digests_of(**parts), frozen_at=at or timezone.now())


def submit(article, *, revision_id, by, task_state_id=None):
    """Freeze `article` (the object of the revision `revision_id`) and open its submission.

    Raises NotReady for a text that may not be handed in, and IntegrityError when another of the page is open.
    """
    if found := gaps(article):
        raise NotReady(in_a_sentence(found))
    Contribution.objects.record_knowledge_editors(article)
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
