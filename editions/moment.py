"""One request, one moment: everything a reader is shown is decided for the same instant."""

from django.utils import timezone


class MomentMiddleware:
    """Sets `request.moment`, the aware datetime for which the whole answer is computed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.moment = timezone.now()
        return self.get_response(request)
