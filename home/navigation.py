"""The ways into the site that every page offers."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from blog.models import ArticleIndexPage, TopicPage
from editions.addresses import address, site_of
from editions.prepared import Prepared


def navigation(request):
    """`topics` from A to Z as title and url, and `index_url` of the articles or None; one query a request."""
    if not hasattr(request, "site_navigation"):
        request.site_navigation = _navigation(request)
    return request.site_navigation


PAGES = Prepared(
    lambda topic_type, index_type: (
        Page.objects.filter(live=True, content_type__in=[topic_type, index_type])
        .order_by("title", "pk")
        .values_list("content_type", "title", "url_path")
    ),
    topic_type=int,
    index_type=int,
)


def _navigation(request):
    topics, index_url = [], None
    site = site_of(request)
    if site is None:
        return {"topics": topics, "index_url": index_url}
    topic_type = ContentType.objects.get_for_model(TopicPage).pk
    index_type = ContentType.objects.get_for_model(ArticleIndexPage).pk
    for content_type, title, url_path in PAGES.rows(topic_type=topic_type, index_type=index_type):
        if not url_path.startswith(site.root_page.url_path):
            continue
        if content_type == topic_type:
            topics.append({"title": title, "url": address(url_path, request)})
        else:
            index_url = index_url or address(url_path, request)
    return {"topics": topics, "index_url": index_url}
