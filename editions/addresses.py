"""Where a page of the tree is found by its readers."""

from urllib.parse import quote

from django.http.request import split_domain_port
from django.urls import get_script_prefix
from wagtail.models import Page, Site

from editions.prepared import Columns, Prepared, instances

# What the way back to the front page is called, whatever that page's own title says.
HOME = "Home"

SITE = Columns(Site)
ROOT = Columns(Page, prefix="root_page__")
SITES = Prepared(lambda: Site.objects.order_by("pk").values_list(*SITE.paths, *ROOT.paths))


def site_of(request):
    """The site that answers `request`, with its root page, by Wagtail's own rule; None without one. One query.

    Wagtail's query decides in SQL, which is put together anew on every call: each reader would pay for it.
    Kept where `Site.find_for_request` looks first, so that the two never disagree.
    """
    if not hasattr(request, "_wagtail_site"):
        # As Wagtail does: an unknown host is no reason to refuse here, ALLOWED_HOSTS is checked elsewhere.
        host = split_domain_port(request._get_raw_host())[0]
        request._wagtail_site = choose_site(_sites(), host, request.get_port())
    return request._wagtail_site


def _sites():
    sites = []
    for row in SITES.rows():
        site, site.root_page = instances(row, SITE, ROOT)
        sites.append(site)
    return sites


def choose_site(sites, hostname, port):
    """Which of `sites` answers for a host and port: both alike, else the default of that name, else the only one of
    that name, else the default.
    """
    named = [site for site in sites if site.hostname == hostname]
    for site in named:
        if str(site.port) == str(port):
            return site
    for site in named:
        if site.is_default_site:
            return site
    if len(named) == 1:
        return named[0]
    return next((site for site in sites if site.is_default_site), None)


def address(url_path, request):
    """The link to the page with Wagtail's `url_path`, from the site of `request`; None outside every site.

    Root-relative within the request's own site, with the host's name for a page of another site.
    """
    found = None
    for root in _site_root_paths(request):
        if url_path.startswith(root.root_path):
            site = site_of(request)
            relative = get_script_prefix() + quote(url_path[len(root.root_path) :])
            if site and root.site_id == site.pk:
                return relative
            found = found or root.root_url + relative
    return found


def addresses(page_ids, request):
    """A dict of page id to link for those of `page_ids` that exist in some site; one query."""
    rows = Page.objects.filter(pk__in=list(page_ids)).values_list("pk", "url_path")
    found = {pk: address(url_path, request) for pk, url_path in rows}
    return {pk: url for pk, url in found.items() if url}


def url_paths_below(root, slugs):
    """Wagtail's `url_path` of each page on the way from `root` down through `slugs`, the root's own left out."""
    return [f"{root.url_path}{'/'.join(slugs[: depth + 1])}/" for depth in range(len(slugs))]


def way_home(request):
    """The first step of a breadcrumb: title and url of the site's front page. No query beyond the site's."""
    return {"title": HOME, "url": address(site_of(request).root_page.url_path, request)}


def _site_root_paths(request):
    if not hasattr(request, "_wagtail_cached_site_root_paths"):
        request._wagtail_cached_site_root_paths = Site.get_site_root_paths()
    return request._wagtail_cached_site_root_paths
