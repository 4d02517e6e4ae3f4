"""The ways into the site that every page offers."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from blog.models import ArticleIndexPage, TopicPage
from editions.addresses import address, site_of


def navigation(request):
    """`topics` from A to Z as title and url, and `index_url` of the articles or None; one query a request."""
    if not hasattr(request, "site_navigation"):
        request.site_navigation = _navigation(request)
    return request.site_navigation


def _navigation(request):
    topics, index_url = [], None
    site = site_of(request)
    if site is None:
        return {"topics": topics, "index_url": index_url}
    index_type = ContentType.objects.get_for_model(ArticleIndexPage).pk
    topic_type = ContentType.objects.get_for_model(TopicPage).pk
    pages = Page.objects.filter(
        live=True, content_type__in=[index_type, topic_type], path__startswith=site.root_page.path
    ).order_by("title", "pk")
    for content_type, title, url_path in pages.values_list("content_type", "title", "url_path"):
        if content_type == topic_type:
            topics.append({"title": title, "url": address(url_path, request)})
        else:
            index_url = index_url or address(url_path, request)
    return {"topics": topics, "index_url": index_url}
