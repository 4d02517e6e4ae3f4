"""Uploads are for those who work here: whoever may write may upload, and nobody approves a file.

What readers get to see of pictures is in the record of the editions (`/record/`).
"""

from django.conf import settings
from django.http import Http404
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django.views.static import serve


def refuse_readers(request):
    """Raise Http404, as for a file that is not there, unless somebody with access to the admin asks."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404("There is no such file.")


@require_safe
def upload(request, path):
    """A file below MEDIA_ROOT, for the admin's screens."""
    refuse_readers(request)
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "private, no-cache"
    # Opened on its own, a file must not run as the site.
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    patch_vary_headers(response, ["Cookie"])
    return response
