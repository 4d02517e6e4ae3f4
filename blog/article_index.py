"""What the page of all articles shows: the newest, or what its readers chose among them."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page

from blog.filters import KINDS, YES, Choice, Topic, choice_of, is_asked
from blog.listing import BELOW_PAGE
from editions.addresses import site_of
from editions.all_shown import all_shown
from editions.listing import page_of
from editions.models import PublicState
from editions.prepared import Prepared

COLUMNS = ("pk", "title", "url_path", "content_type_id")


def _topics(topic_type):
    return Page.objects.filter(live=True, content_type=topic_type).order_by("title", "pk").values_list(*COLUMNS)


def _topics_and_places(topic_type, moment, depth, first, last):
    shown = PublicState.objects.at(moment).shown().values("page_id")
    below = Q(depth=depth, path__gte=first, path__lte=last, pk__in=shown)
    pages = Page.objects.filter(below | Q(live=True, content_type=topic_type))
    return pages.order_by("title", "pk").values_list(*COLUMNS)


PLACE = {"depth": int, "first": str, "last": str}
TOPICS = Prepared(_topics, topic_type=int)
# At once, for a page of a list has no query to spare.
TOPICS_AND_PLACES = Prepared(_topics_and_places, topic_type=int, moment=datetime, **PLACE)


def article_index(request, topic_model, **place):
    """The context of the index that has its articles at `place`: depth, first and last path of the tree below it.

    Three queries, whether or not something was chosen; a choice takes two more of the first in a process after a
    change of what readers get.
    """
    topic_type = ContentType.objects.get_for_model(topic_model).pk
    if not is_asked(request.GET):
        offered = _offered(request, TOPICS.rows(topic_type=topic_type), topic_type)
        return offered | {"choice": Choice(), "keep": {}} | BELOW_PAGE.page(request, **place)
    rows = TOPICS_AND_PLACES.rows(topic_type=topic_type, moment=request.moment, **place)
    offered = _offered(request, rows, topic_type)
    choice = choice_of(request.GET, offered["topics"])
    here = {pk for pk, _, _, content_type in rows if content_type != topic_type}
    chosen = [article for article in all_shown(request.moment) if article.page_id in here and choice.takes(article)]
    chosen.sort(key=lambda article: (article.starts_at, article.page_id), reverse=True)
    found = page_of([article.page_id for article in chosen], request)
    return offered | {"choice": choice, "keep": choice.parameters, "is_chosen_from": True} | found


def _offered(request, rows, topic_type):
    root = site_of(request).root_page.url_path
    topics = [
        Topic(pk, title, url_path.split("/")[-2])
        for pk, title, url_path, content_type in rows
        if content_type == topic_type and url_path.startswith(root)
    ]
    return {"topics": topics, "kinds": KINDS.items(), "yes": YES}
