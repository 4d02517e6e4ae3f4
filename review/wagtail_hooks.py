"""What the review adds to Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import CancelWorkflowMenuItem

from review import history, urls
from review.menu import CountingMenuItem
from review.models import Submission
from review.standing import may_open_desk


@hooks.register("register_admin_urls")
def register_urls():
    return [path("review/", include(urls))]


@hooks.register("register_permissions")
def register_permissions():
    return Permission.objects.filter(content_type__app_label="review", content_type__model="submission")


@hooks.register("register_log_actions")
def register_log_actions(actions):
    history.register(actions)


@hooks.register("insert_global_admin_css")
def menu_count_style():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-menu.css"))


class ReviewDeskMenuItem(CountingMenuItem):
    def is_shown(self, request):
        return may_open_desk(request.user)

    def count(self, request):
        return Submission.objects.open().count()


@hooks.register("register_admin_menu_item")
def register_menu_item():
    return ReviewDeskMenuItem("Review desk", reverse("review:desk"), icon_name="clipboard-list", order=110)


class TakeBack(CancelWorkflowMenuItem):
    label = "Take back from review"
    icon_name = "resubmit"


@hooks.register("construct_page_action_menu")
def name_the_taking_back(menu_items, request, context):
    if not getattr(context.get("page"), "is_manuscript", False):
        return
    for position, item in enumerate(menu_items):
        if type(item) is CancelWorkflowMenuItem:
            menu_items[position] = TakeBack(order=item.order)


@hooks.register("before_edit_page")
def show_requested_changes(request, page):
    """Tell whoever opens a draft what the reviewer of its last submission asked for."""
    if request.method != "GET" or not getattr(page, "is_manuscript", False):
        return
    last = Submission.objects.for_page(page.pk).order_by("-pk").first()
    if last and last.outcome == Submission.Outcome.CHANGES_REQUESTED:
        button = messages.button(reverse("review:submission", args=[last.pk]), "See the text they read")
        messages.warning(request, f"{last.closed_by_name} asked for changes: “{last.note}”", buttons=[button])
