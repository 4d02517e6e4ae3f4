"""What readers are told where there is nothing, and where something broke."""

import re

from django.shortcuts import render
from django.views.defaults import server_error as django_server_error

from reader.freshness import ALWAYS_ASK

LONGEST = 60
WORD = re.compile(r"[^\W_]+")


def page_not_found(request, exception):
    """An honest 404, not to be kept by a cache: the article may be published the next second."""
    response = render(request, "404.html", {"looked_for": words_in(request.path)}, status=404)
    response.headers["Cache-Control"] = ALWAYS_ASK
    return response


def server_error(request):
    """A 500 that asks no database and no setting of the site, for these may be what broke."""
    response = django_server_error(request)
    response.headers["Cache-Control"] = "no-store"
    return response


def words_in(path):
    """What the last part of an address says, to be searched for: `sleep and rest` of `/articles/sleep-and-rest/`.

    Empty for the address of a file, and where there is no word.
    """
    last = path.rstrip("/").rpartition("/")[2]
    words = " ".join(WORD.findall(last))
    return "" if "." in last or len(words) > LONGEST or not re.search(r"[^\W\d]", words) else words
