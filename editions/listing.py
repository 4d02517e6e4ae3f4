"""Articles in a list, as readers may see them at the request's moment."""

from datetime import date

from django.core.paginator import Paginator

from editions.addresses import addresses, way_home
from editions.reading import trusted_only

A_PAGE = 20


def listed(states, request):
    """Dicts with title, url, summary, facts, reviewed_on, unreviewed for the `PublicState` rows of a queryset.

    What does not verify or has no address is left out, so there may be fewer than there were rows. Two queries.
    """
    states = trusted_only(states.select_related("edition", "publication").defer("edition__content", "edition__html"))
    urls = addresses([state.page_id for state in states], request)
    return [_entry(state.edition, urls[state.page_id]) for state in states if state.page_id in urls]


def _entry(edition, url):
    facts = edition.facts
    reviewed_on = facts.get("reviewed_on")
    return {
        "title": facts["title"],
        "url": url,
        "summary": facts.get("summary", ""),
        "facts": facts,
        "reviewed_on": reviewed_on and date.fromisoformat(reviewed_on),
        "unreviewed": not edition.is_reviewed,
    }


def newest_first(states, request):
    """What a page that lists articles shows, newest first: `articles` (see `listed`), `page_obj`, `breadcrumbs`.

    Three queries.
    """
    page = Paginator(states.order_by("-starts_at", "-pk"), A_PAGE).get_page(request.GET.get("page"))
    return {"articles": listed(page.object_list, request), "page_obj": page, "breadcrumbs": [way_home(request)]}
