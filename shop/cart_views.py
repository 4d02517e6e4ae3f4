"""The cart: looked at by GET, changed by POST alone, and kept by no cache."""

from django.contrib import messages
from django.http import HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from shop.cart import cart_of, number_in, store, with_more, with_number, without
from shop.models import ServiceIndexPage, ServicePage
from shop.offers import offers_of

kept_by_nobody = cache_control(private=True, no_store=True)
NOT_OFFERED = "That service is not offered. Nothing was changed."


@require_safe
@kept_by_nobody
def cart(request):
    context = {"cart": cart_of(request), "catalogue_url": ServiceIndexPage.address_for(request)}
    return render(request, "pages/cart.html", context)


@require_safe
@kept_by_nobody
def count(request):
    """How many items the visitor has, for the header of pages that know no visitor."""
    return JsonResponse({"count": cart_of(request).count})


def changes_cart(view):
    """A view that is posted to, changes the items and says what became of them, and then sends the visitor on.

    `view(request, cart)` returns the new items and a sentence. A GET, such as a browser that opens its last addresses
    again, changes nothing and leads to the cart.
    """

    @kept_by_nobody
    def changing(request):
        if request.method in ("GET", "HEAD"):
            return redirect("shop:cart")
        if request.method != "POST":
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        before = cart_of(request)
        items, sentence = view(request, before)
        store(request.session, items)
        for said in [sentence, *before.notices] if sentence else []:
            messages.info(request, said)
        return redirect(return_address(request))

    return changing


def return_address(request, otherwise=None):
    """Where the visitor came from, if it is a page of ours; else `otherwise`, which is the cart."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and len(wanted) < 1000 else otherwise or reverse("shop:cart")


@changes_cart
def add(request, cart):
    offer = _offer(request)
    if offer is None:
        return cart.items, NOT_OFFERED
    if not offer.can_be_booked:
        return cart.items, f"“{offer.title}” cannot be booked on this site. Nothing was added."
    return with_more(cart, offer, number_in(request.POST.get("quantity", "1")))


@changes_cart
def change(request, cart):
    pk = number_in(request.POST.get("service"))
    offer = next((line.offer for line in cart.lines if line.offer.pk == pk), None)
    if offer is None:
        return cart.items, "That service is not in your cart. Nothing was changed."
    return with_number(cart, offer, number_in(request.POST.get("quantity")))


@changes_cart
def remove(request, cart):
    return without(cart, number_in(request.POST.get("service")))


@changes_cart
def clear(request, cart):
    return {}, "Your cart has been emptied."


@changes_cart
def tidy(request, cart):
    """What the notices spoke of is let go; they need not be said again."""
    return cart.items, ""


def _offer(request):
    pk = number_in(request.POST.get("service"))
    if pk is None or pk >= 2**31:
        return None
    return next((offer for offer in offers_of(ServicePage.objects.published().among([pk]), request) if offer.url), None)
