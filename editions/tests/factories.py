"""Sealed editions for tests, made through the ledger as the product makes them."""

from django.utils import timezone

from editions import ledger
from editions.canonical import canonical_json


def facts(title="Demonstration article", **changes):
    return {
        "title": title,
        "summary": "A text for tests.",
        "article_type": "wellbeing",
        "locale": "en-us",
        "authors": [{"name": "Demo author", "post_nominals": "MSc", "profession": "psychologist"}],
        "reviewers": [],
        "reviewed_on": None,
        "next_review_due": None,
        "topics": [],
        "sections": [{"id": "what-it-is", "heading": "What it is", "kind": "overview"}],
        "demonstration": False,
        **changes,
    }


HTML = (
    '<section id="what-it-is" data-kind="overview" class="section section--overview">'
    "<h2>What it is</h2><p>{words}</p></section>"
)


def edition(page_id=1, *, kind="reviewed", words="Plain words.", frozen_at=None, lapses_at=None, reason="", **changes):
    """A sealed edition of the page `page_id`, frozen now unless said otherwise; `changes` go to its facts."""
    return ledger.seal_edition(
        page_id=page_id,
        kind=kind,
        content=canonical_json({"words": words}),
        html=HTML.format(words=words),
        metadata=facts(**changes),
        frozen_at=frozen_at or timezone.now(),
        lapses_at=lapses_at,
        reason=reason,
        by=None,
    )


def live_edition(page_id=1, **options):
    """A sealed edition that readers get from a second from now on."""
    sealed = edition(page_id, **options)
    ledger.publish(sealed, by=None)
    return sealed
