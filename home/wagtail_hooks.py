from wagtail.snippets.models import register_snippet

from home.choosers import HelpLineChooserViewSet
from home.models import CrisisService
from people.versions import VersionedViewSet


class CrisisServiceViewSet(VersionedViewSet):
    model = CrisisService
    icon = "warning"
    menu_label = "Crisis services"
    list_display = ["name", "phone", "is_emergency", "jurisdiction", "sort_order", "last_verified_on"]
    list_filter = ["jurisdiction", "is_emergency"]
    add_to_settings_menu = True
    chooser_viewset_class = HelpLineChooserViewSet


register_snippet(CrisisServiceViewSet)
