"""What a page tells programs that show a card where somebody shares its address, and engines of its own address."""

from urllib.parse import urljoin

from django import template

from editions.addresses import site_of
from reader.social import Words, brand_of, of_edition, picture_address, picture_of_the_site
from reader.social_pictures import HEIGHT, WIDTH

register = template.Library()


@register.inclusion_tag("components/social.html", takes_context=True)
def social_tags(context, title, description, *, page=None, edition=None, since=None, number=1):
    """The canonical address, Open Graph and the picture: of an `edition` shown `since`, of a `page` of Wagtail, else of
    the site; all but editions have the picture that was set for the site, if one was. `number` is that of a page of a
    list. No query beyond the site's and its settings'.
    """
    request = context["request"]
    site = site_of(request)
    if site is None:
        return {}
    brand = brand_of(request)
    if edition:
        kind, pk, words = "edition", edition.pk, of_edition(edition, brand)
        picture = ""
    else:
        page = page or site.root_page
        kind, pk, words = "page", page.pk, Words(page.title, brand)
        picture = picture_of_the_site(request)
    return {
        "kind": "article" if edition else "website",
        "title": title,
        "description": description,
        "brand": brand,
        "address": urljoin(site.root_url, request.path + (f"?page={number}" if number > 1 else "")),
        "picture": urljoin(site.root_url, picture or picture_address(kind, pk, words)),
        "picture_type": "image/jpeg" if picture else "image/png",
        "alt": words.brand if picture else f"{words.title}. {words.brand}",
        "width": WIDTH,
        "height": HEIGHT,
        "since": since,
    }
