"""Old addresses lead to new ones, for as long as they do."""

from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirectMiddleware

ALWAYS_ASK = "no-cache"


class RedirectMiddleware(WagtailRedirectMiddleware):
    """Wagtail's, but no browser keeps a redirect without asking: one to a page that later moves back would lead its
    readers in a circle, and out of reach of any correction.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is not response:
            answer.headers["Cache-Control"] = ALWAYS_ASK
        return answer
