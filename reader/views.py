"""What the public gets: an article's current edition, a notice in its place, or whatever else Wagtail serves."""

import logging
from datetime import date
from functools import partial

from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.views import serve as wagtail_serve

from editions.addresses import address, site_of
from editions.errors import TamperedEvidence
from editions.projection import was_shown
from editions.reading import notice_reason, trusted
from reader.finding import is_current, latest_state, readable, state_showing, surroundings
from reader.history import listed
from reader.routing import route_ahead

log = logging.getLogger(__name__)

# What readers get changes at a moment that no cache on the way can know, so each use is checked here.
ALWAYS_ASK = "no-cache"

NOT_INDEXED = "noindex"

UNNAMED = "This article"

serve_other_pages = csrf_protect(wagtail_serve)


@csrf_exempt
def serve(request, path):
    """The article at `path` as the ledger has it at the request's moment; Wagtail answers for every other page.

    Exempt from the check of forms since articles take none and answer 405; Wagtail's pages are checked as ever.
    """
    return _serve(request, path, path, _article)


@csrf_exempt
def serve_edition(request, path, number):
    """An edition that readers once saw of the article at `path`, for as long as the article itself is shown.

    Where it is not, its notice stands here too. Http404 for an edition that no reader ever got.
    """
    return _serve(request, path, f"{path}editions/{number}/", partial(_seen_edition, number=int(number)))


def _serve(request, article, path, show):
    """What the ledger has for the article at the address `article`: by `show` if it is shown; if there is none,
    Wagtail's page at `path`.
    """
    site = site_of(request)
    state = article and site and latest_state(site, article, request.moment)
    if not state:
        if site:
            route_ahead(request, site, path)
        response = serve_other_pages(request, path)
    elif request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    else:
        response = _answer(request, site, article, state, show)
    response.headers.setdefault("Cache-Control", ALWAYS_ASK)
    return response


def _answer(request, site, path, state, show):
    if not is_current(state, request.moment):
        if was_shown(state.page_id, request.moment):
            return render(request, "pages/gone.html", status=410)
        return serve_other_pages(request, path)
    try:
        trusted(state)
        if state.state == state.State.WITHDRAWN:
            return _withdrawn(request, state)
        return show(request, site, path, state)
    except TamperedEvidence as problem:
        return _unavailable(request, state, problem)


def _article(request, site, path, state):
    context = _as_sealed(request, site, path, state, state.edition)
    response = render(request, "pages/article.html", context | {"people_have_pages": True})
    if not state.edition.is_reviewed:
        response.headers["X-Robots-Tag"] = NOT_INDEXED
    return response


def _seen_edition(request, site, path, state, number):
    """The page of one edition; `state` is what readers get of its article now, and is verified."""
    then = state_showing(state.page_id, number, request.moment)
    if then is None:
        raise Http404("Readers never got this edition.")
    edition = trusted(then).edition
    context = _as_sealed(request, site, path, state, edition)
    context["breadcrumbs"].append({"title": state.edition.facts["title"], "url": context["article_url"]})
    context["seen"] = next(
        (entry["seen"] for entry in context["history"] or [] if entry["seen"].number == number), None
    )
    context["is_superseded"] = number != state.edition.number
    # Whom only an old edition names has none.
    context["people_have_pages"] = not context["is_superseded"]
    response = render(request, "pages/edition.html", context)
    response.headers["X-Robots-Tag"] = NOT_INDEXED
    return response


def _as_sealed(request, site, path, state, edition):
    """What the page of `edition` shows: its words, byline and dates as they were sealed, and the article's history."""
    facts = edition.facts
    article_url = address(site.root_page.url_path + path, request)
    return {
        "edition": edition,
        "facts": facts,
        # Sealed as the review showed it; escaping it again would change it.
        "body": mark_safe(edition.html),  # noqa: S308
        "reviewed_on": _day(facts.get("reviewed_on")),
        "next_review_due": _day(facts.get("next_review_due")),
        "evidence_checked_on": _day(facts.get("evidence_checked_on")),
        "shown_since": state.starts_at,
        "article_url": article_url,
        "history": listed(state, article_url, request.moment),
        **surroundings(site, path, edition, request),
    }


def _withdrawn(request, state):
    page_id = state.publication.read_instead
    context = {
        "title": state.edition.facts["title"] if state.edition else UNNAMED,
        "reason": notice_reason(state),
        "withdrawn_at": state.starts_at,
        "read_instead": page_id and _read_instead(request, page_id),
    }
    return render(request, "pages/withdrawn.html", context, status=410)


def _read_instead(request, page_id):
    """A notice stands without the link rather than not at all."""
    try:
        return readable(page_id, request)
    except TamperedEvidence as problem:
        log.critical("ALARM: page %s is not offered to read instead: %s", page_id, problem)
        return None


def _unavailable(request, state, problem):
    log.critical("ALARM: page %s is not shown, for its evidence does not verify: %s", state.page_id, problem)
    response = render(request, "pages/unavailable.html", status=503)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Retry-After"] = "300"
    return response


def _day(text):
    return text and date.fromisoformat(text)
