"""The register of enquiries in Wagtail's admin, for those who answer them."""

from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from editions.local_time import moment_text
from editions.registers import TameSearch
from shop.models import Enquiry


class OnlyVisitorsAsk(PermissionHelper):
    """Nobody on the staff makes an enquiry, whatever permissions they hold."""

    def user_can_create(self, user):
        return False


class EnquiryRegister(ModelAdmin):
    """Lists references, not people: the list stands open on screens, and a search for a name would be in addresses."""

    model = Enquiry
    menu_label = "Enquiries"
    menu_icon = "mail"
    menu_order = 710
    permission_helper_class = OnlyVisitorsAsk
    list_display = ["reference", "received", "status", "asks_for"]
    list_filter = ["status"]
    list_per_page = 50
    search_fields = ["reference"]
    search_handler_class = TameSearch

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("lines")

    def received(self, enquiry):
        return moment_text(enquiry.received_at)

    received.short_description, received.admin_order_field = "Received", "received_at"

    def asks_for(self, enquiry):
        return ", ".join(str(line) for line in enquiry.lines.all())
