"""What was published lately, for readers' programs that follow it: Atom and JSON Feed, of the site and of a topic."""

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail.models import Page

from editions.addresses import address, site_of
from editions.canonical import canonical_moment
from editions.listing import A_PAGE, ArticleList
from editions.models import Edition
from editions.prepared import Prepared
from reader.freshness import answered, last_change
from reader.people import person_address
from reader.social import brand_of

# The form asks for a moment also where nothing was ever published; one that stays the same keeps its tag the same.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)

# Below whatever page it belongs to.
NAMES = {"atom": "feed.atom", "json": "feed.json"}
CONTENT_TYPES = {"atom": "application/atom+xml; charset=utf-8", "json": "application/feed+json; charset=utf-8"}
JSON_FEED = "https://jsonfeed.org/version/1.1"

# The name space of ids: an entry keeps its id wherever its article moves.
EDITIONS = uuid.UUID("0b0c5f3c-5f0e-4a55-9d6e-3f4f0c1f6a57")

# What goes into a feed leaves the site without its banner, so what nobody reviewed stays here.
SITE = ArticleList(lambda states: states.filter(edition__kind=Edition.Kind.REVIEWED))
TOPIC = ArticleList(
    lambda states, topic: states.in_topic(topic).filter(edition__kind=Edition.Kind.REVIEWED),
    topic=int,
)
PAGE_AT = Prepared(
    lambda slug, url_path: Page.objects.filter(slug=slug, url_path=url_path, live=True).values_list(
        "pk", "title", "content_type_id", "translation_key"
    ),
    slug=str,
    url_path=str,
)
# What XML cannot say at all.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """An edition in a feed; `updated` is the moment from which readers get it; `authors` are dicts of name and, where
    they have a page, url.
    """

    id: str
    title: str
    url: str
    summary: str
    updated: datetime
    authors: list[dict]
    topics: list[str]
    language: str


@dataclass(frozen=True)
class Feed:
    """A feed with its entries, the newest first; all addresses are whole."""

    id: str
    title: str
    publisher: str
    page_url: str
    feed_url: str
    updated: datetime
    language: str
    entries: list[Entry]


@require_safe
def feed(request, path, form):
    """The newest editions of the site, or of the topic at `path`; Http404 where there is neither.

    Five queries, with a topic six.
    """
    site = site_of(request)
    if site is None:
        raise Http404("There is no site here.")
    if path:
        pk, subject, translation_key = _topic(site, path)
        articles = TOPIC.newest(request, A_PAGE, topic=pk)
    else:
        subject, translation_key = "", site.root_page.translation_key
        articles = SITE.newest(request, A_PAGE)
    changed, brand = last_change(request.moment), brand_of(request)
    page_url = urljoin(site.root_url, address(site.root_page.url_path + path, request))
    made = Feed(
        id=uuid.uuid5(translation_key, "feed").urn,
        title=_text(f"{brand}: {subject}" if subject else brand),
        publisher=_text(brand),
        page_url=page_url,
        feed_url=page_url + NAMES[form],
        updated=articles[0]["state"].starts_at if articles else changed or NEVER,
        language=settings.LANGUAGE_CODE,
        entries=[_entry(article, site) for article in articles],
    )
    return answered(request, {"atom": _atom, "json": _json}[form](made), changed)


def _topic(site, path):
    """`(page id, title, translation key)` of the topic at `path`; raises Http404."""
    rows = PAGE_AT.rows(slug=path.split("/")[-2], url_path=site.root_page.url_path + path)
    for pk, title, content_type, translation_key in rows:
        model = ContentType.objects.get_for_id(content_type).model_class()
        if getattr(model, "is_topic", False):
            return pk, title, translation_key
    raise Http404("There is no topic here.")


def _entry(article, site):
    state, facts = article["state"], article["facts"]
    edition = state.edition
    url = urljoin(site.root_url, article["url"])
    name = f"{edition.page_id}/{edition.number}/{edition.html_digest}/{edition.metadata_digest}"
    return Entry(
        id=uuid.uuid5(EDITIONS, name).urn,
        title=_text(article["title"]),
        url=url,
        summary=_text(article["summary"]),
        updated=state.starts_at,
        authors=[_author(person, url) for person in facts.get("authors", [])],
        topics=[_text(topic["title"]) for topic in facts.get("topics", [])],
        language=facts.get("locale") or settings.LANGUAGE_CODE,
    )


def _author(person, article_url):
    """With the page of the person on the site of their article, which may be another than the feed's."""
    name = {"name": _text(person["name"])}
    if not person.get("id"):
        return name
    return name | {"url": urljoin(article_url, person_address(person["id"], person["name"]))}


def _text(words):
    return _NOT_XML.sub("\ufffd", words)


def _atom(made):
    return HttpResponse(render_to_string("feeds/atom.xml", {"feed": made}), content_type=CONTENT_TYPES["atom"])


def _json(made):
    found = {
        "version": JSON_FEED,
        "title": made.title,
        "home_page_url": made.page_url,
        "feed_url": made.feed_url,
        "language": made.language,
        "authors": [{"name": made.publisher}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                # The format asks for a content; ours is to be read where its banners and its help are.
                "content_text": entry.summary,
                "summary": entry.summary,
                "date_published": canonical_moment(entry.updated),
                "date_modified": canonical_moment(entry.updated),
                "authors": entry.authors,
                "tags": entry.topics,
                "language": entry.language,
            }
            for entry in made.entries
        ],
    }
    return JsonResponse(found, content_type=CONTENT_TYPES["json"], json_dumps_params={"ensure_ascii": False})
