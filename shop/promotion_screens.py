"""The screens on which promotions are kept."""

from django.utils import timezone
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from shop.medicines import prescription_medicines
from shop.models import Promotion
from shop.promotions import reasons_now


class SavedOnPurpose:
    """Readers get what is saved, so no half-typed word is saved by itself."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class PromotionCreateView(SavedOnPurpose, CreateView):
    pass


class PromotionEditView(SavedOnPurpose, EditView):
    pass


class WhatReadersGet(Column):
    """Whether a promotion is shown at this moment, and what it lacks if not."""

    def __init__(self):
        super().__init__("shown", label="Readers get it")

    def get_value(self, promotion):
        return " ".join(reasons_now(promotion, timezone.now(), prescription_medicines())) or "Yes"


class PromotionViewSet(SnippetViewSet):
    model = Promotion
    icon = "tag"
    menu_label = "Promotions"
    menu_order = 720
    add_to_admin_menu = True
    add_view_class = PromotionCreateView
    edit_view_class = PromotionEditView
    copy_view_enabled = False
    list_display = ["text", WhatReadersGet(), "starts_at", "ends_at", "evidence_checked_on"]

    def get_queryset(self, request):
        return Promotion.objects.select_related("terms_page")
