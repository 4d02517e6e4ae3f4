"""Gathers from the database what `eligibility` decides upon."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import Permission
from django.db.models import Q

from blog.models import ArticlePage, Contribution
from people.models import Person
from review.eligibility import HandedIn, Licence, Reviewer, site_day
from review.machine_checks import answered_by
from review.models import Submission

APPROVE = "approve_submission"


@dataclass(frozen=True)
class Contributor:
    """Somebody's work on a text: its kinds in plain words, each once, and the moment of the last."""

    name: str
    did: tuple[str, ...]
    last_at: datetime


def reviewer_for(user):
    """The facts about `user` as a reviewer."""
    person = Person.objects.filter(user=user).prefetch_related("credentials").first()
    known = {}
    if person:
        known = {
            "person_id": person.pk,
            "name": person.name,
            "post_nominals": person.post_nominals,
            "profession": person.profession,
            "affiliation": person.affiliation,
            "licences": tuple(
                Licence(row.profession, row.registration_number, row.valid_from, row.valid_until)
                for row in person.credentials.all()
            ),
        }
    return Reviewer(user_id=user.pk, is_permitted=_is_appointed(user), **known)


def text_of(submission):
    """The facts about what was handed in."""
    newest = Submission.objects.for_page(submission.page_id).order_by("-pk").values_list("pk", flat=True).first()
    return HandedIn(
        is_open=submission.is_open,
        is_latest=newest == submission.pk,
        submitted_by=submission.submitted_by,
        owner=ArticlePage.objects.filter(pk=submission.page_id).values_list("owner_id", flat=True).first(),
        author_person_ids=frozenset(row["person"]["id"] for row in submission.frozen_content["authors"]),
        contributed_on={row.user_id: site_day(row.at) for row in contributions_to(submission) if row.user_id},
        answered_on={user_id: site_day(at) for user_id, at in answered_by(submission).items()},
    )


def contributions_to(submission):
    """What was done to the article since the last text that a clinician approved, oldest first.

    Counted by the order in which it was recorded, which no clock disturbs. What came after the freeze counts too.
    """
    approved = Submission.objects.for_page(submission.page_id).approved().filter(pk__lt=submission.pk)
    since = approved.order_by("-pk").values_list("last_contribution_id", flat=True).first() or 0
    return Contribution.objects.filter(page_id=submission.page_id, pk__gt=since).order_by("pk")


def contributors_to(submission):
    """A `Contributor` for each who did it, in the order in which they came to it."""
    rows = {}
    for row in contributions_to(submission):
        rows.setdefault(row.user_id, []).append(row)
    return [
        Contributor(
            theirs[-1].user_name, tuple(dict.fromkeys(row.get_source_display() for row in theirs)), theirs[-1].at
        )
        for theirs in rows.values()
    ]


def may_open_desk(user):
    """Whether `user` has the review desk in the menu: whoever writes, reviews or administers articles."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def may_read(user, submission):
    """Whether `user` may open the submission's review screen: reviewers, those who wrote it, and administrators."""
    if _is_appointed(user) or user.has_perm("review.oversee_submission"):
        return True
    text = text_of(submission)
    return user.pk in {*text.contributed_on, text.submitted_by, text.owner}


def may_take_back(user, submission):
    """Whether `user` may end the review of an open submission without a decision."""
    text = text_of(submission)
    is_theirs = user.pk in (text.submitted_by, text.owner)
    return text.is_open and (is_theirs or user.has_perm("review.oversee_submission"))


def _is_appointed(user):
    """Whether a group or an administrator gave the permission to approve; being a superuser gives nothing."""
    held = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    return user.is_active and held.filter(content_type__app_label="review", codename=APPROVE).exists()
