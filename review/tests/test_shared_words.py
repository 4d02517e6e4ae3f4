"""Whoever edited what an article shares with others, and what it freezes, cannot approve the article."""

import pytest
from django.db import transaction
from wagtail.actions.edit import EditAction

from blog.models import ArticlePage, Condition, GlossaryTerm, Medicine, MedicineUse
from blog.tests.factories import ReferenceFactory
from review.errors import NotAllowed
from review.tests import factories

pytestmark = pytest.mark.django_db

THEIRS = "Words of the reviewer's own."


@pytest.fixture
def shared():
    """Everything that an article can share, by its name in the tests."""
    source = ReferenceFactory()
    condition = Condition.objects.create(name="depression")
    used_for = Condition.objects.create(name="anxiety")
    medicine = Medicine.objects.create(generic_name="examplamine", medicine_class="an example")
    licence = ReferenceFactory(kind="label")
    for given_for in (condition, used_for):
        MedicineUse.objects.create(
            medicine=medicine, condition=given_for, licence_status="approved", verified_on="2026-01-01", source=licence
        )
    term = GlossaryTerm.objects.create(term="glutamate", plain_definition="A messenger.", source=ReferenceFactory())
    return {
        "cited": (source, "title"),
        "term": (term, "plain_definition"),
        "source of the term": (term.source, "title"),
        "medicine": (medicine, "boxed_warning"),
        "condition": (condition, "plain_definition"),
        "condition of a use": (used_for, "plain_definition"),
        "source of a use": (licence, "title"),
    }


@pytest.fixture
def article(author, shared):
    source, term, medicine = (shared[name][0].pk for name in ("cited", "term", "medicine"))
    words = (
        f'<p>It acts on <a linktype="glossary" id="{term}">glutamate</a>'
        f'<a linktype="citation" id="{source}">[Example 2024]</a>.</p>'
    )
    return factories.draft(
        author,
        body=[("overview", {"section_heading": "About it", "body": words})],
        medicine_id=medicine,
        conditions=[shared["condition"][0]],
    )


def edit(row, field, by):
    setattr(row, field, THEIRS)
    with transaction.atomic():
        EditAction(row, user=by).execute(skip_permission_checks=True)


def hand_in(article, by):
    return factories.submit(ArticlePage.objects.get(pk=article.pk), by)


EACH = [
    "cited",
    "term",
    "source of the term",
    "medicine",
    "condition",
    "condition of a use",
    "source of a use",
]


@pytest.mark.parametrize("what", EACH)
def test_who_edited_it_does_not_approve_the_article(article, author, reviewer, shared, what):
    edit(*shared[what], reviewer)
    submission = hand_in(article, author)
    assert THEIRS in submission.content
    with pytest.raises(NotAllowed, match="You wrote part of this article"):
        factories.approve(submission, reviewer)


@pytest.mark.parametrize("what", EACH)
def test_what_another_clinician_approved_is_nobodys_new_work(article, author, reviewer, shared, what):
    edit(*shared[what], reviewer)
    factories.approve(hand_in(article, author), factories.reviewer("other"))
    assert factories.approve(hand_in(article, author), reviewer).number == 2


def test_who_edited_something_else_approves(article, author, reviewer):
    edit(Condition.objects.create(name="insomnia"), "plain_definition", reviewer)
    assert factories.approve(hand_in(article, author), reviewer).number == 1
