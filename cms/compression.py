"""Readers' pages go out compressed, for somebody on a phone may have a slow line."""

from django.middleware.gzip import GZipMiddleware
from django.urls import reverse

TEXT = ("text/", "application/atom+xml", "application/feed+json", "application/json", "application/xml")


class ReadersCompressionMiddleware(GZipMiddleware):
    """Django's compression, whose random padding hides the length of a page, for text that stands outside the admin.

    Static files were compressed when they were collected; pictures are compressed as they are.
    """

    def process_response(self, request, response):
        is_text = response.headers.get("Content-Type", "").startswith(TEXT)
        if response.streaming or not is_text or request.path.startswith(reverse("wagtailadmin_home")):
            return response
        return super().process_response(request, response)
