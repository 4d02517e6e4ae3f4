"""For programs that ask again and again: whether anything changed since they last did."""

import math
from datetime import datetime

from django.db.models import Subquery
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from editions.canonical import digest
from editions.models import PublicState
from editions.prepared import Prepared

ALWAYS_ASK = "no-cache"

LAST = Prepared(
    lambda moment: (
        PublicState.objects.filter(starts_at__lte=moment)
        .order_by("-starts_at")
        .values_list(
            "starts_at",
            Subquery(PublicState.objects.filter(ends_at__lte=moment).order_by("-ends_at").values("ends_at")[:1]),
        )[:1]
    ),
    moment=datetime,
)


def last_change(moment):
    """The last moment up to `moment` at which anything that readers get began or ended; None before any. One query."""
    return next((max(filter(None, row)) for row in LAST.rows(moment=moment)), None)


def answered(request, response, changed=None):
    """`response` with its digest as its tag and `changed` as its date, or 304 to who has it already.

    The tag knows words of the site too; the date, for who asks by date alone, only what the ledger did.
    """
    tag = f'"{digest(response.content)[:32]}"'
    # A date has whole seconds: rounded up, who asked within that second gets the change.
    seconds = math.ceil(changed.timestamp()) if changed else None
    response.headers["ETag"] = tag
    if seconds:
        response.headers["Last-Modified"] = http_date(seconds)
    response.headers["Cache-Control"] = ALWAYS_ASK
    return get_conditional_response(request, tag, seconds, response)
