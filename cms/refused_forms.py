"""What a visitor is told whose form could not be taken for their own."""

from django.shortcuts import render


def refused(request, reason=""):
    """403 with what to do: `reason` is Django's, and speaks to developers."""
    response = render(request, "pages/form_refused.html", status=403)
    response.headers["Cache-Control"] = "no-store"
    return response
