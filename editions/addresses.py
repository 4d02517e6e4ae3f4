"""Where a page of the tree is found by its readers."""

from urllib.parse import quote

from django.urls import get_script_prefix
from wagtail.models import Page, Site


def address(url_path, request):
    """The link to the page with Wagtail's `url_path`, from the site of `request`; None outside every site.

    Root-relative within the request's own site, with the host's name for a page of another site.
    """
    found = None
    for root in _site_root_paths(request):
        if url_path.startswith(root.root_path):
            site = Site.find_for_request(request)
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


def _site_root_paths(request):
    if not hasattr(request, "_wagtail_cached_site_root_paths"):
        request._wagtail_cached_site_root_paths = Site.get_site_root_paths()
    return request._wagtail_cached_site_root_paths
