"""Where Wagtail's screens offer to import a document and to export an article, and the addresses behind that."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.widgets.button import Button, HeaderButton

from blog.document_screens.exporting import DRAFT, EDITION, ExportDraftView, ExportEditionView
from blog.document_screens.importing import LOOK, READERS, UPLOAD, ImportView, LookView, ReadersView
from blog.exporters import EXPORTS
from blog.models import ArticleIndexPage
from blog.refusals import is_article

IMPORT = "Import a document"


def register():
    """Put them where they belong in the admin."""
    hooks.register("register_admin_urls", document_urls)
    hooks.register("register_page_header_buttons", header_buttons)
    hooks.register("register_page_listing_more_buttons", listing_buttons)


def document_urls():
    return [
        path("articles/import/<int:index_id>/", ImportView.as_view(), name=UPLOAD),
        path("articles/import/<int:index_id>/<int:staged_id>/", LookView.as_view(), name=LOOK),
        path("articles/import/<int:index_id>/<int:staged_id>/readers/", ReadersView.as_view(), name=READERS),
        path("articles/<int:page_id>/export/<slug:kind>/", ExportDraftView.as_view(), name=DRAFT),
        path("editions/<int:edition_id>/export/<slug:kind>/", ExportEditionView.as_view(), name=EDITION),
    ]


class IndexWithImport(ExplorableIndexView):
    """Wagtail's list of the pages below one; that of the articles has a button to import a document."""

    @property
    def header_buttons(self):
        return [*super().header_buttons, *import_buttons([self.parent_page], self.request.user)]


def import_buttons(pages, user):
    """A button for each of `pages` below which `user` may import; named for the page where there are several."""
    pages = [page for page in pages if may_import(page, user)]
    for page in pages:
        label = IMPORT if len(pages) == 1 else f"{IMPORT} into “{page.get_admin_display_title()}”"
        yield HeaderButton(label, url=reverse(UPLOAD, args=[page.pk]), icon_name="upload")


def may_import(page, user):
    return page.specific_class is ArticleIndexPage and page.permissions_for_user(user).can_add_subpage()


def header_buttons(page, user, view_name, next_url=None):
    yield from export_buttons(page, user, priority=30)


def listing_buttons(page, user, next_url=None):
    if may_import(page, user):
        yield Button(IMPORT, url=reverse(UPLOAD, args=[page.pk]), icon_name="upload", priority=8)
    yield from export_buttons(page, user, priority=26)


def export_buttons(page, user, priority):
    if is_article(page) and page.permissions_for_user(user).can_edit():
        for place, (kind, export) in enumerate(EXPORTS.items()):
            url = reverse(DRAFT, args=[page.pk, kind])
            yield Button(f"Export as {export.name}", url=url, icon_name="download", priority=priority + place)
