"""On the staff's first screen: what of the shop front readers do not get, and why."""

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from shop.medicines import prescription_medicines
from shop.models import Promotion, ServicePage
from shop.offers import objections
from shop.promotions import reasons_now


class KeptBack(Component):
    """Offers that are not over, and published services, with the reasons against them; nothing when there are none."""

    order = 250
    template_name = "admin/shop/kept_back.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        medicines = prescription_medicines()
        return {"promotions": self._promotions(medicines), "services": self._services(medicines)}

    def _promotions(self, medicines):
        if not self.user.has_perm("shop.change_promotion"):
            return []
        now = timezone.now()
        kept = [
            {
                "title": str(promotion),
                "url": reverse(Promotion.snippet_viewset.get_url_name("edit"), args=[promotion.pk]),
                # As it would be when it begins: what is only waiting for its day lacks nothing.
                "reasons": reasons_now(promotion, max(now, promotion.starts_at or now), medicines),
            }
            for promotion in Promotion.objects.not_over(now).select_related("terms_page")
        ]
        return [promotion for promotion in kept if promotion["reasons"]]

    def _services(self, medicines):
        return [
            {
                "title": service.get_admin_display_title(),
                "url": reverse("wagtailadmin_pages:edit", args=[service.pk]),
                "reasons": reasons,
            }
            for service in ServicePage.objects.published()
            if (reasons := [objection.message for objection in objections(service, medicines)])
            and service.permissions_for_user(self.user).can_edit()
        ]
