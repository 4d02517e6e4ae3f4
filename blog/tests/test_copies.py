"""A copy of an article is somebody's new draft: it takes the words and the people, and none of the standing."""

import pytest
from django.urls import reverse

from blog.enums import ContributionSource
from blog.models import ArticlePage, Contribution
from blog.tests.conftest import readers_get, signed_in
from editions.models import Edition, PublicState

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(administrator, published):
    data = {"new_title": "Twin", "new_slug": "twin", "new_parent_page": published.get_parent().pk}
    signed_in(administrator).post(reverse("wagtailadmin_pages:copy", args=[published.pk]), data)
    return ArticlePage.objects.get(slug="twin")


def test_a_copy_has_no_editions_and_no_readers(copy):
    assert not Edition.objects.filter(page_id=copy.pk).exists()
    assert not PublicState.objects.for_page(copy.pk).exists()
    assert readers_get(copy)[0] == 404


def test_a_copy_is_a_draft_of_whoever_copied_it(copy, administrator):
    assert not copy.live and copy.has_unpublished_changes
    assert copy.owner == administrator


def test_who_wrote_the_words_wrote_the_copy_too(copy, author, administrator):
    sources = set(Contribution.objects.filter(page_id=copy.pk).values_list("user_id", "source"))
    assert (author.pk, ContributionSource.COPIED) in sources
    assert administrator.pk in {user_id for user_id, _ in sources}


def test_a_copy_is_no_import(published, administrator):
    ArticlePage.objects.filter(pk=published.pk).update(imported_digest="a" * 64)
    data = {"new_title": "Twin", "new_slug": "twin", "new_parent_page": published.get_parent().pk}
    signed_in(administrator).post(reverse("wagtailadmin_pages:copy", args=[published.pk]), data)
    twin = ArticlePage.objects.get(slug="twin")
    assert twin.imported_digest == ""
    assert twin.get_latest_revision_as_object().imported_digest == ""


def test_copying_an_index_copies_its_articles_as_drafts(superuser, published):
    index = published.get_parent()
    data = {
        "new_title": "Library",
        "new_slug": "library",
        "new_parent_page": index.get_parent().pk,
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    signed_in(superuser).post(reverse("wagtailadmin_pages:copy", args=[index.pk]), data)
    twin = ArticlePage.objects.get(url_path="/clinic/library/how-we-work/")
    assert not twin.live and twin.first_published_at is None
    assert readers_get(twin)[0] == 404
