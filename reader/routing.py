"""Wagtail's way to a page that it serves itself, in two prepared queries instead of its own three or more."""

from functools import lru_cache

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from editions.addresses import url_paths_below
from editions.prepared import Columns, Prepared, numbered

# A query is kept for each depth, and anybody can ask for any depth.
DEEPEST = 8


def route_ahead(request, site, path):
    """Leave the page at `path` where Wagtail's `serve` looks before it searches, if its search would find just that.

    Nothing is left where a class on the way has a routing of its own, as routable pages and articles have, where a page
    is missing or not live, and for translated trees: then Wagtail searches as ever.
    """
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return
    root = site.root_page
    slugs = path.split("/")[:-1]
    if len(slugs) > DEEPEST:
        return
    addresses = url_paths_below(root, slugs)
    way = {root.url_path: (root.pk, root.content_type_id, root.live)}
    if slugs:
        for url_path, *found in _pages_on_the_way(len(slugs)).rows(**numbered(slug=slugs, url_path=addresses)):
            way[url_path] = found
    models = [ContentType.objects.get_for_id(content_type).model_class() for _, content_type, _ in way.values()]
    if len(way) <= len(slugs) or not all(model and model.route is Page.route for model in models):
        return
    pk, content_type, live = way[addresses[-1] if slugs else root.url_path]
    if live:
        columns, page = _specific(ContentType.objects.get_for_id(content_type).model_class())
        for row in page.rows(pk=pk):
            request._wagtail_route_for_request = RouteResult(columns.instance(row))


@lru_cache(maxsize=DEEPEST)
def _pages_on_the_way(depth):
    def build(**arguments):
        slugs, addresses = ([arguments[f"{name}{place}"] for place in range(depth)] for name in ("slug", "url_path"))
        pages = Page.objects.filter(slug__in=slugs, url_path__in=addresses)
        return pages.values_list("url_path", "pk", "content_type", "live")

    return Prepared(build, **dict.fromkeys(numbered(slug=range(depth), url_path=range(depth)), str))


@lru_cache
def _specific(model):
    columns = Columns(model)
    return columns, Prepared(lambda pk: model._default_manager.filter(pk=pk).values_list(*columns.paths), pk=int)
