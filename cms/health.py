"""For load balancers and monitors: is this process up, and does its database answer?"""

import logging

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 while the database answers one query, else 503; the reason goes to the log, never to the asker."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        logger.exception("The database does not answer the health check")
        return JsonResponse({"status": "failing", "database": "no answer"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})
