"""The two badges of an article, for Wagtail's templates; a whole table of pages is asked about at once."""

from django import template
from django.urls import reverse
from django.utils import timezone

from blog.refusals import is_article
from review.status import statuses

register = template.Library()


@register.simple_tag
def article_status(page, table=None):
    """The `ArticleStatus` of `page`, None for a page that is no article.

    With `table` (a Wagtail table that lists it) the first row asks for all rows.
    """
    if not page or not page.pk or not is_article(page):
        return None
    if table is None or not hasattr(table, "data"):
        return statuses([page], timezone.now())[page.pk]
    known = getattr(table, "article_statuses", None)
    if known is None or page.pk not in known:
        listed = [row for row in table.data if is_article(row)]
        known = table.article_statuses = statuses([page, *listed], timezone.now())
    return known[page.pk]


@register.simple_tag
def desk_for(user):
    """The address of the publication desk for those who may stand at it, else an empty string."""
    return reverse("publication_desk:waiting") if user.has_perm("schedule.publish_editions") else ""
