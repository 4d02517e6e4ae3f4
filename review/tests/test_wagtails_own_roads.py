"""Whatever Wagtail itself does to a workflow, no article is approved by it and nothing is sealed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Revision,
    Task,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from blog.models import ArticlePage
from blog.tests.factories import site_tree
from editions.models import Edition
from review.models import ClinicalReviewTask, Submission
from review.tests import factories
from review.tests.editing import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_review():
    return factories.submitted_article()


@pytest.fixture(params=["reviewer", "admin", "superuser"])
def user(request, client):
    user = getattr(factories, request.param)()
    client.force_login(user)
    return user


def state_of(submission):
    return TaskState.objects.get(pk=submission.task_state_id)


def assert_ended_without_approval(submission):
    submission.refresh_from_db()
    assert submission.outcome == "taken_back"
    assert not Edition.objects.exists()
    assert not ArticlePage.objects.get(pk=submission.page_id).live


@pytest.mark.parametrize("action", ["approve", "reject"])
@pytest.mark.parametrize("view", ["workflow_action", "collect_workflow_action_data"])
def test_wagtails_action_views_refuse(client, in_review, user, action, view):
    article, submission = in_review
    url = reverse(f"wagtailadmin_pages:{view}", args=[article.pk, action, submission.task_state_id])
    client.post(url, {"comment": "Fine."})
    assert state_of(submission).status == "in_progress"
    submission.refresh_from_db()
    assert submission.is_open
    assert not Edition.objects.exists()


def test_the_action_view_refuses_a_task_state_of_another_page(client, in_review, user):
    """Wagtail looks for the actions of the task state's task, and never whether it belongs to the page."""
    _article, submission = in_review
    home, _index = site_tree()
    task = GroupApprovalTask.objects.create(name="Moderation")
    workflow = Workflow.objects.create(name="Moderation")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=home, workflow=workflow)
    Page.objects.get(pk=home.pk).specific.save_revision()
    workflow.start(Page.objects.get(pk=home.pk).specific, user)
    url = reverse("wagtailadmin_pages:workflow_action", args=[home.pk, "approve", submission.task_state_id])
    client.post(url)
    assert state_of(submission).status == "in_progress"
    assert not Edition.objects.exists()


def test_the_editor_offers_and_takes_no_approval(client, in_review, user):
    article, submission = in_review
    edit_url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert "action-workflow-action" not in client.get(edit_url).content.decode()
    client.post(edit_url, form_of(article) | {"action-workflow-action": "true", "workflow-action-name": "approve"})
    submission.refresh_from_db()
    assert submission.is_open


def test_the_task_itself_refuses_an_action(in_review):
    _article, submission = in_review
    with pytest.raises(PermissionDenied):
        ClinicalReviewTask.objects.get().on_action(state_of(submission), factories.reviewer(), "approve")


def test_nothing_waits_on_wagtails_own_dashboard(client, in_review, user):
    assert not TaskState.objects.reviewable_by(user).exists()


@pytest.mark.parametrize("name", ["approve", "reject", "cancel"])
def test_ending_the_task_state_in_code_approves_nothing(in_review, name):
    _article, submission = in_review
    getattr(state_of(submission), name)(user=None)
    assert_ended_without_approval(submission)


def test_finishing_the_workflow_in_code_seals_nothing(in_review):
    _article, submission = in_review
    state_of(submission).workflow_state.finish()
    assert not Edition.objects.exists()


def test_cancelling_the_workflow_closes_the_submission(in_review):
    _article, submission = in_review
    state_of(submission).workflow_state.cancel(user=factories.superuser())
    assert_ended_without_approval(submission)
    assert submission.closed_by_name == "Root"


def test_disabling_the_task_approves_nothing(client, in_review):
    _article, submission = in_review
    client.force_login(factories.superuser())
    client.post(reverse("wagtailadmin_workflows:disable_task", args=[ClinicalReviewTask.objects.get().pk]))
    assert not Task.objects.get(pk=ClinicalReviewTask.objects.get().pk).active
    assert_ended_without_approval(submission)


def test_with_the_task_disabled_nothing_can_be_handed_in(in_review):
    article, _submission = in_review
    ClinicalReviewTask.objects.get().deactivate()
    assert ArticlePage.objects.get(pk=article.pk).get_workflow() is None


def test_disabling_the_workflow_approves_nothing(client, in_review):
    _article, submission = in_review
    client.force_login(factories.superuser())
    workflow = Workflow.objects.get(name="Clinical review")
    client.post(reverse("wagtailadmin_workflows:disable", args=[workflow.pk]))
    assert_ended_without_approval(submission)


def test_deleting_the_workflow_approves_nothing(in_review):
    _article, submission = in_review
    Workflow.objects.get(name="Clinical review").delete()
    assert_ended_without_approval(submission)


def test_deleting_the_revision_behind_djangos_back_closes_the_submission(in_review):
    _article, submission = in_review
    Revision.objects.filter(pk=submission.revision_id).delete()
    assert_ended_without_approval(submission)


def test_a_page_in_review_is_not_deleted(in_review):
    article, submission = in_review
    with pytest.raises(PermissionDenied):
        ArticlePage.objects.get(pk=article.pk).delete()
    submission.refresh_from_db()
    assert submission.is_open


def test_an_article_goes_to_clinical_review_whatever_the_tree_says(in_review):
    article, _submission = in_review
    other = Workflow.objects.get(name="Moderators approval")
    WorkflowPage.objects.update_or_create(
        page=Page.objects.get(pk=article.pk).get_parent(), defaults={"workflow": other}
    )
    assert ArticlePage.objects.get(pk=article.pk).get_workflow().name == "Clinical review"


def test_a_workflow_that_wagtail_restarted_replaces_the_submission(in_review):
    _article, submission = in_review
    state_of(submission).cancel(user=None, resume=True)
    submission.refresh_from_db()
    newer = Submission.objects.open().get()
    assert submission.outcome == "taken_back"
    assert newer.pk != submission.pk
    assert WorkflowState.objects.filter(status="in_progress").count() == 1


def test_other_pages_keep_wagtails_way():
    home, _index = site_tree()
    home.unpublish()
    home.title = "A new title"
    home.save_revision()
    workflow = Workflow.objects.get(name="Moderators approval")
    state = workflow.start(home, factories.superuser())
    state.current_task_state.approve(user=factories.User.objects.get(username="root"))
    assert Page.objects.get(pk=home.pk).live
    assert not Submission.objects.exists()
