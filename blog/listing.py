"""The lists of articles that index and topic pages show."""

from wagtail.models import Page

from editions.listing import ArticleList

# The bounds are those of the tree's own paths, so that the children are found through its index.
BELOW_PAGE = ArticleList(
    lambda states, depth, first, last: states.filter(
        page_id__in=Page.objects.filter(depth=depth, path__gte=first, path__lte=last).values("pk")
    ),
    depth=int,
    first=str,
    last=str,
)
IN_TOPIC = ArticleList(lambda states, topic: states.in_topic(topic), topic=int)
