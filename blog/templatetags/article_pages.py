"""For Wagtail's own templates: which pages are articles or hold some, and what is refused for them."""

from django import template

from blog import refusals

register = template.Library()
register.filter("is_article", refusals.is_article)
register.filter("holds_articles", refusals.holds_articles)


@register.simple_tag
def refusals_among(items, act):
    """The sentences to say where Wagtail lists `items` (dicts with the page as `item`) that `act` is refused for."""
    pages = [entry["item"] for entry in items]
    if act == "delete":
        return [sentence for page in pages if (sentence := refusals.reason_to_keep(page))]
    sentence = {"publish": refusals.PUBLISHING, "unpublish": refusals.UNPUBLISHING}[act]
    return [sentence] if any(refusals.is_article(page) for page in pages) else []


@register.simple_tag
def articles_stay():
    return refusals.ARTICLES_STAY
