"""Where an article stands, in two badges: what readers get of it, and how far its manuscript has come."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef

from editions.models import Edition, PublicState
from editions.timeline import SHOWN
from review.models import Submission


@dataclass(frozen=True)
class Badge:
    """`words`, and the moment that belongs behind them; `tone` says how it is coloured."""

    words: str
    tone: str
    moment: datetime | None = None


@dataclass(frozen=True)
class ArticleStatus:
    """`address` is where readers are shown the article now, or None; `planned` is what is going to happen."""

    public: Badge
    work: Badge | None
    address: str | None = None
    planned: list[Badge] = field(default_factory=list)


DRAFT = Badge("Draft", "draft")
IN_REVIEW = Badge("In review", "review")
APPROVED = Badge("Approved, awaiting a date", "approved")
NEVER = Badge("Never public", "nothing")
WITHDRAWN_NOW = Badge("Withdrawn", "withdrawn")
TAKEN_DOWN = Badge("Taken down", "nothing")


def public_badge(states, moment):
    """What readers get at `moment`, of an article whose `PublicState` rows are `states`."""
    current = current_state(states, moment)
    if current and current.state == SHOWN:
        reviewed = "" if current.edition.is_reviewed else ", not reviewed"
        return Badge(f"Live edition {current.edition.number}{reviewed}", "live")
    if current:
        return WITHDRAWN_NOW
    if starts := [state.starts_at for state in states if state.starts_at > moment and state.state == SHOWN]:
        return Badge("Scheduled for", "scheduled", min(starts))
    return TAKEN_DOWN if any(state.ends_at <= moment for state in states) else NEVER


def current_state(states, moment):
    return next((state for state in states if state.starts_at <= moment < state.ends_at), None)


def planned_badges(states, moment):
    """What follows on what readers get at `moment`, in order; what the public badge says itself is left out."""
    said = public_badge(states, moment).moment
    ahead = sorted((state for state in states if state.starts_at > moment), key=lambda state: state.starts_at)
    return [
        Badge(f"Edition {state.edition.number} from" if state.state == SHOWN else "Withdrawn from", "scheduled", start)
        for state in ahead
        if (start := state.starts_at) != said
    ]


def work_badge(*, in_review, newest_edition, awaits_a_date, edited_at):
    """How far the manuscript has come; None where its newest text is sealed and has had its date.

    `edited_at` is the moment of the newest draft.
    """
    if in_review:
        return IN_REVIEW
    if awaits_a_date:
        return APPROVED
    if newest_edition is None or (edited_at and edited_at > newest_edition.frozen_at):
        return DRAFT
    return None


def statuses(articles, moment):
    """A dict of page id to `ArticleStatus` for pages that are articles; three queries, however many there are."""
    articles = {page.pk: page for page in articles}
    states, newest = _states(articles), _newest_editions(articles, moment)
    in_review = set(Submission.objects.open().filter(page_id__in=articles).values_list("page_id", flat=True))
    return {
        page_id: _status(page, states.get(page_id, []), newest.get(page_id), page_id in in_review, moment)
        for page_id, page in articles.items()
    }


def _status(page, states, newest_edition, in_review, moment):
    current = current_state(states, moment)
    return ArticleStatus(
        public=public_badge(states, moment),
        work=work_badge(
            in_review=in_review,
            newest_edition=newest_edition,
            awaits_a_date=bool(newest_edition) and newest_edition.awaits_a_date,
            edited_at=page.latest_revision_created_at,
        ),
        address=page.url if current and current.state == SHOWN else None,
        planned=planned_badges(states, moment),
    )


def _states(page_ids):
    found = {}
    rows = PublicState.objects.filter(page_id__in=page_ids).select_related("edition")
    for row in rows.defer("edition__content", "edition__html", "edition__metadata").order_by("starts_at"):
        found.setdefault(row.page_id, []).append(row)
    return found


def _newest_editions(page_ids, moment):
    """Page id to its newest edition, with `awaits_a_date`."""
    waiting = Edition.objects.awaiting_a_date(moment).filter(pk=OuterRef("pk"))
    rows = Edition.objects.newest().filter(page_id__in=page_ids).annotate(awaits_a_date=Exists(waiting))
    return {row.page_id: row for row in rows.defer("content", "html", "metadata")}
