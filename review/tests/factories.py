"""Accounts with real roles, and articles on their way through review, made as the product makes them.

No test builds workflow state by hand: `submit`, `submitted_article` and `approved_article` go through Wagtail's
workflow and the sign-off.
"""

from django.contrib.auth.models import Group

from blog.models import ArticlePage
from blog.tests.factories import ArticleFactory, PersonFactory
from people import roles
from people.models import User
from review import signoff
from review.models import Submission

PASSWORD = "correct horse battery staple"


def user_with(*groups, username, licensed=True, superuser=False, **person):
    """An account in `groups` with a public profile and, if `licensed`, a credential until 30 June 2030.

    The profile's name is the username with a capital; `person` changes its fields.
    """
    roles.bring_up_to_date()
    make = User.objects.create_superuser if superuser else User.objects.create_user
    user = make(username, f"{username}@example.org", PASSWORD, first_name=username.capitalize())
    user.groups.set(Group.objects.filter(name__in=groups))
    details = {"name": user.first_name, "post_nominals": "MD", **person}
    credential = {"licensed__valid_from": "2020-01-01", "licensed__valid_until": "2030-06-30"}
    PersonFactory(user=user, licensed=licensed, **details, **(credential if licensed else {}))
    return user


def author(username="author", **options):
    return user_with(roles.AUTHORS, username=username, licensed=False, **options)


def reviewer(username="reviewer", **options):
    return user_with(roles.REVIEWERS, username=username, **options)


def admin(username="admin", **options):
    return user_with(roles.ADMINS, username=username, licensed=False, **options)


def superuser(username="root", **options):
    return user_with(username=username, superuser=True, **options)


def draft(by, **options):
    """A draft that can be handed in: created and last saved by `by`, who stands in its byline."""
    options = {"authors": [by.person], **options}
    return ArticleFactory(owner=by, saved_by=by, **options)


def submit(article, by):
    """Hand in the article's latest draft as the editor does; return the open submission."""
    article = article.get_latest_revision_as_object()
    article.get_workflow().start(article, by)
    return Submission.objects.open().get(page_id=article.pk)


def submitted_article(by=None, **options):
    """`(article, submission)`: an article that waits for a reviewer, handed in by `by` (a new author)."""
    by = by or _existing("author") or author()
    article = draft(by, **options)
    submission = submit(article, by)
    return ArticlePage.objects.get(pk=article.pk), submission


def approved_article(by=None, reviewed_by=None, **options):
    """`(article, edition)`: an article with a reviewed edition and no date yet."""
    article, submission = submitted_article(by, **options)
    edition = approve(submission, reviewed_by)
    return article, edition


def approve(submission, by=None):
    """Approve the submission as `by` (a reviewer) and return the edition."""
    return signoff.approve(submission, by or _existing("reviewer") or reviewer(), submission.digest)


def _existing(username):
    return User.objects.filter(username=username).first()
