"""The lists of articles that index and topic pages show."""

from django.db.models import Exists, OuterRef
from wagtail.models import Page

from editions.listing import ArticleList

# The bounds are those of the tree's own paths. Asked row by row, so that the newest are found without all the others.
BELOW_PAGE = ArticleList(
    lambda states, depth, first, last: states.filter(
        Exists(Page.objects.filter(pk=OuterRef("page_id"), depth=depth, path__gte=first, path__lte=last))
    ),
    depth=int,
    first=str,
    last=str,
)
IN_TOPIC = ArticleList(lambda states, topic: states.in_topic(topic), topic=int)
