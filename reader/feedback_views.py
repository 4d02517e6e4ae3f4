"""Asking whether an article was helpful, and saying thank you.

The form stands at the foot of the article, which is the same for everybody and knows no visitor.
"""

import logging
import re

from django.conf import settings
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from editions.addresses import address, site_of
from editions.errors import TamperedEvidence
from editions.reading import trusted
from reader.feedback import ENOUGH, NO_SUCH_EDITION, FeedbackForm, keep, seconds_to_the_next_hour
from reader.finding import is_current, latest_state, state_showing
from reader.views import NOT_INDEXED, serve

log = logging.getLogger(__name__)

# Thrice the longest sentence, each letter of it as long as letters get in a form.
LARGEST = 20_000
EDITION_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

GONE = "The article is not on our site any more."
UNVERIFIED = "The article cannot be shown right now. Our staff have been told."
TOO_LARGE = "What was sent is far longer than one sentence."


@csrf_exempt
def ask(request, path):
    """The form for the article at `path`, on a page of its own; a POST keeps an answer and leads to the thanks.

    Exempt from the check of forms: a token would need a cookie, and the article another page for each reader. Another
    site can at most make a browser give an answer that names nobody and of which few an hour are kept.
    """
    return _below_article(request, path, ["GET", "HEAD", "POST"], _answered if request.method == "POST" else _asked)


@csrf_exempt
def thank(request, path):
    """Says what becomes of an answer, with the help lines and the way back; true whether or not one was given."""
    return _below_article(request, path, ["GET", "HEAD"], _thanked)


def _below_article(request, path, methods, show):
    """What `show` makes of the article at `path`, for nobody to keep; of one that is not shown, its own answer."""
    site = site_of(request)
    state = site and latest_state(site, path, request.moment)
    if not state:
        if request.method == "POST":
            raise Http404("There is no such article.")
        # An article or a page of Wagtail's may have this very address.
        return serve(request, request.path_info.removeprefix("/"))
    if request.method not in methods:
        return HttpResponseNotAllowed(methods)
    article_url = address(site.root_page.url_path + path, request)
    response = _for_article(request, path, state, article_url, show)
    response.headers["X-Robots-Tag"] = NOT_INDEXED
    response.headers["Cache-Control"] = "no-store"
    return response


def _for_article(request, path, state, article_url, show):
    is_shown = is_current(state, request.moment) and state.state == state.State.SHOWN
    if request.method != "POST" and not is_shown:
        return serve(request, path)
    if not is_shown:
        return _refused(request, article_url, GONE, 410)
    try:
        return show(request, trusted(state), article_url)
    except TamperedEvidence as problem:
        log.critical("ALARM: page %s takes no answers, for its evidence does not verify: %s", state.page_id, problem)
        return _refused(request, article_url, UNVERIFIED, 503)


def _asked(request, state, article_url):
    return _page(request, state, article_url, None, 200)


def _answered(request, state, article_url):
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _refused(request, article_url, TOO_LARGE, 413)
    form = FeedbackForm(request.POST)
    edition = _edition_seen(state, request.POST.get("edition", ""), request.moment)
    if edition is None:
        form.add_error(None, NO_SUCH_EDITION)
    if not form.is_valid():
        return _page(request, state, article_url, form, 422)
    if not keep(form, edition, request):
        form.add_error(None, ENOUGH)
        response = _page(request, state, article_url, form, 429)
        response.headers["Retry-After"] = str(seconds_to_the_next_hour(request.moment))
        return response
    # The form was posted to the place of its errors, which a browser would look for on the next page too.
    return redirect(f"{article_url}feedback/thanks/#main")


def _edition_seen(state, number, moment):
    """The edition that the form names, if readers ever got it of this article; a newer one may be shown by now."""
    if not EDITION_NUMBER.fullmatch(number):
        return None
    if int(number) == state.edition.number:
        return state.edition
    then = state_showing(state.page_id, int(number), moment)
    return then and trusted(then).edition


def _thanked(request, state, article_url):
    context = {"article_url": article_url, "title": state.edition.facts["title"], "days": settings.FEEDBACK_DAYS}
    return render(request, "pages/feedback_thanks.html", context)


def _page(request, state, article_url, form, status):
    edition = state.edition
    context = {"article_url": article_url, "title": edition.facts["title"], "number": edition.number, "form": form}
    return render(request, "pages/feedback.html", context, status=status)


def _refused(request, article_url, why, status):
    return render(request, "pages/feedback_refused.html", {"article_url": article_url, "why": why}, status=status)
