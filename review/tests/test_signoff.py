"""Sign-off on the database: what is sealed, who is refused, and that each act is whole or not at all."""

import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection, transaction
from django.db.utils import DatabaseError
from wagtail.models import PageLogEntry, Revision, WorkflowState

from blog.models import ArticlePage
from blog.tests.factories import ArticleFactory
from editions import triggers
from editions.models import Edition, Publication
from people.models import Credential
from review import signoff
from review.errors import AlreadyDecided, AlteredText, NotAllowed, OtherText, ReasonNeeded
from review.models import Submission
from review.submissions import freeze
from review.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    return factories.submitted_article()[1]


@pytest.fixture
def reviewer():
    return factories.reviewer()


def test_approval_seals_what_was_frozen_whatever_became_of_the_draft(waiting, reviewer):
    revision = Revision.objects.get(pk=waiting.revision_id)
    revision.content["title"] = "Something else"
    revision.content["body"] = json.dumps([])
    revision.save()
    ArticlePage.objects.filter(pk=waiting.page_id).update(title="Something else")
    edition = signoff.approve(waiting, reviewer, waiting.digest)
    assert (edition.content, edition.html) == (waiting.content, waiting.html)
    assert edition.facts["title"] == waiting.facts["title"]
    assert edition.frozen_at == waiting.frozen_at


def test_a_revision_that_cannot_be_read_any_more_does_not_stop_the_approval(waiting, reviewer):
    Revision.objects.filter(pk=waiting.revision_id).update(content={"pk": waiting.page_id, "title": 5, "body": "["})
    assert signoff.approve(waiting, reviewer, waiting.digest).kind == "reviewed"


def test_the_edition_names_the_reviewer_and_the_credential_as_it_stood(waiting, reviewer):
    edition = signoff.approve(waiting, reviewer, waiting.digest)
    Credential.objects.all().delete()
    (signature,) = Edition.objects.get(pk=edition.pk).facts["reviewers"]
    assert signature["id"] == reviewer.person.pk
    assert signature["name"] == "Reviewer"
    assert signature["post_nominals"] == "MD"
    assert signature["profession"] == "psychiatrist"
    assert signature["affiliation"] == "Example Clinic, Springfield"
    assert signature["valid_until"] == "2030-06-30"


def test_review_dates_are_days_where_the_clinic_is(reviewer):
    with time_machine.travel(datetime(2027, 3, 4, 3, 30, tzinfo=UTC)):
        edition = factories.approved_article(reviewed_by=reviewer, review_interval_months=6)[1]
    assert edition.facts["reviewed_on"] == "2027-03-03"
    assert edition.facts["next_review_due"] == "2027-09-03"
    assert edition.lapses_at == datetime(2027, 9, 4, 4, tzinfo=UTC)


def test_approval_publishes_nothing_and_finishes_the_workflow(waiting, reviewer):
    signoff.approve(waiting, reviewer, waiting.digest)
    article = ArticlePage.objects.get(pk=waiting.page_id)
    assert not Publication.objects.exists()
    assert not article.live
    assert not article.workflow_in_progress
    assert article.get_lock() is None


def test_approval_and_submission_point_at_each_other(waiting, reviewer):
    edition = signoff.approve(waiting, reviewer, waiting.digest)
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.edition, waiting.closed_by) == ("approved", edition, reviewer.pk)


def test_a_second_approval_is_refused(waiting, reviewer):
    signoff.approve(waiting, reviewer, waiting.digest)
    with pytest.raises(AlreadyDecided):
        signoff.approve(waiting, reviewer, waiting.digest)
    assert Edition.objects.count() == 1


def test_approval_of_another_text_than_shown_is_refused(waiting, reviewer):
    with pytest.raises(OtherText):
        signoff.approve(waiting, reviewer, "0" * 64)
    assert not Edition.objects.exists()


def test_a_replaced_submission_is_refused(waiting, reviewer):
    by = factories.User.objects.get(username="author")
    signoff.take_back(waiting, by)
    newer = factories.submit(ArticlePage.objects.get(pk=waiting.page_id), by)
    with pytest.raises(AlreadyDecided):
        signoff.approve(waiting, reviewer, waiting.digest)
    assert newer.is_open


@pytest.mark.parametrize("column", ["content", "html", "metadata"])
def test_an_altered_text_is_not_sealed(waiting, reviewer, column):
    with triggers.lifted(connection):
        Submission.objects.filter(pk=waiting.pk).update(**{column: getattr(waiting, column) + " "})
    with pytest.raises(AlteredText):
        signoff.approve(waiting, reviewer, waiting.digest)
    assert not Edition.objects.exists()


def test_the_author_may_not_approve_even_when_appointed_and_licensed():
    writer = factories.reviewer("writer")
    submission = factories.submitted_article(writer)[1]
    with pytest.raises(NotAllowed, match="a different clinician must approve it"):
        factories.approve(submission, writer)


def test_a_superuser_needs_what_everybody_needs(waiting):
    with pytest.raises(NotAllowed, match="not one of the reviewers"):
        factories.approve(waiting, factories.superuser())


def test_an_administrator_may_not_approve(waiting):
    with pytest.raises(NotAllowed):
        factories.approve(waiting, factories.admin())


def test_a_credential_that_ends_between_reading_and_signing_counts(waiting, reviewer):
    Credential.objects.update(valid_until=date(2021, 1, 1))
    with pytest.raises(NotAllowed, match="expired on 1 Jan 2021"):
        factories.approve(waiting, reviewer)


def test_a_former_author_may_review_what_came_after_the_last_approval():
    first, second = factories.reviewer("first"), factories.reviewer("second")
    article = factories.approved_article(first, second)[0]
    by = factories.author("third")
    article.get_latest_revision_as_object().save_revision(user=by)
    submission = factories.submit(article, by)
    with pytest.raises(NotAllowed):
        # The page is still theirs: they created it.
        factories.approve(submission, first)
    ArticlePage.objects.filter(pk=article.pk).update(owner=by)
    with pytest.raises(NotAllowed):
        # And the byline names them.
        factories.approve(submission, first)
    assert factories.approve(submission, second).number == 2


def test_request_changes_opens_the_draft_and_keeps_the_reason(waiting, reviewer):
    signoff.request_changes(waiting, reviewer, " Say where the entrance is. ")
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.note) == ("changes_requested", "Say where the entrance is.")
    article = ArticlePage.objects.get(pk=waiting.page_id)
    assert article.get_lock() is None
    assert article.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


def test_request_changes_needs_a_reason(waiting, reviewer):
    with pytest.raises(ReasonNeeded):
        signoff.request_changes(waiting, reviewer, "  ")
    assert Submission.objects.get().is_open


def test_what_was_sent_back_can_be_handed_in_again(waiting, reviewer):
    by = factories.User.objects.get(username="author")
    signoff.request_changes(waiting, reviewer, "Shorter, please.")
    article = ArticlePage.objects.get(pk=waiting.page_id)
    article.current_workflow_state.resume(by)
    again = Submission.objects.open().get()
    assert again.pk != waiting.pk
    assert factories.approve(again, reviewer).number == 1


def test_take_back_is_for_those_whose_article_it_is(waiting, reviewer):
    with pytest.raises(NotAllowed):
        signoff.take_back(waiting, reviewer)
    signoff.take_back(waiting, factories.User.objects.get(username="author"))
    assert Submission.objects.get().outcome == "taken_back"
    assert not ArticlePage.objects.get(pk=waiting.page_id).workflow_in_progress


def test_administrators_may_take_back(waiting):
    signoff.take_back(waiting, factories.admin())
    assert Submission.objects.get().outcome == "taken_back"


def test_history_tells_each_act_once(waiting, reviewer):
    signoff.approve(waiting, reviewer, waiting.digest)
    entries = PageLogEntry.objects.filter(page_id=waiting.page_id, action__startswith="clinical_review.")
    told = [(entry.action, entry.user_display_name, entry.message) for entry in entries.order_by("timestamp", "pk")]
    assert [action for action, _user, _message in told] == ["clinical_review.submitted", "clinical_review.approved"]
    assert told[1][2] == "Approved as edition 1. It is not published yet"


def test_frozen_text_cannot_be_changed_in_the_database(waiting, reviewer):
    for change in ({"html": "<p>Other</p>"}, {"digest": "0" * 64}, {"page_id": 999}, {"submitted_by": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Submission.objects.filter(pk=waiting.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Submission.objects.filter(pk=waiting.pk).delete()


def test_an_outcome_is_set_once(waiting, reviewer):
    signoff.request_changes(waiting, reviewer, "Shorter, please.")
    for change in ({"outcome": ""}, {"note": "Nothing to change."}, {"closed_by": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Submission.objects.filter(pk=waiting.pk).update(**change)


def test_a_page_has_one_open_submission(waiting):
    fields = {field.name: getattr(waiting, field.name) for field in Submission._meta.concrete_fields}
    with pytest.raises(DatabaseError), transaction.atomic():
        Submission.objects.create(**(fields | {"id": None}))


def imported(**options):
    article = ArticleFactory(**options)
    digest = freeze(article.get_latest_revision_as_object()).content_digest
    ArticlePage.objects.filter(pk=article.pk).update(imported_digest=digest)
    return ArticlePage.objects.get(pk=article.pk)


def test_an_imported_article_can_be_released_without_review():
    edition = signoff.seal_unreviewed(imported(), factories.admin(), "It stood on the old site.")
    assert (edition.kind, edition.reason) == ("unreviewed", "It stood on the old site.")
    assert edition.facts["reviewers"] == []
    assert edition.facts["reviewed_on"] is None
    assert edition.lapses_at is None


def test_a_release_needs_a_reason_and_an_administrator():
    article = imported()
    with pytest.raises(ReasonNeeded):
        signoff.seal_unreviewed(article, factories.admin(), " ")
    with pytest.raises(NotAllowed, match="Only administrators"):
        signoff.seal_unreviewed(article, factories.reviewer(), "A reason.")


def test_an_imported_article_that_was_changed_needs_a_review():
    article = imported()
    article.title = "Another title"
    article.save_revision(user=factories.author())
    with pytest.raises(NotAllowed, match="changed after its import"):
        signoff.seal_unreviewed(article, factories.admin(), "A reason.")


def test_what_a_reviewer_sent_back_is_not_released(reviewer):
    by = factories.author()
    article = imported(authors=[by.person])
    signoff.request_changes(factories.submit(article, by), reviewer, "This is out of date.")
    with pytest.raises(NotAllowed, match="asked for changes"):
        signoff.seal_unreviewed(article, factories.admin(), "A reason.")
