"""Every article that readers can read at a moment, for the pages that tell of all: A to Z, people, the site map.

A function of the ledger and the moment, so a process keeps it until the next act of the ledger or the next moment at
which anything begins or ends. Addresses are the tree's and are asked for each time.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min
from wagtail.models import Page

from editions.addresses import site_of
from editions.models import PublicState, Seal
from editions.prepared import Prepared
from editions.reading import trusted_only
from editions.timeline import FAR_FUTURE

# Of an edition's metadata what these pages print; sections would be most of the memory.
FACTS = ("title", "article_type", "topics", "medicine", "conditions", "reviewed_on")


@dataclass(frozen=True)
class Named:
    """A person as an edition names them, without their licence; `id` is theirs in all editions."""

    id: int
    name: str
    post_nominals: str = ""
    profession: str = ""
    affiliation: str = ""


@dataclass(frozen=True)
class Shown:
    """An article that readers get since `starts_at`; `facts` holds the names in `FACTS` that its metadata has.

    Of `authors` and `reviewers` those are there whom the edition names with an id: older ones have none.
    """

    page_id: int
    edition_id: int
    number: int
    is_reviewed: bool
    starts_at: datetime
    facts: dict
    authors: tuple[Named, ...]
    reviewers: tuple[Named, ...]


@dataclass(frozen=True)
class _Kept:
    head: str | None
    since: datetime
    until: datetime
    articles: tuple[Shown, ...]


HEAD = Prepared(lambda: Seal.objects.order_by("-position").values_list("digest")[:1])
PATHS = Prepared(
    lambda moment: Page.objects.filter(pk__in=PublicState.objects.at(moment).shown().values("page_id")).values_list(
        "pk", "url_path"
    ),
    moment=datetime,
)

_kept = None


def all_shown(moment):
    """The articles shown at `moment`, as `Shown` in the order of their pages; what does not verify is left out, with an
    alarm. One query, or three for the first who asks a process after a change.
    """
    global _kept
    head = next((digest for (digest,) in HEAD.rows()), None)
    kept = _kept
    if kept is None or kept.head != head or not kept.since <= moment < kept.until:
        kept, whole = _read(head, moment)
        # What could not be shown is looked at again by everybody, for it may be repaired.
        if whole:
            _kept = kept
    return kept.articles


def shown_here(request):
    """`(article, url_path)` for each article of the request's site that is shown at its moment; one query more."""
    site = site_of(request)
    if site is None:
        return []
    root = site.root_page.url_path
    paths = {pk: url_path for pk, url_path in PATHS.rows(moment=request.moment) if url_path.startswith(root)}
    return [(article, paths[article.page_id]) for article in all_shown(request.moment) if article.page_id in paths]


def _read(head, moment):
    states = PublicState.objects.at(moment).shown().with_newest_publication().order_by("page_id")
    states = states.select_related("edition", "publication").defer("edition__content", "edition__html")
    articles, found = [], list(states)
    # Few people write many articles: each way in which one is named is kept once.
    known = {}
    for state in trusted_only(found):
        edition = state.edition
        articles.append(
            Shown(
                page_id=state.page_id,
                edition_id=edition.pk,
                number=edition.number,
                is_reviewed=edition.is_reviewed,
                starts_at=state.starts_at,
                facts={name: edition.facts[name] for name in FACTS if name in edition.facts},
                authors=_named(edition.facts.get("authors"), known),
                reviewers=_named(edition.facts.get("reviewers"), known) if edition.is_reviewed else (),
            )
        )
    next_start = PublicState.objects.filter(starts_at__gt=moment).aggregate(at=Min("starts_at"))["at"]
    until = min([state.ends_at for state in found] + [next_start or FAR_FUTURE])
    return _Kept(head, moment, until, tuple(articles)), len(articles) == len(found)


def _named(people, known):
    """The `Named` of those of `people` that have an id, each once; the same object for whom `known` has already."""
    named = {}
    for person in people or []:
        if person.get("id"):
            known_as = {name: person[name] for name in ("post_nominals", "profession", "affiliation") if name in person}
            found = Named(person["id"], person["name"], **known_as)
            named.setdefault(found.id, known.setdefault(found, found))
    return tuple(named.values())
