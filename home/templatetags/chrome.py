"""What stands round every page: help first, then the header, and the footer.

Each works without a request too, and then asks no database: the page that says the site is broken needs them most.
"""

import re

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.safestring import mark_safe

from home.crisis import crisis_services
from home.live_pages import with_live_pages
from home.models import SiteSettings
from home.navigation import header_links, policy_links

register = template.Library()

# What templates/components/live_help.html prints into a frozen text.
_LIVE_HELP = re.compile(r'<div class="live-help" data-live-help="(all|emergency|service-[0-9]+)"></div>')

# The line that the example of a section chooses is no row: the first that there is stands for it.
_EXAMPLE = "service-0"


@register.inclusion_tag("components/help_bar.html", takes_context=True)
def help_bar(context):
    return {"services": crisis_services(_request(context))}


@register.inclusion_tag("components/crisis_line.html", takes_context=True)
def crisis_line(context, place="page"):
    """The help lines, outlined; `place` tells apart two of them on one page."""
    return {"services": crisis_services(_request(context)), "place": place}


@register.simple_tag(takes_context=True)
def with_help_lines(context, html):
    """A frozen text with today's numbers and addresses where it has a place for them: a number must never be as old as
    a text.

    `html` is trusted; it is sealed, or was rendered a moment ago.
    """
    html = with_live_pages(html)
    if "data-live-help" not in html:
        return mark_safe(html)  # noqa: S308
    services = crisis_services(_request(context))

    def lines(found):
        if found[1] == _EXAMPLE:
            return drawn(services[:1])
        # A line that was chosen and is gone, like a site without an emergency number, leaves all there are.
        return drawn([service for service in services if _is_wanted(service, found[1])] or services)

    def drawn(wanted):
        return f'<div class="live-help">{render_to_string("components/help_lines.html", {"services": wanted})}</div>'

    return mark_safe(_LIVE_HELP.sub(lines, html))  # noqa: S308


@register.simple_block_tag(takes_context=True)
def live_parts(context, content):
    """What `with_help_lines` does, of the trusted text that stands between the tags."""
    return with_help_lines(context, content)


def _is_wanted(service, which):
    if which == "emergency":
        return service["is_emergency"]
    return which == "all" or which == f"service-{service.get('id')}"


@register.inclusion_tag("components/site_header.html", takes_context=True)
def site_header(context):
    request = _request(context)
    words = _words(request)
    return _brand(words) | {
        "links": header_links(request, words) if request else [],
        "query": context.get("query", ""),
        "home_url": get_script_prefix(),
    }


@register.inclusion_tag("components/site_footer.html", takes_context=True)
def site_footer(context):
    request = _request(context)
    words = _words(request)
    return _brand(words) | {"links": policy_links(request, words) if request else [], "contact": words}


@register.inclusion_tag("components/feed_links.html", takes_context=True)
def feed_links(context, subject="", address=None):
    """Where programs find the feeds of the site, or of the subject whose page is at `address`."""
    return {"title": subject or brand_name(context), "address": address or get_script_prefix()}


@register.simple_tag(takes_context=True)
def brand_name(context):
    return _brand(_words(_request(context)))["brand_name"]


@register.simple_tag(takes_context=True)
def site_picture(context):
    """The address of the picture that was set for sharing pages, below the site's root; empty without one."""
    words = _words(_request(context))
    has_one = words.social_picture_id and words.social_picture_digest
    return reverse("site-picture", args=[words.social_picture_digest]) if has_one else ""


def _request(context):
    # A component that is included with `only` has no variable of that name, but its context still belongs to a request.
    return getattr(context, "request", None) or context.get("request")


def _words(request):
    return SiteSettings.for_reader(request) if request else SiteSettings()


def _brand(words):
    return {"brand_name": words.brand_name or settings.WAGTAIL_SITE_NAME, "tagline": words.tagline}
