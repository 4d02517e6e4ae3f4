"""What readers get at an address, found through the tree's plain page rows and the ledger's projection."""

from datetime import datetime
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, Subquery
from wagtail.models import Page

from editions.addresses import HOME, address, url_paths_below
from editions.models import Edition, EditionTopic, Publication, PublicState, Seal
from editions.prepared import Columns, Prepared, instances, numbered
from editions.reading import trusted

STATE = Columns(PublicState)
EDITION = Columns(
    Edition,
    *["id", "page_id", "number", "kind", "html", "metadata", "frozen_at", "lapses_at", "made_at"],
    *["content_digest", "html_digest", "metadata_digest"],
    prefix="edition__",
)
PUBLICATION = Columns(
    Publication,
    *["id", "page_id", "state", "effective_at", "expires_at", "then", "reason", "read_instead", "made_at"],
    prefix="publication__",
)
BODIES = [*STATE.paths, *EDITION.paths, *PUBLICATION.paths]


def _latest(slug, url_path, moment):
    of_newest = Seal.objects.filter(sealed=Seal.Sealed.PUBLICATION, row_id=OuterRef("newest_publication"))
    return (
        PublicState.objects.with_newest_publication()
        .filter(page_id__in=Page.objects.filter(slug=slug, url_path=url_path).values("pk"), starts_at__lte=moment)
        .order_by("-starts_at")
        .values_list(Subquery(of_newest.values("digest")), "newest_publication", *BODIES)[:1]
    )


LATEST = Prepared(_latest, slug=str, url_path=str, moment=datetime)
SEEN = Prepared(
    lambda page_id, number, moment: (
        PublicState.objects.shown()
        .with_newest_publication()
        .filter(page_id=page_id, edition__number=number, starts_at__lte=moment)
        .order_by("-starts_at")
        .values_list("newest_publication", *BODIES)[:1]
    ),
    page_id=int,
    number=int,
    moment=datetime,
)


def latest_state(site, path, moment):
    """The last `PublicState` to have begun by `moment` at the address `path` below the site's root, or None.

    It may have ended; `is_current` tells. One query, with its edition and publication, and as `newest_seal` the digest
    of the seal of its page's newest publication.
    """
    slug, url_path = path.split("/")[-2], site.root_page.url_path + path
    for newest_seal, *row in LATEST.rows(slug=slug, url_path=url_path, moment=moment):
        state = _state(row)
        state.newest_seal = newest_seal
        return state
    return None


def state_showing(page_id, number, moment):
    """The last `PublicState` to have begun by `moment` that shows the page's edition `number`, or None; one query."""
    return next((_state(row) for row in SEEN.rows(page_id=page_id, number=number, moment=moment)), None)


def _state(row):
    newest_publication, *values = row
    state, edition, state.publication = instances(values, STATE, EDITION, PUBLICATION)
    state.newest_publication = newest_publication
    # A notice may stand before any edition was shown.
    state.edition = edition if state.edition_id else None
    return state


def is_current(state, moment):
    return state.starts_at <= moment < state.ends_at


def surroundings(site, path, edition, request):
    """`breadcrumbs` from the site's root down to the page above `path`, and the edition's `topics`: dicts of title
    and url.

    Pages that readers cannot open are left out. One query, whose conditions are all indexed.
    """
    slugs = path.split("/")[:-2]
    root = site.root_page
    above = url_paths_below(root, slugs)
    arguments = numbered(slug=slugs, url_path=above)
    rows = _open_pages(len(slugs)).rows(root=root.pk, edition=edition.pk, **arguments)
    topic_ids = {topic["id"] for topic in edition.facts.get("topics", [])}
    breadcrumbs, topics = [], []
    for pk, title, url_path in rows:
        link = {"title": HOME if pk == root.pk else title, "url": address(url_path, request)}
        if pk == root.pk or url_path in above:
            breadcrumbs.append(link)
        if pk in topic_ids:
            topics.append(link)
    return {"breadcrumbs": breadcrumbs, "topics": topics}


@lru_cache(maxsize=8)
def _open_pages(depth):
    """The query of `surroundings` for an article with `depth` pages between it and the site's root."""

    def build(root, edition, **above):
        slugs, url_paths = ([above[f"{name}{place}"] for place in range(depth)] for name in ("slug", "url_path"))
        is_topic = Q(pk__in=EditionTopic.objects.filter(edition_id=edition).values("page_id"))
        is_above = Q(slug__in=slugs, url_path__in=url_paths)
        pages = Page.objects.filter(Q(pk=root) | is_topic | is_above, live=True)
        return pages.order_by("depth", "title").values_list("pk", "title", "url_path")

    names = numbered(slug=range(depth), url_path=range(depth))
    return Prepared(build, root=int, edition=int, **dict.fromkeys(names, str))


def readable(page_id, request):
    """Title and url of a page if readers can open it at the request's moment, else None; two queries at most.

    Raises TamperedEvidence if it is an article whose edition does not verify.
    """
    states = PublicState.objects.at(request.moment).shown().for_page(page_id).with_newest_publication()
    state = states.select_related("edition", "publication")
    is_shown = Exists(PublicState.objects.at(request.moment).shown().filter(page_id=OuterRef("pk")))
    page = Page.objects.filter(Q(live=True) | is_shown, pk=page_id).values_list("title", "url_path").first()
    if page is None:
        return None
    title, url_path = page
    article = state.first()
    if article:
        title = trusted(article).edition.facts["title"]
    url = address(url_path, request)
    return {"title": title, "url": url} if url else None
