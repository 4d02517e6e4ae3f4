"""The screen “Articles”: all articles in one list, and where a new one begins."""

from django.forms import CheckboxSelectMultiple
from django_filters.filters import MultipleChoiceFilter
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from blog.document_screens.menus import import_buttons
from blog.editor_menus import with_what_is_shown
from blog.enums import ArticleType
from blog.models import ArticleIndexPage, ArticlePage


class ArticleFilterSet(PageFilterSet):
    """An article has no pages below it, and its type is what tells it from others."""

    has_child_pages = None
    article_type = MultipleChoiceFilter(label="Type", choices=ArticleType.choices, widget=CheckboxSelectMultiple)


class ArticleIndexView(IndexView):
    @property
    def header_buttons(self):
        return [*super().header_buttons, *import_buttons(ArticleIndexPage.objects.all(), self.request.user)]

    def annotate_queryset(self, pages):
        return with_what_is_shown(super().annotate_queryset(pages), self.request.moment)


class ArticleListingViewSet(PageListingViewSet):
    """Spares authors the way through the tree of pages, which holds more than articles."""

    name = "articles"
    url_prefix = "articles"
    model = ArticlePage
    index_view_class = ArticleIndexView
    filterset_class = ArticleFilterSet
    icon = "doc-full"
    menu_label = "Articles"
    menu_order = 90
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        Column("article_type", label="Type", accessor="get_article_type_display", sort_key="article_type", width="12%"),
        DateColumn("latest_revision_created_at", label="Updated", sort_key="latest_revision_created_at", width="12%"),
        # Not to be sorted by: what Wagtail would sort by is the same for all articles.
        PageStatusColumn("status", label="Status", width="20%"),
    ]
