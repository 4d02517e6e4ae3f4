"""What readers find: passages of the editions that are current at a moment, grouped by article."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.core.paginator import Page, Paginator

from editions.addresses import addresses
from editions.models import PublicState
from editions.reading import trusted_only
from search import replica
from search.analysis import read_query
from search.passages import passages
from search.snippets import snippet

A_PAGE = 20
SECTIONS = 3


@dataclass(frozen=True)
class Found:
    """The answer: `groups` are the articles of the page of results `page_obj`, `total` is how many were found."""

    query: str
    too_long: bool
    groups: list
    page_obj: Page

    @property
    def total(self):
        return self.page_obj.paginator.count


def search(text, moment, request, limit=A_PAGE, page=1):
    """`Found` for whatever was typed, as of `moment`: the `page`th page of `limit` articles, best first.

    A group is a dict of title, url, summary, reviewed_on, unreviewed and up to three sections (heading, url, snippet).
    An article whose evidence does not verify is left out. At most five queries. Raises `SearchUnavailable`.
    """
    wording = read_query(text)
    if not wording.title_key:
        return Found(wording.text, wording.too_long, [], Paginator([], limit).get_page(1))
    shown = PublicState.objects.at(moment).shown()
    current = list(shown.order_by().values_list("edition_id", flat=True))

    def look_up(index):
        page_obj = Paginator(index.rank(wording, current), limit).get_page(page)
        return page_obj, index.best_passages(wording, page_obj.object_list)

    page_obj, sections = replica.ask(look_up, needed=current)
    states = shown.filter(edition_id__in=page_obj.object_list).with_newest_publication()
    states = trusted_only(states.select_related("edition", "publication").defer("edition__content"))
    editions = {state.edition_id: state.edition for state in states}
    urls = addresses([edition.page_id for edition in editions.values()], request)
    groups = [
        _group(editions[pk], urls[editions[pk].page_id], sections[pk], wording.terms)
        for pk in page_obj
        if pk in editions and editions[pk].page_id in urls
    ]
    return Found(wording.text, wording.too_long, groups, page_obj)


def _group(edition, url, ordinals, terms):
    facts = edition.facts
    reviewed_on = facts.get("reviewed_on")
    return {
        "title": facts["title"],
        "url": url,
        "summary": facts.get("summary", ""),
        "reviewed_on": reviewed_on and date.fromisoformat(reviewed_on),
        "unreviewed": not edition.is_reviewed,
        "sections": _sections(edition, url, ordinals, terms),
    }


def _sections(edition, url, ordinals, terms):
    """The best sections, each once; their words come from the edition just verified and never from the index."""
    cut = _passages_of(_Verified(edition))
    best = {}
    for ordinal in ordinals:
        passage = cut[ordinal] if ordinal < len(cut) else None
        if passage and passage.section_id and passage.heading and passage.section_id not in best:
            best[passage.section_id] = {
                "heading": passage.heading,
                "url": f"{url}#{passage.section_id}",
                "snippet": snippet(passage.text, terms),
            }
            if len(best) == SECTIONS:
                break
    return list(best.values())


class _Verified:
    """An edition whose digests were just compared with its text, so that they can stand for it in a cache."""

    def __init__(self, edition):
        self.html = edition.html
        self.facts = edition.facts
        self._digests = (edition.html_digest, edition.metadata_digest)

    def __eq__(self, other):
        return self._digests == other._digests

    def __hash__(self):
        return hash(self._digests)


@lru_cache(maxsize=512)
def _passages_of(verified):
    return passages(verified)
