"""Articles in a list, as readers may see them at the request's moment."""

from datetime import date, datetime

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery, Window
from wagtail.models import Page

from editions.addresses import address, way_home
from editions.models import Edition, Publication, PublicState
from editions.prepared import Columns, Prepared, instances, numbered
from editions.reading import trusted_only

A_PAGE = 20
# Whoever asks for a page of a higher number gets the last one too, and no database is asked to count so far.
HIGHEST = 10**9

STATE = Columns(PublicState)
# What is listed of an edition, and what its row's MAC covers; the bodies stay where they are.
EDITION = Columns(
    Edition,
    *["id", "page_id", "number", "kind", "metadata", "lapses_at"],
    *["content_digest", "html_digest", "metadata_digest"],
    prefix="edition__",
)
PUBLICATION = Columns(Publication, "id", "state", "reason", "read_instead", prefix="publication__")


class ArticleList:
    """The articles that `choose` takes from the `PublicState` rows shown at a moment, newest first.

    `choose(states, **arguments)` narrows a queryset; `kinds` gives the type of each argument (see `Prepared`).
    What does not verify or has no address is left out, so a list may be shorter than its count.
    """

    def __init__(self, choose, **kinds):
        def ids(moment, **arguments):
            chosen = choose(PublicState.objects.at(moment).shown(), **arguments)
            return chosen.order_by("-starts_at", "-pk").values_list("pk")

        def counted(**arguments):
            return ids(**arguments).annotate(total=Window(Count("*"))).values_list("pk", "total")

        self.ids = Prepared(ids, moment=datetime, **kinds)
        self.counted = Prepared(counted, moment=datetime, **kinds)

    def newest(self, request, how_many, **arguments):
        """The first `how_many`, at most 20, as dicts: title, url, summary, facts, reviewed_on, unreviewed, state.

        Two queries.
        """
        rows = self.ids.rows(slice(0, how_many), moment=request.moment, **arguments)
        return _entries(ROWS, [pk for (pk,) in rows], request)

    def page(self, request, **arguments):
        """What a page that lists articles shows: `articles` as `newest` has them, `page_obj`, `breadcrumbs`.

        Two queries, and two more where a page beyond the last is asked for: its readers get the last.
        """
        arguments["moment"] = request.moment
        rows = self.counted.rows(_window(asked_page(request)), **arguments)
        total = rows[0][1] if rows else self.ids.count(**arguments)
        page = page_at(Paginator(range(total), A_PAGE), request)
        if total and not rows:
            rows = self.counted.rows(_window(page.number), **arguments)
        return _shown(page, _entries(ROWS, [pk for pk, _ in rows], request), request)


def page_of(page_ids, request):
    """As `ArticleList.page`, of the articles with these `page_ids`, the newest first; one query."""
    page = page_at(Paginator(page_ids, A_PAGE), request)
    return _shown(page, _entries(ROWS_OF_PAGES, page.object_list, request, moment=request.moment), request)


def asked_page(request):
    """The number of the page of a list that was asked for: the first where it is none, or less than one."""
    text = request.GET.get("page") or ""
    if not (text.isascii() and text.isdecimal()):
        return 1
    return max(1, int(text)) if len(text) < len(str(HIGHEST)) else HIGHEST


def page_at(paginator, request):
    """The page of `paginator` that is nearest to the one that was asked for."""
    return paginator.page(min(asked_page(request), paginator.num_pages))


def _window(number):
    return slice((number - 1) * A_PAGE, number * A_PAGE)


def _shown(page, articles, request):
    return {"articles": articles, "page_obj": page, "breadcrumbs": [way_home(request)]}


def _entries(prepared, ids, request, **arguments):
    if not ids:
        return []
    places = numbered(place=([*ids] + [0] * A_PAGE)[:A_PAGE])
    states = [_state(row) for row in prepared.rows(**places, **arguments)]
    entries = [_entry(state, request) for state in trusted_only(states)]
    return [entry for entry in entries if entry["url"]]


def _listed(states):
    url_path = Subquery(Page.objects.filter(pk=OuterRef("page_id")).values("url_path"))
    paths = [*STATE.paths, *EDITION.paths, *PUBLICATION.paths]
    wanted = states.order_by("-starts_at", "-pk").with_newest_publication()
    return wanted.values_list(url_path, "newest_publication", *paths)


PLACES = dict.fromkeys(numbered(place=range(A_PAGE)), int)
# Asked for by id, once it is known which twenty: the database would sort the metadata of all along with their dates.
ROWS = Prepared(lambda **ids: _listed(PublicState.objects.filter(pk__in=list(ids.values()))), **PLACES)
ROWS_OF_PAGES = Prepared(
    lambda moment, **ids: _listed(PublicState.objects.at(moment).shown().filter(page_id__in=list(ids.values()))),
    moment=datetime,
    **PLACES,
)


def _state(row):
    url_path, newest_publication, *values = row
    state, state.edition, state.publication = instances(values, STATE, EDITION, PUBLICATION)
    state.url_path, state.newest_publication = url_path, newest_publication
    return state


def _entry(state, request):
    facts = state.edition.facts
    reviewed_on = facts.get("reviewed_on")
    return {
        "title": facts["title"],
        "url": state.url_path and address(state.url_path, request),
        "summary": facts.get("summary", ""),
        "facts": facts,
        "reviewed_on": reviewed_on and date.fromisoformat(reviewed_on),
        "unreviewed": not state.edition.is_reviewed,
        "state": state,
    }
