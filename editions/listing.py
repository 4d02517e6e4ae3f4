"""Articles in a list, as readers may see them at the request's moment."""

from datetime import date, datetime

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from wagtail.models import Page

from editions.addresses import address, way_home
from editions.models import Edition, Publication, PublicState
from editions.prepared import Columns, Prepared, instances, numbered
from editions.reading import trusted_only

A_PAGE = 20

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

        self.ids = Prepared(ids, moment=datetime, **kinds)

    def newest(self, request, how_many, **arguments):
        """The first `how_many`, at most 20, as dicts: title, url, summary, facts, reviewed_on, unreviewed, state.

        Two queries.
        """
        return _Listed(self, request, arguments)[:how_many]

    def page(self, request, **arguments):
        """What a page that lists articles shows: `articles` as `newest` has them, `page_obj`, `breadcrumbs`.

        Three queries.
        """
        page = Paginator(_Listed(self, request, arguments), A_PAGE).get_page(request.GET.get("page"))
        return {"articles": page.object_list, "page_obj": page, "breadcrumbs": [way_home(request)]}


class _Listed:
    """The list at one request's moment, as a paginator wants it."""

    def __init__(self, articles, request, arguments):
        self.articles = articles
        self.request = request
        self.arguments = {"moment": request.moment, **arguments}

    def count(self):
        return self.articles.ids.count(**self.arguments)

    def __getitem__(self, window):
        ids = [pk for (pk,) in self.articles.ids.rows(window, **self.arguments)]
        if not ids:
            return []
        places = numbered(place=(ids + [0] * A_PAGE)[:A_PAGE])
        states = [_state(row) for row in ROWS.rows(**places)]
        entries = [_entry(state, self.request) for state in trusted_only(states)]
        return [entry for entry in entries if entry["url"]]


def _rows(**ids):
    url_path = Subquery(Page.objects.filter(pk=OuterRef("page_id")).values("url_path"))
    wanted = PublicState.objects.filter(pk__in=list(ids.values())).order_by("-starts_at", "-pk")
    paths = [*STATE.paths, *EDITION.paths, *PUBLICATION.paths]
    return wanted.with_newest_publication().values_list(url_path, "newest_publication", *paths)


# Asked for by id, once it is known which twenty: the database would sort the metadata of all along with their dates.
ROWS = Prepared(_rows, **dict.fromkeys(numbered(place=range(A_PAGE)), int))


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
