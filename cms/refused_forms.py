"""What a visitor is told whose form could not be taken: as not their own, or as too large."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.shortcuts import render
from django.views.defaults import bad_request as django_bad_request

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def refused(request, reason=""):
    """403 with what to do: `reason` is Django's, and speaks to developers."""
    return _answer(request, "pages/form_refused.html", 403)


def bad_request(request, exception):
    """413 with what to do for a form that is too large. For all else Django's bare 400: no page of the site can be made
    for a request of which not even the host is good.
    """
    if isinstance(exception, TOO_LARGE):
        return _answer(request, "pages/form_too_large.html", 413)
    return django_bad_request(request, exception)


def _answer(request, template, status):
    response = render(request, template, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
