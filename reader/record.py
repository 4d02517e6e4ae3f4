"""Pictures inside editions, at an address made of the digest of their bytes: what it names can never change."""

import logging

from django.core.files.storage import storages
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from editions.models import PublicState
from editions.record import digest_of

log = logging.getLogger(__name__)

CONTENT_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
FOR_EVER = "public, max-age=31536000, immutable"
FOR_STAFF = "private, no-store"


@require_safe
def record(request, digest, extension):
    """The file `<digest>.<extension>` of the record, after its bytes were seen to have that digest; else 404.

    Drafts put theirs into the record too, before anybody approved them: those are for staff.
    """
    name = f"{digest}.{extension}"
    is_public = was_public(name, request.moment)
    if not is_public and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404("There is no such file in the record.")
    try:
        file = storages["record"].open(name)
    except FileNotFoundError:
        raise Http404("There is no such file in the record.") from None
    if digest_of(file) != digest:
        file.close()
        log.critical("ALARM: the file %s of the record is not shown, for its bytes have changed.", name)
        raise Http404("This file of the record does not verify.")
    # A drawing may carry script; opened on its own it must not run as the site.
    headers = {
        "Cache-Control": FOR_EVER if is_public else FOR_STAFF,
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    return FileResponse(file, content_type=CONTENT_TYPES[extension], headers=headers)


def was_public(name, moment):
    """Whether readers were given an edition that shows the file `name`, at any time up to `moment`. One query."""
    shown = PublicState.objects.shown().filter(starts_at__lte=moment)
    return shown.filter(edition__pictures__name=name).exists()
