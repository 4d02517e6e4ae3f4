"""Asking for what is in the cart. Nobody's name is in an address, in a log or in a mail."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from shop import senders
from shop.cart import cart_of, store
from shop.cart_views import kept_by_nobody
from shop.enquiries import receive
from shop.enquiry_form import EnquiryForm
from shop.models import Enquiry

SENT = "enquiry_sent"
NOTHING_LEFT = "Nothing was sent: your cart is empty, or what was in it cannot be booked any more."
ENOUGH = (
    f"Nothing was sent: {senders.MOST} requests came from your connection within an hour, and more are not taken. Send "
    "this again in an hour, or call us."
)


@sensitive_post_parameters()
@sensitive_variables()
@kept_by_nobody
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request):
    """The form below the help lines; a POST is answered once, however often it comes."""
    posted = request.method == "POST"
    if posted and (before := _sent_before(request.POST.get("token"))):
        return _thanks(request, before)
    cart = cart_of(request)
    if not cart.lines:
        if posted:
            messages.info(request, NOTHING_LEFT)
        return redirect("shop:cart")
    if not posted:
        return _page(request, EnquiryForm(cart=cart), 200)
    form = EnquiryForm(request.POST, cart=cart)
    if not form.is_valid():
        return _page(request, form.shown_again(), 422)
    if senders.has_sent_enough(request):
        form.add_error(None, ENOUGH)
        response = _page(request, form, 429)
        response.headers["Retry-After"] = str(int(senders.WITHIN.total_seconds()))
        return response
    return _thanks(request, receive(form, request))


@require_safe
@kept_by_nobody
def sent(request):
    """What happens next, for who has just sent something; the reference is in the session, not in the address."""
    reference = request.session.get(SENT)
    if not reference:
        return redirect("shop:cart")
    # The header needs no second request for what is known here.
    cart_of(request)
    return render(request, "pages/enquiry_sent.html", {"reference": reference})


def _sent_before(token):
    try:
        return Enquiry.objects.filter(token=uuid.UUID(token)).first()
    except (TypeError, ValueError):
        return None


def _thanks(request, received):
    store(request.session, {})
    request.session[SENT] = received.reference
    # The form was posted to the place of its errors, which a browser would look for on the next page too.
    return redirect(f"{reverse('shop:enquiry_sent')}#main")


def _page(request, form, status):
    return render(request, "pages/enquiry.html", {"form": form, "cart": form.cart}, status=status)
