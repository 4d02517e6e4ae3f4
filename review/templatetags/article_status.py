"""The two badges of an article, for Wagtail's templates; a whole table of pages is asked about at once."""

from django import template
from django.urls import reverse
from django.utils import timezone

from blog.refusals import is_article
from review.status import statuses

register = template.Library()


# What Wagtail's templates call the pages that they list.
LISTS = ("pages", "object_list", "locked_pages")


@register.simple_tag(takes_context=True)
def article_status(context, page):
    """The `ArticleStatus` of `page`, None for a page that is no article.

    The first page of a list asks for all of them, and the request remembers the answers.
    """
    if not page or not page.pk or not is_article(page):
        return None
    request = context.get("request")
    known = getattr(request, "article_statuses", {})
    if page.pk not in known:
        beside = [other for other in _listed(context) if is_article(other)]
        known = known | statuses([page, *beside], timezone.now())
        if request:
            request.article_statuses = known
    return known[page.pk]


def _listed(context):
    if table := context.get("table"):
        return table.data
    if edits := context.get("last_edits"):
        return [page for _, page in edits]
    return next((context[name] for name in LISTS if context.get(name)), [])


@register.simple_tag
def desk_for(user):
    """The address of the publication desk for those who may stand at it, else an empty string."""
    return reverse("publication_desk:waiting") if user.has_perm("schedule.publish_editions") else ""
