"""For search engines: every page that readers can open and that is meant to be found, and what to keep away from."""

from html import escape
from urllib.parse import urljoin

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from editions.addresses import address, site_of
from editions.all_shown import shown_here
from editions.canonical import canonical_moment
from reader.freshness import answered, last_change
from reader.people import profiles

# More than this, or than 50 MB, no engine takes in one file.
A_FILE = 50_000
XML = "application/xml; charset=utf-8"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@require_safe
def sitemap(request, number=None):
    """The site's pages; where they are more than `A_FILE`, the list of the files that hold them, each with a `number`.

    Six queries, two more for the first of a process after an act of the ledger.
    """
    site = _site(request)
    found = list(_pages(request, site))
    files = [found[start : start + A_FILE] for start in range(0, len(found), A_FILE)] or [[]]
    if number is not None:
        if not 1 <= int(number) <= len(files):
            raise Http404("There is no such part of the site map.")
        text = _map(files[int(number) - 1])
    elif len(files) == 1:
        text = _map(files[0])
    else:
        text = _index(urljoin(site.root_url, reverse("sitemap-part", args=[part + 1])) for part in range(len(files)))
    return answered(request, HttpResponse(text, content_type=XML), last_change(request.moment))


@require_safe
def robots(request):
    """What programs shall not ask for, and where the map is."""
    lines = ["User-agent: *", f"Disallow: {reverse('wagtailadmin_home')}"]
    if site := site_of(request):
        lines += ["", f"Sitemap: {urljoin(site.root_url, reverse('sitemap'))}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def _site(request):
    site = site_of(request)
    if site is None:
        raise Http404("There is no site here.")
    return site


def _pages(request, site):
    """`(address, day or moment of the last change)` of each page; what nobody reviewed is not for engines, nor are
    people whom it alone names.
    """
    root = site.root_page
    pages = Page.objects.filter(live=True, path__startswith=root.path).public().order_by("path")
    for url_path, changed in pages.values_list("url_path", "last_published_at"):
        yield urljoin(site.root_url, address(url_path, request)), changed
    yield urljoin(site.root_url, reverse("a-to-z")), None
    articles = shown_here(request)
    if people := [profile for profile in profiles(articles, request).values() if profile.is_for_engines]:
        yield urljoin(site.root_url, reverse("people")), None
    for profile in people:
        yield urljoin(site.root_url, profile.url), None
    for article, url_path in articles:
        if article.is_reviewed:
            yield urljoin(site.root_url, address(url_path, request)), article.starts_at


def _map(pages):
    lines = [
        f"<url><loc>{escape(location)}</loc>"
        + (f"<lastmod>{canonical_moment(changed)}</lastmod>" if changed else "")
        + "</url>\n"
        for location, changed in pages
    ]
    return f'{HEAD}<urlset xmlns="{NAMESPACE}">\n{"".join(lines)}</urlset>\n'


def _index(parts):
    lines = [f"<sitemap><loc>{escape(location)}</loc></sitemap>\n" for location in parts]
    return f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{"".join(lines)}</sitemapindex>\n'
