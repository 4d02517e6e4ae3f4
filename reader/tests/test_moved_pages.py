"""Who knows an old address of a list or a service arrives at the new one, for good (301)."""

import pytest

from blog.models import ArticleIndexPage
from shop.tests.factories import ServiceFactory, catalogue

pytestmark = pytest.mark.django_db


def rename(page, slug):
    page.slug = slug
    page.save()


@pytest.fixture
def answer(client):
    def get(path):
        response = client.get(path)
        return response.status_code, response.headers.get("Location")

    return get


def test_a_topic_leads_on_with_its_pages_and_feeds(topic, answer):
    rename(topic, "low-mood")
    assert answer("/depression/") == (301, "/low-mood/")
    assert answer("/depression/?page=2") == (301, "/low-mood/")
    assert answer("/depression/feed.atom") == (301, "/low-mood/feed.atom")


def test_the_index_leads_on_and_so_do_its_articles(shown, answer):
    shown("sleep")
    rename(ArticleIndexPage.objects.get(), "library")
    assert answer("/articles/") == (301, "/library/")
    assert answer("/articles/?kind=medicine&page=2") == (301, "/library/")
    assert answer("/articles/sleep/") == (301, "/library/sleep/")


def test_a_service_leads_on_when_it_is_renamed(tree, answer):
    rename(ServiceFactory(slug="first-talk"), "first-visit")
    assert answer("/services/first-talk/") == (301, "/services/first-visit/")


def test_services_lead_on_when_the_catalogue_is_renamed(tree, answer):
    ServiceFactory(slug="first-talk")
    rename(catalogue(), "what-we-offer")
    assert answer("/services/") == (301, "/what-we-offer/")
    assert answer("/services/first-talk/") == (301, "/what-we-offer/first-talk/")


def test_a_page_that_moves_back_leads_nobody_in_a_circle(topic, answer):
    rename(topic, "low-mood")
    rename(topic, "depression")
    assert answer("/depression/") == (200, None)
    assert answer("/low-mood/") == (301, "/depression/")
