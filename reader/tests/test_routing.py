"""The short way to Wagtail's pages ends where Wagtail's own way ends, or nowhere."""

from unittest import mock

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from blog.models import ArticleIndexPage, TopicPage
from blog.tests.factories import TopicFactory
from editions.addresses import site_of
from reader.routing import route_ahead

pytestmark = pytest.mark.django_db


def left(path):
    """What is left for Wagtail at `path`, or None."""
    request = RequestFactory().get(f"/{path}")
    route_ahead(request, site_of(request), path)
    return getattr(request, "_wagtail_route_for_request", None)


def searched(path):
    return Page.route_for_request(RequestFactory().get(f"/{path}"), path)


@pytest.mark.parametrize("path", ["", "articles/", "depression/"])
def test_page_is_the_one_that_wagtail_finds_with_all_its_columns(topic, path):
    found, expected = left(path).page, searched(path).page
    assert type(found) is type(expected)
    assert found == expected
    names = [field.attname for field in expected._meta.concrete_fields]
    assert [getattr(found, name) for name in names] == [getattr(expected, name) for name in names]


@pytest.mark.parametrize(
    "path", ["nowhere/", "articles/nowhere/", "nowhere/depression/", "depression/" * 9, "a/" * 500]
)
def test_nothing_is_left_for_a_page_that_is_missing(topic, path):
    assert left(path) is None


def test_nothing_is_left_for_a_page_that_is_not_live(topic):
    TopicFactory(slug="hidden", live=False)
    assert left("hidden/") is None


def test_nothing_is_left_for_an_article_even_if_its_row_were_live(manuscript):
    page = manuscript("sleep")
    Page.objects.filter(pk=page.pk).update(live=True)
    assert left("articles/sleep/") is None


@pytest.mark.parametrize("own", [TopicPage, ArticleIndexPage])
def test_class_with_its_own_routing_is_asked_itself(topic, client, own):
    TopicFactory(slug="below", parent=ArticleIndexPage.objects.get())

    def route(self, request, components):
        return RouteResult(self, kwargs={"components": components})

    def serve(self, request, components):
        return HttpResponse(f"{self.slug}: {components}")

    with mock.patch.multiple(own, route=route, serve=serve, create=True):
        path = {TopicPage: "depression/", ArticleIndexPage: "articles/below/"}[own]
        assert left(path) is None
        assert client.get(f"/{path}").content.decode() in ("depression: []", "articles: ['below']")


def test_translated_trees_are_left_to_wagtail(topic, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    assert left("depression/") is None
