"""What the public gets: an article's current edition, a notice in its place, or whatever else Wagtail serves."""

import logging
from datetime import date

from django.http import HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.defaults import page_not_found as django_page_not_found
from wagtail.views import serve as wagtail_serve

from editions.addresses import site_of
from editions.errors import TamperedEvidence
from editions.projection import was_shown
from editions.reading import notice_reason, trusted
from reader.finding import is_current, latest_state, readable, surroundings
from reader.routing import route_ahead

log = logging.getLogger(__name__)

# What readers get changes at a moment that no cache on the way can know, so each use is checked here.
ALWAYS_ASK = "no-cache"

UNNAMED = "This article"

serve_other_pages = csrf_protect(wagtail_serve)


@csrf_exempt
def serve(request, path):
    """The article at `path` as the ledger has it at the request's moment; Wagtail answers for every other page.

    Exempt from the check of forms since articles take none and answer 405; Wagtail's pages are checked as ever.
    """
    site = site_of(request)
    state = path and site and latest_state(site, path, request.moment)
    if not state:
        if site:
            route_ahead(request, site, path)
        response = serve_other_pages(request, path)
    elif request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    else:
        response = _answer(request, site, path, state)
    response.headers.setdefault("Cache-Control", ALWAYS_ASK)
    return response


def _answer(request, site, path, state):
    if not is_current(state, request.moment):
        if was_shown(state.page_id, request.moment):
            return render(request, "pages/gone.html", status=410)
        return serve_other_pages(request, path)
    try:
        trusted(state)
        if state.state == state.State.WITHDRAWN:
            return _withdrawn(request, state)
    except TamperedEvidence as problem:
        return _unavailable(request, state, problem)
    return _article(request, site, path, state)


def _article(request, site, path, state):
    edition = state.edition
    facts = edition.facts
    response = render(
        request,
        "pages/article.html",
        {
            "edition": edition,
            "facts": facts,
            # Sealed as the review showed it; escaping it again would change it.
            "body": mark_safe(edition.html),  # noqa: S308
            "publication": state.publication,
            "reviewed_on": _day(facts.get("reviewed_on")),
            "next_review_due": _day(facts.get("next_review_due")),
            "evidence_checked_on": _day(facts.get("evidence_checked_on")),
            **surroundings(site, path, edition, request),
        },
    )
    if not edition.is_reviewed:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


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


def page_not_found(request, exception):
    """An honest 404, not to be kept by a cache: the article may be published the next second."""
    response = django_page_not_found(request, exception)
    response.headers["Cache-Control"] = ALWAYS_ASK
    return response
