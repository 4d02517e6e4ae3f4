"""Who may approve a text, and what may be released without approval. Pure functions that answer with reasons."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from editions.local_time import day_text, local


class Reason(Enum):
    """Why somebody may not sign a text."""

    CLOSED = "closed"
    REPLACED = "replaced"
    NOT_PERMITTED = "not permitted"
    WROTE_PART_OF_IT = "wrote part of it"
    NAMED_AS_AUTHOR = "named as author"
    ANSWERED_FINDINGS = "answered findings"
    SUBMITTED_IT = "submitted it"
    OWNS_THE_PAGE = "owns the page"
    NO_PROFILE = "no profile"
    NO_VALID_CREDENTIAL = "no valid credential"


@dataclass(frozen=True)
class Objection:
    """A reason, in a sentence to the person it concerns."""

    reason: Reason
    message: str

    def __str__(self):
        return self.message


@dataclass(frozen=True)
class Licence:
    """A credential as it stands: `profession`, `number`, and the days on which it is valid, both ends included."""

    profession: str
    number: str
    valid_from: date
    valid_until: date

    def covers(self, day):
        return self.valid_from <= day <= self.valid_until


@dataclass(frozen=True)
class Reviewer:
    """What counts about the person who would approve; `person_id` is None where there is no public profile."""

    user_id: int
    is_permitted: bool
    person_id: int | None = None
    name: str = ""
    post_nominals: str = ""
    profession: str = ""
    affiliation: str = ""
    licences: tuple[Licence, ...] = ()

    def licence_on(self, day):
        """The licence that covers `day`, the longest one of several; None without one."""
        valid = [licence for licence in self.licences if licence.covers(day)]
        return max(valid, key=lambda licence: licence.valid_until, default=None)


@dataclass(frozen=True)
class HandedIn:
    """What counts about the text to be approved: accounts as ids, `contributed_on` the last day of each of them, and
    `answered_on` that of an answer to a finding of the clinical rules.
    """

    is_open: bool
    is_latest: bool = True
    submitted_by: int | None = None
    owner: int | None = None
    author_person_ids: frozenset[int] = frozenset()
    contributed_on: dict[int, date] = field(default_factory=dict)
    answered_on: dict[int, date] = field(default_factory=dict)


def objections(reviewer: Reviewer, text: HandedIn, at: datetime) -> list[Objection]:
    """Reasons why `reviewer` may not approve `text` at the moment `at`; empty when they may.

    Being a superuser removes no reason. Source: NHS standard for creating health content (independent approval).
    """
    found = []
    if not text.is_latest:
        found.append(Objection(Reason.REPLACED, "A newer text of this article was handed in. Review that one."))
    elif not text.is_open:
        found.append(Objection(Reason.CLOSED, "This text is not waiting for a decision any more."))
    if not reviewer.is_permitted:
        found.append(
            Objection(
                Reason.NOT_PERMITTED,
                "You are not one of the reviewers. Who manages accounts can add you to that group.",
            )
        )
    found.extend(_dependence(reviewer, text))
    if reviewer.person_id is None:
        found.append(
            Objection(
                Reason.NO_PROFILE,
                "Your account has no public profile, so readers could not be told who reviewed the text. "
                "An administrator can add one under People.",
            )
        )
    elif not reviewer.licence_on(site_day(at)):
        found.append(Objection(Reason.NO_VALID_CREDENTIAL, _about_licences(reviewer.licences, site_day(at))))
    return found


def release_objections(
    *, content_digest: str, imported_digest: str, has_reviewed_edition: bool, is_in_review: bool, was_sent_back: bool
) -> list[str]:
    """Reasons why a text may not be released without review; empty when it may.

    Only what an importer brought and nobody has changed or judged: it is then the source's word and not the clinic's.
    """
    found = []
    if not imported_digest:
        found.append("Only an imported article can be released without review; this one was written here.")
    elif content_digest != imported_digest:
        found.append("The article was changed after its import, so a clinician must review it.")
    if has_reviewed_edition:
        found.append("This article has a reviewed edition, so it cannot go back to an unreviewed one.")
    if is_in_review:
        found.append("This article is in clinical review. Wait for the decision, or take it back.")
    if was_sent_back:
        found.append("A reviewer asked for changes to this article, so it needs an approval.")
    return found


def site_day(at):
    """The date at the moment `at` where the clinic is."""
    return local(at).date()


def _dependence(reviewer, text):
    """What ties the reviewer to the text; the first says what follows from it."""
    ties = []
    if reviewer.user_id in text.contributed_on:
        last = day_text(text.contributed_on[reviewer.user_id])
        ties.append((Reason.WROTE_PART_OF_IT, "wrote part of this article", f"You last worked on it on {last}."))
    if reviewer.person_id in text.author_person_ids:
        ties.append((Reason.NAMED_AS_AUTHOR, "are named as an author of this article", ""))
    if reviewer.user_id in text.answered_on:
        last = day_text(text.answered_on[reviewer.user_id])
        tie = "answered what the clinical rules found in this article"
        ties.append((Reason.ANSWERED_FINDINGS, tie, f"You last did so on {last}."))
    if reviewer.user_id == text.submitted_by:
        ties.append((Reason.SUBMITTED_IT, "handed in this article", ""))
    if reviewer.user_id == text.owner:
        ties.append((Reason.OWNS_THE_PAGE, "created this article", ""))
    for position, (reason, tie, detail) in enumerate(ties):
        if position == 0:
            sentence = f"You {tie}, so a different clinician must approve it. {detail}".strip()
        else:
            sentence = f"You are also {tie[4:]}." if tie.startswith("are ") else f"You also {tie}."
        yield Objection(reason, sentence)


def _about_licences(licences, day):
    """What is wrong with them on `day`, and what to do."""
    ended = max((licence.valid_until for licence in licences if licence.valid_until < day), default=None)
    begins = min((licence.valid_from for licence in licences if licence.valid_from > day), default=None)
    if begins:
        return f"Your credential is valid from {day_text(begins)} on, and not before."
    if ended:
        return (
            f"Your credential expired on {day_text(ended)}. Once an administrator has recorded its renewal, "
            "you can approve."
        )
    return "No credential of yours is on record. An administrator can add it under People."
