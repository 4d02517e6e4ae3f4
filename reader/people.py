"""Who wrote and who reviewed what readers get at this moment: as the editions name them, and nothing else of them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from wagtail.coreutils import string_to_ascii

from editions.addresses import address, site_of, way_home
from editions.all_shown import Named, shown_here
from reader.freshness import ALWAYS_ASK

LONGEST_SLUG = 80
# Of a name without a letter or digit.
NAMELESS = "profile"


@dataclass(frozen=True)
class Work:
    """An edition that readers get since `shown_since`; `reviewed_on` is None where nobody reviewed it."""

    title: str
    url: str
    number: int
    shown_since: datetime
    reviewed_on: date | None


@dataclass
class Profile:
    """A person as the newest edition names them, and their articles, those that readers got last at the top."""

    person: Named
    wrote: list[Work] = field(default_factory=list)
    reviewed: list[Work] = field(default_factory=list)

    @property
    def url(self):
        return person_address(self.person.id, self.person.name)

    @property
    def named(self):
        """The name with its letters: Rea Viewer, MD."""
        return ", ".join(filter(None, [self.person.name, self.person.post_nominals]))

    @property
    def works_as(self):
        """What they do and where: psychiatrist, Example Clinic, Springfield; empty where the edition says neither."""
        return ", ".join(filter(None, [self.person.profession, self.person.affiliation]))

    @property
    def done(self):
        """Wrote 2 articles and reviewed 1."""
        many = [(verb, len(works)) for verb, works in (("wrote", self.wrote), ("reviewed", self.reviewed)) if works]
        first, *further = [f"{verb} {number}" for verb, number in many]
        noun = "article" if many[0][1] == 1 else "articles"
        return " and ".join([f"{first.capitalize()} {noun}", *further])

    @property
    def is_for_engines(self):
        """Whether anything that they wrote or reviewed is reviewed."""
        return bool(self.reviewed) or any(work.reviewed_on for work in self.wrote)


def person_address(person_id, name):
    """Where a person's page is, below the site's root; the id decides, and the name is there to be read."""
    return reverse("person", kwargs={"person_id": person_id, "slug": slug_of(name)})


def slug_of(name):
    return slugify(string_to_ascii(name))[:LONGEST_SLUG].strip("-") or NAMELESS


def profiles(articles, request):
    """Person's id → `Profile`, of `(Shown, url_path)` articles."""
    found = {}
    # Editions are numbered as they were sealed, so the first to name somebody is the newest that does.
    for article, _ in sorted(articles, key=lambda pair: pair[0].edition_id, reverse=True):
        for person in (*article.authors, *article.reviewers):
            found.setdefault(person.id, Profile(person))
    for article, url_path in sorted(articles, key=_newest_first):
        work = _work(article, address(url_path, request))
        for person in article.authors:
            found[person.id].wrote.append(work)
        for person in article.reviewers:
            found[person.id].reviewed.append(work)
    return found


@require_safe
def everybody(request):
    """All who are named by an article of the site that is shown, by name. Six queries, as for one person."""
    found = sorted(profiles(shown_here(request), request).values(), key=_by_name)
    return _page(request, "pages/people.html", {"people": found, "breadcrumbs": _way_here(request)[:1]})


@require_safe
def person(request, person_id, slug=None):
    """A person's page, at its one address; Http404 for whom no article that is shown names."""
    person_id = int(person_id)
    articles = [
        (article, url_path)
        for article, url_path in shown_here(request)
        if any(person_id == named.id for named in (*article.authors, *article.reviewers))
    ]
    profile = profiles(articles, request).get(person_id)
    if profile is None:
        raise Http404("No article that readers get names this person.")
    if slug != slug_of(profile.person.name):
        response = HttpResponsePermanentRedirect(profile.url)
        # A newer edition may give the name that this one had before.
        response.headers["Cache-Control"] = ALWAYS_ASK
        return response
    response = _page(request, "pages/person.html", {"profile": profile, "breadcrumbs": _way_here(request)})
    if not profile.is_for_engines:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def _page(request, template, context):
    response = render(request, template, context)
    response.headers["Cache-Control"] = ALWAYS_ASK
    return response


def _way_here(request):
    """The steps down to a person's page."""
    here = {"title": "Who writes and reviews", "url": reverse("people")}
    return [way_home(request), here] if site_of(request) else []


def _work(article, url):
    reviewed_on = article.facts.get("reviewed_on") if article.is_reviewed else None
    return Work(
        title=article.facts["title"],
        url=url,
        number=article.number,
        shown_since=article.starts_at,
        reviewed_on=reviewed_on and date.fromisoformat(reviewed_on),
    )


def _newest_first(pair):
    article, _ = pair
    return -article.starts_at.timestamp(), article.page_id


def _by_name(profile):
    return string_to_ascii(profile.person.name).casefold(), profile.person.id
