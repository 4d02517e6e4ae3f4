"""The publication desk's place in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from laces.components import Component
from wagtail import hooks

from review.menu import CountingMenuItem
from schedule import desk, history
from schedule.views.access import PERMISSION


@hooks.register("register_admin_urls")
def desk_urls():
    return [path("publication-desk/", include("schedule.urls"))]


@hooks.register("register_permissions")
def desk_permission():
    return Permission.objects.filter(content_type__app_label="schedule", codename="publish_editions")


@hooks.register("register_log_actions")
def desk_log_actions(actions):
    history.register(actions)


class DeskMenuItem(CountingMenuItem):
    waits = "waiting for a date"

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)

    def count(self, request):
        return desk.waiting(request.moment).count()


@hooks.register("register_admin_menu_item")
def desk_menu_item():
    url = reverse("publication_desk:waiting")
    return DeskMenuItem("Publication desk", url, name="publication-desk", icon_name="calendar-check", order=120)


class WaitingPanel(Component):
    """On the admin's front page: approved editions that wait for a date."""

    name = "waiting_for_a_date"
    template_name = "admin/schedule/waiting_panel.html"
    order = 120
    MOST = 5

    def get_context_data(self, parent_context):
        now = parent_context["request"].moment
        waiting = list(desk.waiting(now)[: self.MOST + 1])
        return {"editions": waiting[: self.MOST], "are_more": len(waiting) > self.MOST}


@hooks.register("construct_homepage_panels")
def waiting_panel(request, panels):
    if request.user.has_perm(PERMISSION):
        panels.append(WaitingPanel())
