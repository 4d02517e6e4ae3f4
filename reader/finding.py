"""What readers get at an address, found through the tree's plain page rows and the ledger's projection."""

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from editions.addresses import address
from editions.models import PublicState
from editions.reading import trusted


def latest_state(site, path, moment):
    """The last `PublicState` to have begun by `moment` at the address `path` below the site's root, or None.

    It may have ended; `is_current` tells. One query, with its edition and publication.
    """
    page = Page.objects.filter(slug=path.split("/")[-2], url_path=site.root_page.url_path + path)
    return (
        PublicState.objects.filter(page_id__in=page.values("pk"), starts_at__lte=moment)
        .select_related("edition", "publication")
        .defer("edition__content")
        .order_by("-starts_at")
        .first()
    )


def is_current(state, moment):
    return state.starts_at <= moment < state.ends_at


def was_shown(page_id, moment):
    """Whether readers were given an edition of the page at any time before `moment`."""
    return PublicState.objects.for_page(page_id).shown().filter(starts_at__lt=moment).exists()


def surroundings(site, path, topic_ids, request):
    """`breadcrumbs` from the site's root down to the page above `path`, and `topics`: dicts of title and url.

    Pages that readers cannot open are left out. One query, whose conditions are both indexed.
    """
    slugs = path.split("/")[:-2]
    root_path = site.root_page.url_path
    above = [root_path + "".join(f"{slug}/" for slug in slugs[: depth + 1]) for depth in range(len(slugs))]
    open_pages = Page.objects.filter(
        Q(pk=site.root_page_id) | Q(pk__in=topic_ids) | Q(slug__in=slugs, url_path__in=above), live=True
    )
    breadcrumbs, topics = [], []
    for pk, title, url_path in open_pages.order_by("depth", "title").values_list("pk", "title", "url_path"):
        link = {"title": title, "url": address(url_path, request)}
        if pk == site.root_page_id or url_path in above:
            breadcrumbs.append(link)
        if pk in topic_ids:
            topics.append(link)
    return {"breadcrumbs": breadcrumbs, "topics": topics}


def readable(page_id, request):
    """Title and url of a page if readers can open it at the request's moment, else None; two queries at most.

    Raises TamperedEvidence if it is an article whose edition does not verify.
    """
    state = PublicState.objects.at(request.moment).shown().for_page(page_id).select_related("edition", "publication")
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
