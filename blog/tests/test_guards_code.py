"""Roads that ask for no permission: commands, actions with the checks left out, saving through another class."""

from datetime import timedelta
from io import StringIO
from unittest.mock import Mock

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.create_page import CreatePageAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page, PageViewRestriction, Revision

from blog import refusals
from blog.models import ArticlePage, Contribution
from blog.refusals import Refused
from blog.tests.conftest import WORDS, editor_data, readers_get, signed_in
from blog.tests.factories import ArticleFactory, TopicFactory, site_tree

pytestmark = pytest.mark.django_db


def refuses(act, sentence):
    with pytest.raises(PermissionDenied) as caught, transaction.atomic():
        act()
    assert str(caught.value) == sentence
    assert not ArticlePage.objects.filter(live=True).exists()


def latest(article):
    return Revision.objects.get(pk=ArticlePage.objects.get(pk=article.pk).latest_revision_id)


def test_publishing_a_revision_without_a_user(draft):
    refuses(lambda: latest(draft).publish(), refusals.PUBLISHING)


def test_the_publishing_action_with_permission_checks_left_out(draft, superuser):
    action = PublishPageRevisionAction(latest(draft), user=superuser)
    refuses(lambda: action.execute(skip_permission_checks=True), refusals.PUBLISHING)


def test_editing_and_publishing_in_one_action(draft):
    draft.title = "Another title"
    refuses(EditPageAction(draft, publish=True).execute, refusals.PUBLISHING)
    assert ArticlePage.objects.get(pk=draft.pk).title == "How we work"


def test_creating_and_publishing_in_one_action_leaves_nothing_behind():
    index = site_tree()[1]
    article = ArticlePage(title="New", slug="new", summary="Summary.")
    # The action saves through a form; what this one holds is valid.
    form = Mock(is_valid=lambda: True, save=lambda commit: article)
    refuses(CreatePageAction(article, index, form=form, publish=True).execute, refusals.PUBLISHING)
    assert not ArticlePage.objects.filter(slug="new").exists()
    assert Page.objects.get(pk=index.pk).numchild == 0


def test_adding_a_live_child_leaves_the_tree_as_it_was():
    index = site_tree()[1]
    article = ArticlePage(title="New", slug="new", summary="Summary.")
    refuses(lambda: index.add_child(instance=article), refusals.PUBLISHING)
    assert Page.objects.get(pk=index.pk).numchild == 0


def test_saving_as_live_through_the_base_class(draft):
    page = Page.objects.get(pk=draft.pk)
    page.live = True
    refuses(page.save, refusals.PUBLISHING)


def test_publishing_through_the_base_class(draft):
    page = Page.objects.get(pk=draft.pk)
    with pytest.raises(PermissionDenied), transaction.atomic():
        page.publish(latest(draft))
    assert not Page.objects.get(pk=draft.pk).live


def test_dates_of_wagtails_own_are_not_kept(draft):
    draft.go_live_at = draft.expire_at = timezone.now() + timedelta(days=1)
    draft.save()
    draft.save_revision()
    saved = ArticlePage.objects.get(pk=draft.pk)
    assert saved.go_live_at is None and saved.expire_at is None
    assert saved.get_latest_revision_as_object().go_live_at is None


def test_a_revision_takes_no_schedule(draft):
    refuses(lambda: draft.save_revision(approved_go_live_at=timezone.now()), refusals.SCHEDULING)


@pytest.mark.parametrize("command", ["publish_scheduled", "publish_scheduled_pages"])
def test_publish_scheduled_leaves_articles_alone_and_publishes_other_pages(command, draft):
    topic = TopicFactory(title="Sleep", live=False)
    topic.save_revision(approved_go_live_at=timezone.now() - timedelta(hours=1))
    # Behind Django's back, and due before the topic.
    draft.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=2))
    told = StringIO()
    call_command(command, stderr=told)
    assert Page.objects.get(pk=topic.pk).live
    assert not Page.objects.get(pk=draft.pk).live
    assert "1 scheduled drafts of articles are left alone" in told.getvalue()


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_is_a_draft_without_marks_of_publication(draft, keep_live):
    copy = CopyPageAction(draft, update_attrs={"slug": "twin"}, keep_live=keep_live).execute()
    row = Page.objects.get(pk=copy.pk)
    assert not row.live and row.has_unpublished_changes
    assert row.first_published_at is None and row.live_revision_id is None


def test_an_alias(draft, superuser):
    action = CreatePageAliasAction(draft, update_slug="twin", user=superuser)
    refuses(lambda: action.execute(skip_permission_checks=True), refusals.ALIASES)


def test_aliases_of_an_index_with_its_articles(draft):
    home, index = site_tree()
    action = CreatePageAliasAction(index.specific, recursive=True, parent=home, update_slug="twins")
    refuses(action.execute, refusals.ALIASES)


def test_a_copy_for_translation_is_a_draft_and_never_an_alias(draft):
    french = Locale.objects.create(language_code="fr")
    refuses(lambda: draft.copy_for_translation(french, copy_parents=True, alias=True), refusals.ALIASES)
    translation = draft.copy_for_translation(french, copy_parents=True)
    assert not Page.objects.get(pk=translation.pk).live
    assert Contribution.objects.filter(page_id=translation.pk, user_id=draft.owner_id).exists()


@pytest.mark.parametrize("place", [0, 1, "article", "topic"])
def test_a_privacy_setting(draft, place):
    page = {"article": draft, "topic": TopicFactory()}.get(place) or site_tree()[place]
    refuses(lambda: PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login"), refusals.PRIVACY)


def test_deleting_what_has_editions(approved):
    sentence = refusals.DELETING.format(title="How we work")
    refuses(ArticlePage.objects.get(pk=approved.pk).delete, sentence)
    refuses(Page.objects.get(pk=approved.pk).delete, sentence)
    refuses(Page.objects.filter(pk=approved.pk).delete, sentence)
    assert ArticlePage.objects.filter(pk=approved.pk).exists()


def test_deleting_a_page_above(approved):
    for page in site_tree():
        refuses(page.delete, refusals.DELETING_ABOVE.format(title=page.title))
        with pytest.raises(Refused), transaction.atomic():
            Page.objects.get(pk=page.pk).delete()
    assert ArticlePage.objects.filter(pk=approved.pk).exists()


def test_a_row_made_live_behind_djangos_back_shows_readers_nothing(draft):
    Page.objects.filter(pk=draft.pk).update(live=True)
    status, text = readers_get(draft)
    assert status == 404
    assert WORDS not in text


def test_a_row_made_live_behind_djangos_back_is_put_right_by_the_next_draft(draft, author):
    Page.objects.filter(pk=draft.pk).update(live=True)
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert signed_in(author).post(edit, editor_data(title="New words")).status_code == 302
    saved = ArticlePage.objects.get(pk=draft.pk)
    assert not saved.live
    assert saved.get_latest_revision_as_object().title == "New words"


def test_a_row_saved_raw_shows_readers_nothing(draft):
    draft.live = True
    draft.save_base(raw=True)
    assert readers_get(draft)[0] == 404


def test_wagtails_own_view_shows_no_article(draft):
    draft.live = True
    with pytest.raises(Http404):
        draft.route(RequestFactory().get("/"), [])
    index = draft.get_parent().specific
    with pytest.raises(Http404):
        index.route(RequestFactory().get("/"), [draft.slug])


def test_an_article_saved_as_draft_keeps_its_own_words():
    article = ArticleFactory()
    article.title = "Changed"
    article.save()
    assert ArticlePage.objects.get(pk=article.pk).title == "Changed"
