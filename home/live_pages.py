"""Links in a frozen text that are made when it is read: to the clinic's services, which come and go."""

import logging
import re

from django.db import DatabaseError
from django.utils.html import escape
from wagtail.models import Page

log = logging.getLogger(__name__)

# What templates/blocks/conclusion.html prints into a frozen text.
_PLACE = re.compile(r'<span data-live-page="([0-9]{1,9})">([^<]*)</span>')


def with_live_pages(html):
    """`html`, a trusted text, with a link in each place whose page is published; else its words stay alone.

    One query where there are such places, none elsewhere.
    """
    places = {int(number) for number, _words in _PLACE.findall(html)}
    if not places:
        return html
    addresses = _addresses(places)

    def link(found):
        address = addresses.get(int(found[1]))
        return f'<a href="{escape(address)}">{found[2]}</a>' if address else found[2]

    return _PLACE.sub(link, html)


def _addresses(ids):
    try:
        pages = Page.objects.filter(pk__in=ids, live=True)
        return {page.pk: parts[2] for page in pages if (parts := page.get_url_parts())}
    except DatabaseError:
        log.exception("Links to services could not be made; their names are shown alone.")
        return {}
