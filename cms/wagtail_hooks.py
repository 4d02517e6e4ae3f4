from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.style_page import StylePageView
from cms.uploads import refuse_readers


@hooks.register("before_serve_document")
def documents_are_for_staff(document, request):
    refuse_readers(request)


@hooks.register("register_admin_urls")
def style_page_url():
    return [path("styles/", StylePageView.as_view(), name="style_page")]


@hooks.register("register_help_menu_item")
def style_page_menu_item():
    return MenuItem("Style page", reverse("style_page"), icon_name="view", order=110)
