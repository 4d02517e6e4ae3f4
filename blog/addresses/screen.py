"""The screen on which an article's address is changed: one deliberate act, apart from the text."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blog.addresses.changes import change_address, ever_public
from blog.addresses.forms import AddressForm
from blog.models import ArticlePage
from blog.refusals import Refused


class AddressView(WagtailAdminTemplateMixin, FormView):
    form_class = AddressForm
    template_name = "admin/article_address.html"
    page_title = "Change address"
    header_icon = "link"

    @cached_property
    def article(self):
        return get_object_or_404(ArticlePage, pk=self.kwargs["page_id"])

    def dispatch(self, request, *args, **kwargs):
        if not self.article.permissions_for_user(request.user).can_change_address():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.article.get_admin_display_title()

    def get_initial(self):
        return {"slug": self.article.slug}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"article": self.article}

    def form_valid(self, form):
        try:
            row = change_address(self.article, form.cleaned_data["slug"], self.request.user)
        except Refused as refusal:
            form.add_error("slug", str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, f"The article's address is now {row.url}")
        return redirect("wagtailadmin_pages:edit", row.pk)

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.article.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.article.get_admin_display_title()},
            {"url": "", "label": self.get_header_title()},
        ]

    def get_context_data(self, **kwargs):
        rows = ArticlePage.objects.filter(pk=self.article.pk)
        return super().get_context_data(**kwargs) | {
            "article": self.article,
            "leaves_redirect": ever_public(rows, timezone.now()).exists(),
            "can_move": self.article.permissions_for_user(self.request.user).can_move(),
        }
