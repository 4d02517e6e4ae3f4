"""Wagtail's screens publish, hide and delete no article, and say why: as author, administrator and superuser."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Page, PageViewRestriction

from blog import refusals
from blog.models import ArticlePage
from blog.tests.conftest import WORDS, editor_data, messages_of, readers_get, signed_in
from blog.tests.factories import ArticleFactory, TopicFactory, site_tree

pytestmark = pytest.mark.django_db
EVERYBODY = ["author", "administrator", "superuser"]
THOSE_WHO_PUBLISH = ["administrator", "superuser"]


@pytest.fixture
def user(request):
    return request.getfixturevalue(request.param)


def is_hidden(page):
    page = ArticlePage.objects.get(pk=page.pk)
    status, text = readers_get(page)
    return not page.live and page.live_revision_id is None and status == 404 and WORDS not in text


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def bulk_url(act, *pages):
    return f"/admin/bulk/wagtailcore/page/{act}/?" + "&".join(f"id={page.pk}" for page in pages)


@pytest.mark.parametrize("user", EVERYBODY, indirect=True)
def test_publish_in_the_editor_saves_a_draft(user, draft):
    response = signed_in(user).post(edit_url(draft), editor_data(title="New title") | {"action-publish": "1"})
    assert response.status_code == 302
    assert ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object().title == "New title"
    assert is_hidden(draft)


@pytest.mark.parametrize("user", EVERYBODY, indirect=True)
def test_publish_on_creation_makes_a_whole_draft(user):
    index = site_tree()[1]
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
    response = signed_in(user).post(url, editor_data(slug="brand-new") | {"action-publish": "1"})
    assert response.status_code == 302
    made = ArticlePage.objects.get(slug="brand-new")
    assert made.latest_revision and is_hidden(made)
    assert ArticlePage.objects.child_of(index).count() == Page.objects.get(pk=index.pk).numchild


@pytest.mark.parametrize("user", EVERYBODY, indirect=True)
def test_the_editor_offers_no_publication_and_says_where_it_is(user, draft):
    text = signed_in(user).get(edit_url(draft)).content.decode()
    assert 'name="action-publish"' not in text
    assert reverse("wagtailadmin_pages:unpublish", args=[draft.pk]) not in text
    assert 'name="go_live_at"' not in text
    assert "schedule-publishing-dialog" not in text
    assert "Change privacy" not in text
    assert "Visible to all" not in text
    assert refusals.PUBLISHING.removesuffix(".") in " ".join(strip_tags(text).split())


@pytest.mark.parametrize("user", EVERYBODY, indirect=True)
def test_a_new_article_is_offered_no_publication(user):
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", site_tree()[1].pk])
    text = signed_in(user).get(url).content.decode()
    assert 'name="action-publish"' not in text


@pytest.mark.parametrize("user", THOSE_WHO_PUBLISH, indirect=True)
def test_bulk_publish_refuses_articles_and_says_why(user, draft):
    client = signed_in(user)
    assert refusals.PUBLISHING in client.get(bulk_url("publish", draft)).content.decode()
    client.post(bulk_url("publish", draft))
    assert is_hidden(draft)


def test_bulk_publish_of_an_index_passes_its_articles_by(superuser, draft):
    index = draft.get_parent()
    index.unpublish()
    signed_in(superuser).post(bulk_url("publish", index), {"include_descendants": "on"})
    assert Page.objects.get(pk=index.pk).live
    assert is_hidden(draft)


@pytest.mark.parametrize("user", THOSE_WHO_PUBLISH, indirect=True)
@pytest.mark.parametrize(
    ("screen", "sentence"),
    [("unpublish", refusals.UNPUBLISHING), ("set_privacy", refusals.PRIVACY)],
)
def test_screens_for_other_pages_say_why_not_for_articles(user, draft, screen, sentence):
    response = signed_in(user).post(reverse(f"wagtailadmin_pages:{screen}", args=[draft.pk]), follow=True)
    assert sentence in messages_of(response)
    assert not PageViewRestriction.objects.exists()


def test_topics_and_pages_above_articles_take_no_privacy_setting(superuser):
    for page in [*site_tree(), TopicFactory()]:
        url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
        response = signed_in(superuser).post(url, {"restriction_type": "login"}, follow=True)
        assert refusals.PRIVACY in messages_of(response)
    assert not PageViewRestriction.objects.exists()


def test_whoever_may_not_edit_gets_wagtails_own_refusal(draft, administrator):
    administrator.groups.clear()
    administrator.user_permissions.add(Permission.objects.get(codename="access_admin"))
    url = reverse("wagtailadmin_pages:unpublish", args=[draft.pk])
    assert "permission" in messages_of(signed_in(administrator).get(url, follow=True))


@pytest.mark.parametrize("user", THOSE_WHO_PUBLISH, indirect=True)
def test_an_article_with_an_edition_is_not_deleted(user, approved):
    client = signed_in(user)
    url = reverse("wagtailadmin_pages:delete", args=[approved.pk])
    assert "has approved editions" in messages_of(client.post(url, follow=True))
    assert "has approved editions" in client.get(bulk_url("delete", approved)).content.decode()
    client.post(bulk_url("delete", approved))
    assert ArticlePage.objects.filter(pk=approved.pk).exists()


def test_nor_is_a_page_above_it(superuser, approved):
    for page in site_tree():
        url = reverse("wagtailadmin_pages:delete", args=[page.pk])
        response = signed_in(superuser).post(url, {"confirm_site_name": "Clinical publishing"}, follow=True)
        assert "articles with approved editions below it" in messages_of(response)
    assert ArticlePage.objects.filter(pk=approved.pk).exists()


def test_a_draft_that_was_never_approved_may_be_deleted(author, draft):
    signed_in(author).post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert not ArticlePage.objects.filter(pk=draft.pk).exists()


def test_an_index_without_editions_may_be_deleted(superuser, draft):
    index = draft.get_parent()
    signed_in(superuser).post(reverse("wagtailadmin_pages:delete", args=[index.pk]))
    assert not Page.objects.filter(pk=index.pk).exists()


def test_the_explorer_offers_no_publication_of_articles(superuser, approved):
    text = signed_in(superuser).get(reverse("wagtailadmin_explore", args=[approved.get_parent().pk])).content.decode()
    for act in ("unpublish", "delete"):
        assert reverse(f"wagtailadmin_pages:{act}", args=[approved.pk]) not in text
    assert reverse("wagtailadmin_pages:move", args=[approved.pk]) in text


def test_unpublishing_an_index_says_that_its_articles_stay(administrator, published):
    index = published.get_parent()
    client = signed_in(administrator)
    url = reverse("wagtailadmin_pages:unpublish", args=[index.pk])
    assert refusals.ARTICLES_STAY in client.get(url).content.decode()
    assert refusals.ARTICLES_STAY in client.get(bulk_url("unpublish", index)).content.decode()
    client.post(url, {"include_descendants": "on"})
    assert not Page.objects.get(pk=index.pk).live
    assert readers_get(published)[0] == 200


def test_other_pages_are_published_and_unpublished_wagtails_way(administrator):
    topic = TopicFactory(title="Sleep", slug="sleep", live=False)
    topic.save_revision()
    data = {"title": "Sleep", "slug": "sleep", "intro": "", "action-publish": "1"}
    data |= {f"comments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    client = signed_in(administrator)
    client.post(edit_url(topic), data)
    assert readers_get(topic)[0] == 200
    client.post(reverse("wagtailadmin_pages:unpublish", args=[topic.pk]))
    assert readers_get(topic)[0] == 404


@pytest.mark.parametrize("user", THOSE_WHO_PUBLISH, indirect=True)
def test_an_alias_is_neither_offered_nor_made(user, draft):
    client = signed_in(user)
    for page in (draft, draft.get_parent()):
        url = reverse("wagtailadmin_pages:copy", args=[page.pk])
        assert 'name="alias"' not in client.get(url).content.decode()
    data = {"new_title": "Twin", "new_slug": "twin", "new_parent_page": draft.get_parent().pk, "alias": "on"}
    client.post(reverse("wagtailadmin_pages:copy", args=[draft.pk]), data)
    assert not Page.objects.filter(alias_of__isnull=False).exists()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("publish", refusals.PUBLISHING),
        ("unpublish", refusals.UNPUBLISHING),
        ("create_alias", refusals.ALIASES),
    ],
)
def test_the_api_behind_the_screens_refuses_with_a_sentence(superuser, draft, act, sentence):
    response = signed_in(superuser).post(f"/admin/api/main/pages/{draft.pk}/action/{act}/", {"recursive": False})
    assert response.status_code == 403
    assert response.json()["detail"] == sentence
    assert is_hidden(draft)


def test_the_api_deletes_no_article_with_an_edition(superuser, approved):
    response = signed_in(superuser).post(f"/admin/api/main/pages/{approved.pk}/action/delete/")
    assert response.status_code == 403
    assert "approved editions" in response.json()["detail"]
    assert ArticlePage.objects.filter(pk=approved.pk).exists()


def test_the_api_copies_an_article_as_a_draft(superuser, draft):
    response = signed_in(superuser).post(f"/admin/api/main/pages/{draft.pk}/action/copy/", {"slug": "twin"})
    assert response.status_code == 201
    assert is_hidden(ArticlePage.objects.get(slug="twin"))


def test_the_ageing_report_passes_articles_by(administrator, published):
    ArticleFactory(
        title="Another article", first_published_at="2020-01-01T00:00Z", last_published_at="2020-01-01T00:00Z"
    )
    text = signed_in(administrator).get(reverse("wagtailadmin_reports:aging_pages")).content.decode()
    assert published.title not in text
    assert "Another article" not in text
