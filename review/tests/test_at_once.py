"""Two people, or one person twice, act on the same text at the same instant: one act counts, the others are told so."""

import threading

import pytest
from django.test import Client
from django.urls import reverse

from blog.models import ArticlePage
from editions import verification
from editions.models import Edition
from editions.tests.test_concurrency import in_threads
from review.models import Submission
from review.tests import factories
from review.tests.editing import form_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*requests):
    """Post each `(user, url, data)` from a thread of its own; the status of each answer, in the same order."""
    ready, answers = threading.Barrier(len(requests)), {}

    def send(place, user, url, data):
        client = Client(raise_request_exception=False)
        client.force_login(user)
        ready.wait(timeout=30)
        answers[place] = client.post(url, data).status_code

    in_threads(*[lambda place=place, request=request: send(place, *request) for place, request in enumerate(requests)])
    return [answers[place] for place in range(len(requests))]


def test_of_several_approvals_at_once_one_counts():
    _article, submission = factories.submitted_article()
    url, data = reverse("review:approve", args=[submission.pk]), {"digest": submission.digest}
    reviewers = [factories.reviewer(name) for name in ("first", "second", "third")]
    answers = at_once(*[(reviewer, url, data) for reviewer in reviewers])
    assert sorted(answers) == [302, 409, 409]
    edition = Edition.objects.get()
    submission.refresh_from_db()
    signed_by = reviewers[answers.index(302)]
    assert submission.closed_by == edition.made_by == signed_by.pk
    assert edition.facts["reviewers"][0]["name"] == signed_by.person.name
    assert list(verification.faults()) == []


def test_approval_and_taking_back_at_once_are_one_of_them():
    _article, submission = factories.submitted_article()
    author = factories.User.objects.get(username="author")
    answers = at_once(
        (factories.reviewer(), reverse("review:approve", args=[submission.pk]), {"digest": submission.digest}),
        (author, reverse("review:take_back", args=[submission.pk]), {}),
    )
    assert sorted(answers) == [302, 409]
    submission.refresh_from_db()
    assert submission.outcome == ("approved" if answers[0] == 302 else "taken_back")
    assert Edition.objects.count() == (answers[0] == 302)


def test_what_is_submitted_twice_at_once_is_handed_in_once():
    author = factories.author()
    article = ArticlePage.objects.get(pk=factories.draft(author).pk)
    request = (author, reverse("wagtailadmin_pages:edit", args=[article.pk]), form_of(article) | {"action-submit": "1"})
    assert at_once(request, request, request) == [302, 302, 302]
    assert Submission.objects.open().count() == Submission.objects.count() == 1
