"""What other pages draw of the shop front."""

from django import template

from shop.promotions import promotion_for

register = template.Library()


@register.inclusion_tag("components/cart_link.html", takes_context=True)
def cart_link(context):
    """The way to the cart, with the number of items where the page knows the visitor.

    Other pages are the same for everybody and show a 0, which static/js/cart-count.js fills in.
    """
    return {"count": getattr(_request(context), "cart_count", None)}


@register.inclusion_tag("components/promotion.html", takes_context=True)
def promotion(context):
    """The current offer, for the two pages that have room for one: the front page and the catalogue."""
    request = _request(context)
    return {"promotion": promotion_for(request), "next": request.path}


def _request(context):
    # A component that is included with `only` has no variable of that name, but its context still belongs to a request.
    return getattr(context, "request", None) or context.get("request")
