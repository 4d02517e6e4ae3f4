"""The page at /search/: a form and its results; it needs no script."""

import logging

from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.analysis import read_query
from search.errors import SearchUnavailable
from search.query import search

logger = logging.getLogger(__name__)

TRY_AGAIN_AFTER = 60  # seconds


@require_safe
def search_page(request):
    """Results for `?q=`; 503 with the way to help in a crisis when search cannot answer.

    What people ask about their health is kept by no cache, neither on the way nor on a shared computer.
    """
    text = request.GET.get("q", "")
    try:
        found = search(text, request.moment, request, page=request.GET.get("page", 1))
    except SearchUnavailable as problem:
        response = _unavailable(request, text, problem)
    else:
        context = {
            "query": found.query,
            "too_long": found.too_long,
            "groups": found.groups,
            "total": found.total,
            "page_obj": found.page_obj,
            "unavailable": False,
        }
        response = render(request, "pages/search.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _unavailable(request, text, problem):
    logger.critical("ALARM: search cannot answer: %s", problem)
    context = {"query": read_query(text).text, "groups": [], "total": 0, "unavailable": True}
    response = render(request, "pages/search.html", context, status=503)
    response.headers["Retry-After"] = str(TRY_AGAIN_AFTER)
    return response
