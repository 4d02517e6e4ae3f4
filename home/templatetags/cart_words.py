"""The site's words on an empty cart."""

from django import template

from home.models import SiteSettings

register = template.Library()


@register.simple_tag(takes_context=True)
def words_of_an_empty_cart(context):
    """A dict of heading, body and browse: what was saved for the site, else what every cart can say."""
    words = SiteSettings.for_reader(context["request"])
    return {
        "heading": words.cart_empty_heading or "Your cart is empty",
        "body": words.cart_empty_body or "You have not chosen a service yet.",
        "browse": words.cart_browse_label or "Browse services",
    }
