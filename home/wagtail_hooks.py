from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import CrisisService


class CrisisServiceViewSet(SnippetViewSet):
    model = CrisisService
    icon = "warning"
    menu_label = "Crisis services"
    list_display = ["name", "phone", "is_emergency", "sort_order", "last_verified_on"]
    add_to_settings_menu = True


register_snippet(CrisisServiceViewSet)
