import pytest
from django.db import DatabaseError, transaction
from django.http import Http404
from django.test import RequestFactory
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage, Contribution, TopicPage
from blog.tests.factories import ArticleFactory, UserFactory, site_tree

pytestmark = pytest.mark.django_db


def told(article):
    rows = Contribution.objects.filter(page_id=article.pk).values_list("user_name", "source")
    return list(rows)


def test_articles_live_under_an_index_and_hold_no_pages():
    home, index = site_tree()
    assert ArticlePage.allowed_parent_page_models() == [ArticleIndexPage]
    assert ArticlePage.allowed_subpage_models() == []
    assert {ArticleIndexPage, TopicPage} <= set(type(home).allowed_subpage_models())
    assert ArticlePage.can_create_at(index) and not ArticlePage.can_create_at(home)


@pytest.mark.parametrize("path", [[], ["more"]])
def test_the_row_of_an_article_is_never_served(path):
    article = ArticleFactory()
    article.live = True
    with pytest.raises(Http404):
        article.route(RequestFactory().get("/"), path)


def test_a_draft_is_not_found_at_its_address(client):
    assert client.get(ArticleFactory().url).status_code == 404


def test_every_save_of_a_draft_names_its_author():
    ann, ben = UserFactory(first_name="Ann"), UserFactory(first_name="Ben")
    article = ArticleFactory(saved_by=ann)
    article.save_revision(user=ben)
    article.save_revision()
    assert told(article) == [("Ann", "saved"), ("Ben", "saved")]


def test_an_autosave_over_an_earlier_revision_is_a_contribution_too():
    ann = UserFactory(first_name="Ann")
    article = ArticleFactory(saved_by=ann)
    article.save_revision(user=ann, overwrite_revision=article.latest_revision)
    assert told(article) == [("Ann", "saved"), ("Ann", "saved")]


@pytest.mark.parametrize("with_revisions", [True, False])
def test_a_copy_is_still_the_work_of_those_who_wrote_the_original(with_revisions):
    ann, ben = UserFactory(first_name="Ann"), UserFactory(first_name="Ben")
    article = ArticleFactory(saved_by=ann)
    copy = CopyPageAction(
        page=Page.objects.get(pk=article.pk),
        to=article.get_parent(),
        update_attrs={"slug": "copy"},
        copy_revisions=with_revisions,
        user=ben,
    ).execute(skip_permission_checks=True)
    copy = ArticlePage.objects.get(pk=copy.pk)
    assert told(copy) == [("Ann", "copied"), ("Ben", "saved")]
    copy.latest_revision.as_object().save_revision(user=ben)
    assert told(copy) == [("Ann", "copied"), ("Ben", "saved"), ("Ben", "saved")]


def test_what_was_imported_is_not_what_somebody_copied():
    article = ArticleFactory(imported_digest="0" * 64)
    copy = article.copy(update_attrs={"slug": "copy"})
    assert ArticlePage.objects.get(pk=copy.pk).imported_digest == ""


def test_a_revision_cannot_bring_its_own_imported_digest():
    article = ArticleFactory()
    content = article.latest_revision.content | {"imported_digest": "1" * 64}
    assert article.with_content_json(content).imported_digest == ""


def test_contributions_outlive_accounts_and_revisions():
    ann = UserFactory(first_name="Ann")
    article = ArticleFactory(saved_by=ann)
    article.save_revision(user=UserFactory(first_name="Ben"))
    article.revisions.first().delete()
    ann_id = ann.pk
    ann.delete()
    assert told(article)[0] == ("Ann", "saved")
    assert Contribution.objects.filter(page_id=article.pk, user_id=ann_id).exists()


@pytest.mark.parametrize("change", [lambda rows: rows.update(user_name="x"), lambda rows: rows.delete()])
def test_contributions_are_never_changed(change):
    article = ArticleFactory(saved_by=UserFactory(first_name="Ann"))
    with pytest.raises(DatabaseError), transaction.atomic():
        change(Contribution.objects.filter(page_id=article.pk))
    assert told(article) == [("Ann", "saved")]
