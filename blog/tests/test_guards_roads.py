"""Every screen of Wagtail's admin that can change a page, walked as a superuser: readers see nothing of a draft."""

import json

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import get_resolver, reverse
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page, Site, TaskState, WorkflowState

from blog.models import ArticleAuthor, ArticlePage
from blog.tests.conftest import WORDS, editor_data, messages_of, readers_get, signed_in
from blog.tests.factories import PersonFactory, TopicFactory, site_tree
from review.models import Submission

pytestmark = pytest.mark.django_db

# What each place in an address stands for when it is the article's.
PLACES = {
    "page_id": lambda page: page.pk,
    "pk": lambda page: page.pk,
    "page_pk": lambda page: page.pk,
    "page_to_move_id": lambda page: page.pk,
    "parent_page_id": lambda page: page.get_parent().pk,
    "destination_id": lambda page: page.get_parent().pk,
    "revision_id": lambda page: page.latest_revision_id,
    "revision_id_a": lambda page: page.latest_revision_id,
    "revision_id_b": lambda page: "latest",
    "content_type_app_name": lambda page: "blog",
    "content_type_model_name": lambda page: "articlepage",
    "app_label": lambda page: "blog",
    "model_name": lambda page: "articlepage",
    "action_name": lambda page: "approve",
}
EVERYTHING_AT_ONCE = {
    "action-publish": "1",
    "publish_copies": "on",
    "include_descendants": "on",
    "alias": "on",
    "restriction_type": "none",
    "new_title": "Twin",
    "new_slug": "twin",
    "go_live_at": "2020-01-01 00:00",
    "live": "on",
    "keep_live": "on",
}
PAGE_URLS = sorted(name for name in get_resolver("wagtail.admin.urls.pages").reverse_dict if isinstance(name, str))
API_ACTIONS = sorted(PagesAdminAPIViewSet.actions)


@pytest.fixture
def client(superuser):
    return signed_in(superuser)


def in_review(draft, superuser):
    article = ArticlePage.objects.get(pk=draft.pk)
    article.authors = [ArticleAuthor(person=PersonFactory())]
    article.save_revision(user=article.owner)
    article.get_workflow().start(article, superuser)
    return TaskState.objects.get()


def everything_at_once(page):
    """All that any screen for other pages would take as a wish to publish, copy or hide."""
    return editor_data() | EVERYTHING_AT_ONCE | {"new_parent_page": page.get_parent().pk}


def address(name, page, task_state_id=0):
    places = get_resolver("wagtail.admin.urls.pages").reverse_dict.getlist(name)[0][0][0][1]
    known = PLACES | {
        "task_state_id": lambda page: task_state_id,
        "task_id": lambda page: task_state_id and TaskState.objects.get(pk=task_state_id).task_id,
        "workflow_state_id": lambda page: WorkflowState.objects.values_list("pk", flat=True).first() or 0,
    }
    return reverse(f"wagtailadmin_pages:{name}", kwargs={place: known[place](page) for place in places})


def nobody_sees_it():
    for page in ArticlePage.objects.all():
        status, text = readers_get(page)
        assert status == 404 and WORDS not in text
    assert not ArticlePage.objects.filter(live=True).exists()
    for path in ("/", "/articles/", "/search/?q=approved"):
        assert WORDS not in Client().get(path, follow=True).content.decode()


@pytest.mark.parametrize("name", PAGE_URLS)
def test_no_screen_for_pages_shows_readers_a_draft(name, client, draft):
    draft = ArticlePage.objects.get(pk=draft.pk)
    url = address(name, draft)
    for response in (client.get(url), client.post(url, everything_at_once(draft))):
        assert response.status_code < 500
    nobody_sees_it()


@pytest.mark.parametrize("name", PAGE_URLS)
def test_nor_during_a_review(name, client, draft, superuser):
    task_state = in_review(draft, superuser)
    draft = ArticlePage.objects.get(pk=draft.pk)
    url = address(name, draft, task_state.pk)
    data = everything_at_once(draft) | {"action-workflow-action": "1", "workflow-action-name": "approve"}
    for response in (client.get(url), client.post(url, data)):
        assert response.status_code < 500
    nobody_sees_it()


@pytest.mark.parametrize("act", ["publish", "unpublish", "move", "delete"])
@pytest.mark.parametrize("which", ["article", "all"])
def test_no_act_in_bulk_shows_readers_a_draft(act, which, client, draft):
    index = draft.get_parent()
    query = f"id={draft.pk}" if which == "article" else f"id=all&childOf={index.pk}"
    url = f"/admin/bulk/wagtailcore/page/{act}/?{query}"
    data = {"include_descendants": "on", "chooser": index.pk}
    for response in (client.get(url), client.post(url, data)):
        assert response.status_code < 500
    nobody_sees_it()


@pytest.mark.parametrize("act", API_ACTIONS)
def test_no_act_of_the_api_behind_the_screens_shows_readers_a_draft(act, client, draft):
    draft = ArticlePage.objects.get(pk=draft.pk)
    data = {
        "destination_page_id": draft.get_parent().pk,
        "revision_id": draft.latest_revision_id,
        "recursive": True,
        "keep_live": True,
        "slug": "twin",
        "locale": "en-us",
    }
    url = f"/admin/api/main/pages/{draft.pk}/action/{act}/"
    response = client.post(url, json.dumps(data), content_type="application/json")
    assert response.status_code < 500
    nobody_sees_it()


@pytest.mark.parametrize("name", ["disable", "edit", "remove"])
def test_changing_the_workflow_under_a_review_shows_readers_nothing(name, client, draft, superuser):
    task_state = in_review(draft, superuser)
    pk = task_state.workflow_state.workflow_id
    url = reverse(f"wagtailadmin_workflows:{name}", args=[draft.pk, pk] if name == "remove" else [pk])
    for response in (client.get(url), client.post(url, {"name": "Renamed"})):
        assert response.status_code < 500
    nobody_sees_it()


def test_disabling_the_only_task_of_a_workflow_shows_readers_nothing(client, draft, superuser):
    task_state = in_review(draft, superuser)
    client.post(reverse("wagtailadmin_workflows:disable_task", args=[task_state.task_id]))
    nobody_sees_it()


def test_finishing_the_workflow_in_code_shows_readers_nothing(draft, superuser):
    task_state = in_review(draft, superuser)
    try:
        task_state.specific.approve(user=None)
    finally:
        task_state.workflow_state.refresh_from_db()
        if task_state.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS:
            task_state.workflow_state.finish(user=superuser)
    nobody_sees_it()


def test_a_task_of_another_page_finishes_nothing(client, draft, superuser):
    task_state = in_review(draft, superuser)
    topic = TopicFactory()
    url = reverse("wagtailadmin_pages:workflow_action", args=[topic.pk, "approve", task_state.pk])
    assert client.post(url).status_code < 500
    nobody_sees_it()


def test_a_page_usage_list_and_the_reports_show_the_draft_to_staff_alone(client, draft):
    for name in ("locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages", "page_types_usage"):
        assert client.get(reverse(f"wagtailadmin_reports:{name}")).status_code == 200
    nobody_sees_it()


def test_an_admin_view_without_a_session_shows_nothing(draft):
    draft = ArticlePage.objects.get(pk=draft.pk)
    for name in PAGE_URLS:
        response = Client().get(address(name, draft))
        assert response.status_code in (302, 404)
        assert WORDS not in response.content.decode()


def test_publishing_an_index_from_its_editor_publishes_no_article_below_it(client, draft):
    index = site_tree()[1].specific
    data = {"title": "Articles", "slug": "articles", "intro": "", "action-publish": "1"}
    data |= {f"comments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    client.post(reverse("wagtailadmin_pages:edit", args=[index.pk]), data)
    assert Page.objects.get(pk=index.pk).live
    nobody_sees_it()


def test_an_article_in_review_is_not_deleted_from_under_it(client, draft, superuser):
    in_review(draft, superuser)
    response = client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]), follow=True)
    assert "is in clinical review" in messages_of(response)
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.get_parent().pk]))
    assert ArticlePage.objects.filter(pk=draft.pk).exists()


def test_an_article_at_the_top_of_a_site_is_not_shown_there(draft):
    Site.objects.filter(is_default_site=True).update(root_page=draft.pk)
    Site.clear_site_root_paths_cache()
    response = Client().get("/")
    assert response.status_code == 404
    assert WORDS not in response.content.decode()


def test_wagtails_commands_show_readers_nothing(draft, superuser):
    in_review(draft, superuser)
    frozen = Submission.objects.get().content
    call_command("purge_revisions")
    call_command("set_url_paths")
    call_command("fixtree", interactive=False)
    call_command("publish_scheduled")
    assert Submission.objects.get().content == frozen
    nobody_sees_it()
