"""Hiding an offer."""

import re

from django.conf import settings
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from shop.cart_views import kept_by_nobody, return_address
from shop.promotions import DISMISSED, HIDDEN_FOR


@csrf_exempt
@kept_by_nobody
def hide(request):
    """Leaves a cookie that names the offer and nobody, so the page that shows it needs neither session nor token.

    Without a token another site can hide an offer, which harms nobody.
    """
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    response = redirect(return_address(request, otherwise="/"))
    which = request.POST.get("promotion", "")
    if re.fullmatch(r"[0-9]{1,18}", which):
        response.set_cookie(
            DISMISSED,
            which,
            max_age=HIDDEN_FOR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
