"""The ways into the site that its pages offer."""

from django.urls import reverse
from wagtail.models import Page

from blog.models import TopicPage
from editions.addresses import address, site_of
from editions.prepared import Prepared
from home.links import Linked, page_type, stored_links

TOPICS = Prepared(
    lambda topic_type: (
        Page.objects.filter(live=True, content_type=topic_type).order_by("title", "pk").values_list("title", "url_path")
    ),
    topic_type=int,
)


def linked(request, words, *more):
    """The `Linked` of a request, for the links in the site's settings, `words`, and for `more` of the page itself.

    One query, for the first who asks: a page with links of its own asks before anything is printed.
    """
    if not hasattr(request, "linked"):
        stored = [*stored_links(words.header_links), *stored_links(words.policy_pages), *more]
        request.linked = Linked(request, stored)
    return request.linked


def header_links(request, words):
    """Dicts of title and url: those that were set, else the ways that every site has."""
    pages = linked(request, words)
    if found := pages.links(stored_links(words.header_links)):
        return found
    usual = [{"title": "Topics A to Z", "url": reverse("a-to-z")}, {"title": "All articles", "url": pages.index_url}]
    return [link for link in usual if link["url"]]


def policy_links(request, words):
    """Dicts of title and url for the footer; one that the settings lack is lacking there."""
    return linked(request, words).links(stored_links(words.policy_pages))


def topics(request):
    """The topics of the request's site from A to Z, as dicts of title and url; one query."""
    site = site_of(request)
    rows = TOPICS.rows(topic_type=page_type(TopicPage)) if site else []
    return [
        {"title": title, "url": address(url_path, request)}
        for title, url_path in rows
        if url_path.startswith(site.root_page.url_path)
    ]
