"""The ways into the site that its pages offer."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef
from django.urls import reverse
from wagtail.models import Page

from blog.models import ArticleIndexPage, TopicPage
from editions.addresses import address, site_of
from editions.prepared import Prepared


def _below(root, page_type):
    return Page.objects.filter(live=True, content_type=page_type, path__startswith=root).order_by("title", "pk")


WAYS = Prepared(
    lambda root, index_type: Page.objects.filter(pk=root).values_list(
        _below(OuterRef("path"), index_type).values("url_path")[:1]
    ),
    root=int,
    index_type=int,
)
TOPICS = Prepared(
    lambda topic_type: (
        Page.objects.filter(live=True, content_type=topic_type).order_by("title", "pk").values_list("title", "url_path")
    ),
    topic_type=int,
)


def navigation(request):
    """`a_to_z_url`, and `index_url` of the articles or None; one query."""
    url_path = None
    if site := site_of(request):
        [(url_path,)] = WAYS.rows(root=site.root_page_id, index_type=page_type(ArticleIndexPage))
    return {"a_to_z_url": reverse("a-to-z"), "index_url": url_path and address(url_path, request)}


def topics(request):
    """The topics of the request's site from A to Z, as dicts of title and url; one query."""
    site = site_of(request)
    rows = TOPICS.rows(topic_type=page_type(TopicPage)) if site else []
    return [
        {"title": title, "url": address(url_path, request)}
        for title, url_path in rows
        if url_path.startswith(site.root_page.url_path)
    ]


def page_type(model):
    """The id of a model's content type; asked for once a process."""
    return ContentType.objects.get_for_model(model).pk
