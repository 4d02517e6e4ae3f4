"""What articles add to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from blog import draftail, editor_menus, history
from blog.addresses.screen import AddressView
from blog.admin_api import ArticleAwarePagesAPI
from blog.article_screen import ArticleListingViewSet
from blog.catalogue import CatalogueView
from blog.clinical_checks.views import AnswerView, CheckNewView, CheckView
from blog.document_screens import menus as document_menus
from blog.page_views import ArticleAwarePageViewSet
from blog.references.screens import PASTE, PasteReferencesView
from blog.snippets import SharedKnowledge
from blog.usage import keep_what_is_used

register_snippet(SharedKnowledge)
hooks.register("before_delete_snippet", keep_what_is_used)
hooks.register("register_rich_text_features", draftail.register)
document_menus.register()


@hooks.register("register_icons")
def register_icons(icons):
    return [*icons, "admin/icons/pill.svg", "admin/icons/pulse.svg"]


@hooks.register("register_admin_viewset")
def register_page_views():
    return [ArticleAwarePageViewSet(), ArticleListingViewSet()]


@hooks.register("construct_admin_api")
def register_pages_api(router):
    router.register_endpoint("pages", ArticleAwarePagesAPI)


@hooks.register("register_admin_urls")
def register_article_urls():
    return [
        path("articles/<int:page_id>/address/", AddressView.as_view(), name="article_address"),
        path("articles/<int:page_id>/check/", CheckView.as_view(), name="article_check"),
        path("articles/<int:page_id>/answer/", AnswerView.as_view(), name="article_answer"),
        path("articles/new/<int:parent_id>/check/", CheckNewView.as_view(), name="article_check_new"),
        path("articles/sections/", CatalogueView.as_view(), name="section_catalogue"),
        path("references/paste/", PasteReferencesView.as_view(), name=PASTE),
    ]


@hooks.register("register_help_menu_item")
def catalogue_menu_item():
    return MenuItem("Sections of an article", reverse("section_catalogue"), icon_name="list-ul", order=100)


@hooks.register("construct_page_action_menu")
def name_the_submission(menu_items, request, context):
    editor_menus.name_the_submission(menu_items, request, context)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    yield from editor_menus.view_live_button(page, priority=6)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    yield from editor_menus.view_live_button(page, priority=12)
    yield from editor_menus.change_address_button(page, user, priority=25)


@hooks.register("construct_explorer_page_queryset")
def say_what_is_shown(parent_page, pages, request):
    return editor_menus.with_what_is_shown(pages, request.moment)


@hooks.register("insert_global_admin_css")
def admin_css():
    files = ((static(f"css/admin-{name}.css"),) for name in ("status", "fields"))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', files)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    history.register(actions)

    @actions.register_action("blog.change_address")
    class ChangeAddressFormatter(LogFormatter):
        label = "Change address"

        def format_message(self, log_entry):
            return "Address changed from {before} to {after}".format(**log_entry.data)
