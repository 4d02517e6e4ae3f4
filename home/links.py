"""Links that editors set: from what is stored to what a reader can open at this moment."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage
from editions.addresses import address, site_of
from editions.models import PublicState
from editions.prepared import Prepared, numbered

# Pages that the links of one page of the site may lead to; those beyond are left out.
MOST = 32


def _linked(moment, index_type, **ids):
    public = PublicState.objects.at(moment).shown().filter(page_id=OuterRef("pk"))
    wanted = Q(pk__in=list(ids.values())) | Q(content_type=index_type)
    pages = Page.objects.filter(wanted).filter(Q(live=True) | Exists(public)).order_by("title", "pk")
    return pages.values_list("pk", "title", "url_path", "content_type")


LINKED = Prepared(_linked, moment=datetime, index_type=int, **dict.fromkeys(numbered(page=range(MOST)), int))


class Linked:
    """The pages that links lead to, read at once; one query."""

    def __init__(self, request, stored):
        """`stored` are all the links of the page, as stored: dicts of page (an id or None), address and label."""
        ids = list(dict.fromkeys(link["page"] for link in stored if link.get("page")))[:MOST]
        site = site_of(request)
        index_type = page_type(ArticleIndexPage)
        places = numbered(page=(ids + [0] * MOST)[:MOST])
        rows = LINKED.rows(moment=request.moment, index_type=index_type, **places) if site else []
        self.pages = {pk: (title, address(url_path, request), kind) for pk, title, url_path, kind in rows}
        here = [pk for pk, _, url_path, _ in rows if url_path.startswith(site.root_page.url_path)]
        # The address of the list of all articles, or None.
        self.index_url = next((self.pages[pk][1] for pk in here if self.pages[pk][2] == index_type), None)

    def links(self, stored):
        """Dicts of title, url and note, those of `stored` that lead somewhere."""
        return [link for link in map(self._link, stored) if link]

    def _link(self, stored):
        title, url = stored.get("label") or "", stored.get("address")
        if stored.get("page"):
            page_title, url, kind = self.pages.get(stored["page"], ("", None, None))
            # An article's title in the tree is that of its draft.
            title = title or ("" if kind == page_type(ArticlePage) else page_title)
        return {"title": title, "url": url, "note": stored.get("note") or ""} if title and url else None


def stored_links(stream):
    """The values of the links in a stream as they are stored, without a query for the pages."""
    return [child["value"] for child in stream.raw_data if child["type"] == "link"]


def page_type(model):
    """The id of a model's content type; asked for once a process."""
    return ContentType.objects.get_for_model(model).pk
