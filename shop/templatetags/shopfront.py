"""What other pages draw of the shop front."""

from django import template

register = template.Library()


@register.inclusion_tag("components/cart_link.html", takes_context=True)
def cart_link(context):
    """The way to the cart, with the number of items where the page knows the visitor.

    Other pages are the same for everybody and show a 0, which static/js/cart-count.js fills in.
    """
    request = getattr(context, "request", None) or context.get("request")
    return {"count": getattr(request, "cart_count", None)}
