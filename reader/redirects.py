"""Old addresses lead to new ones, for as long as they do."""

from django.http import HttpResponsePermanentRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirectMiddleware
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

ALWAYS_ASK = "no-cache"
BELOW_A_PAGE = {"edition": "editions/{number}/", "feed": "feed.{form}", "feedback": "feedback/"}


class RedirectMiddleware(WagtailRedirectMiddleware):
    """Wagtail's, but no browser keeps a redirect without asking: one to a page that later moves back would lead its
    readers in a circle, and out of reach of any correction. And what stands below a page's address moves along with it:
    the editions of an article and the answers of its readers, the feeds of a topic.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is response and response.status_code == 404:
            answer = _moved_along(request) or response
        if answer is not response:
            answer.headers["Cache-Control"] = ALWAYS_ASK
        return answer


def _moved_along(request):
    """The way to an edition, a feed or a form whose page has another address now; None if the request is for none."""
    match = request.resolver_match
    if match is None or match.url_name not in BELOW_A_PAGE or not match.kwargs["path"]:
        return None
    redirect = get_redirect(request, Redirect.normalise_path("/" + match.kwargs["path"]))
    # Redirects that somebody wrote by hand lead anywhere.
    if redirect is None or not redirect.redirect_page_id or not redirect.link:
        return None
    below = BELOW_A_PAGE[match.url_name].format(**match.kwargs)
    # A form is sent on with what was typed.
    is_sent = request.method == "POST"
    return HttpResponsePermanentRedirect(f"{redirect.link.rstrip('/')}/{below}", preserve_request=is_sent)
