"""Rows of the desk's table: what each says and what can be done from it. Pure; the queries are in `desk.py`."""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse

from editions.timeline import NOTHING, SHOWN, WITHDRAWN


@dataclass(frozen=True)
class Action:
    label: str
    url: str
    icon: str = ""
    describes: str = ""


@dataclass(frozen=True)
class Line:
    """A moment in a cell, after a word such as "until"; or words alone."""

    words: str = ""
    moment: datetime | None = None


@dataclass
class Row:
    page_id: int
    title: str
    about: str
    number: int | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    unreviewed: bool = False
    when: list[Line] = field(default_factory=list)
    warning: Line | None = None
    action: Action | None = None
    menu: list[Action] = field(default_factory=list)


def waiting_row(edition, shown, view_url):
    """A row for an approved edition with no date; `shown` is the number that readers have now, or None."""
    row = _row(edition.page_id, edition, edition.title, _replaces(edition, shown), view_url)
    row.when = [Line("No date yet")]
    row.action = _action("Publish…", "publish", edition.pk, edition.title)
    return row


def overtaken_row(edition, now):
    """A row for an approved edition that can no longer be shown."""
    row = _row(edition.page_id, edition, edition.title, "never published", None)
    if edition.lapses_at and edition.lapses_at <= now:
        row.warning = Line("Its review lapsed on", edition.lapses_at)
    else:
        row.warning = Line("The article was withdrawn after this text was submitted")
    return row


def scheduled_row(publication, shown, view_url):
    """A row for a publication that has not taken effect."""
    edition = publication.edition
    what = {
        SHOWN: _replaces(edition, shown) if edition else "",
        WITHDRAWN: "to be withdrawn, with a notice",
        NOTHING: "to be taken down",
    }[publication.state]
    row = _row(publication.page_id, edition, publication.title, what, view_url)
    row.when = [Line("", publication.effective_at)]
    if publication.expires_at:
        row.when.append(Line("until", publication.expires_at))
    row.action = _action("Reschedule", "reschedule", publication.pk, publication.title)
    row.menu.insert(0, _action("Cancel it…", "cancel", publication.pk, publication.title, "circle-xmark"))
    return row


def live_row(state, view_url, far_future):
    """A row for what readers are shown now."""
    edition = state.edition
    row = _row(state.page_id, edition, state.title, "", view_url)
    row.when = [Line("since", state.starts_at)]
    if state.ends_at < far_future:
        row.when.append(Line("until", state.ends_at))
    row.action = _action("Withdraw…", "withdraw", state.page_id, state.title)
    row.menu[:0] = [
        _action("Change when it ends…", "publish", edition.pk, state.title, "date"),
        _action("Take down…", "retire", state.page_id, state.title, "no-view"),
    ]
    return row


def expiring_row(state, view_url, far_future):
    """A row for what ends by itself soon: the end first, and a way to move it."""
    row = live_row(state, view_url, far_future)
    then = "a notice" if state.publication.then == WITHDRAWN else state.publication.get_then_display().split(":")[0]
    row.when = [Line("", state.ends_at), Line(f"then {then[0].lower()}{then[1:]}")]
    row.action, row.menu[0] = (
        _action("Change the end…", "publish", state.edition.pk, state.title),
        _action("Withdraw…", "withdraw", state.page_id, state.title, "no-view"),
    )
    return row


def withdrawn_row(state, view_url):
    """A row for an article whose readers get a notice."""
    row = _row(state.page_id, state.edition, state.title, state.publication.reason or "its time ended", view_url)
    row.when = [Line("since", state.starts_at)]
    row.action = _action("Take down…", "retire", state.page_id, state.title)
    row.menu.insert(0, _action("Change the notice…", "withdraw", state.page_id, state.title, "edit"))
    return row


def taken_down_row(state, now):
    """A row for an article that readers could once read and now cannot find."""
    edition = state.edition
    row = _row(state.page_id, edition, state.title, "", None)
    row.when = [Line("since", state.ends_at)]
    if state.state == SHOWN and not (edition.lapses_at and edition.lapses_at <= now):
        row.action = _action("Publish again…", "publish", edition.pk, state.title)
    return row


def _row(page_id, edition, title, what, view_url):
    row = Row(page_id=page_id, title=title or f"Article {page_id}", about=what)
    if edition:
        facts = edition.facts
        reviewers = [person["name"] for person in facts.get("reviewers", [])]
        topics = [topic["title"] for topic in facts.get("topics", [])]
        row.about = " · ".join(part for part in (*topics[:1], what) if part)
        row.number = edition.number
        row.unreviewed = not edition.is_reviewed
        row.approved_by = ", ".join(reviewers) or edition.made_by_name
        row.approved_at = edition.made_at
    if view_url:
        row.menu.append(Action("View what readers see", view_url, "view", row.title))
    row.menu.append(Action("Manuscript", reverse("wagtailadmin_pages:edit", args=[page_id]), "edit", row.title))
    row.menu.append(Action("History", reverse("wagtailadmin_pages:history", args=[page_id]), "history", row.title))
    return row


def _replaces(edition, shown):
    if shown:
        return f"replaces edition {shown}"
    return "first edition" if edition.number == 1 else "readers see nothing now"


def _action(label, name, pk, title, icon=""):
    return Action(label, reverse(f"publication_desk:{name}", args=[pk]), icon, title)
