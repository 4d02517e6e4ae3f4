"""The ways into the site that its pages offer."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from blog.models import ArticleIndexPage, TopicPage
from editions.addresses import address, site_of
from editions.prepared import Prepared


def _below(root, page_type):
    return Page.objects.filter(live=True, content_type=page_type, path__startswith=root).order_by("title", "pk")


WAYS = Prepared(
    lambda root, topic_type, index_type: Page.objects.filter(pk=root).values_list(
        Exists(_below(OuterRef("path"), topic_type)), _below(OuterRef("path"), index_type).values("url_path")[:1]
    ),
    root=int,
    topic_type=int,
    index_type=int,
)
TOPICS = Prepared(
    lambda topic_type: (
        Page.objects.filter(live=True, content_type=topic_type).order_by("title", "pk").values_list("title", "url_path")
    ),
    topic_type=int,
)


def navigation(request):
    """`has_topics`, and `index_url` of the articles or None; one query, however many topics there are."""
    has_topics, url_path = False, None
    if site := site_of(request):
        [(has_topics, url_path)] = WAYS.rows(
            root=site.root_page_id, topic_type=_type(TopicPage), index_type=_type(ArticleIndexPage)
        )
    return {"has_topics": bool(has_topics), "index_url": url_path and address(url_path, request)}


def topics(request):
    """The topics of the request's site from A to Z, as dicts of title and url; one query."""
    site = site_of(request)
    rows = TOPICS.rows(topic_type=_type(TopicPage)) if site else []
    return [
        {"title": title, "url": address(url_path, request)}
        for title, url_path in rows
        if url_path.startswith(site.root_page.url_path)
    ]


def _type(model):
    return ContentType.objects.get_for_model(model).pk
