"""Release of an imported article that nobody has changed or reviewed; its edition then waits for a date as others."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.clinical_checks.findings import findings_in
from blog.models import ArticlePage
from editions.errors import LedgerError
from review import signoff
from review.errors import ReviewError
from schedule.forms import UnreviewedForm
from schedule.unreviewed import candidates
from schedule.views.access import DeskAccess

A_PAGE = 25
HEADING = "Publish without review"


class ReleaseAccess(DeskAccess):
    """Who may publish and also seal what nobody has reviewed."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("review.seal_unreviewed"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        desk = {"url": reverse("publication_desk:waiting"), "label": "Publication desk"}
        return [*super().get_breadcrumbs_items(), desk]


class CandidatesView(ReleaseAccess, WagtailAdminTemplateMixin, TemplateView):
    page_title = HEADING
    header_icon = "calendar-check"
    template_name = "admin/schedule/candidates.html"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": HEADING}]

    def get_context_data(self, **kwargs):
        page = Paginator(candidates(), A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "page_obj": page,
            "linkurl": reverse("publication_desk:candidates"),
        }


class ReleaseView(ReleaseAccess, WagtailAdminTemplateMixin, View):
    page_title = HEADING
    header_icon = "calendar-check"
    template_name = "admin/schedule/release.html"

    def get_breadcrumbs_items(self):
        listed = {"url": reverse("publication_desk:candidates"), "label": HEADING}
        return [*super().get_breadcrumbs_items(), listed, {"url": "", "label": self.article.get_admin_display_title()}]

    def get(self, request, pk):
        self.article = get_object_or_404(ArticlePage, pk=pk)
        return self.shown(UnreviewedForm())

    def post(self, request, pk):
        self.article = get_object_or_404(ArticlePage, pk=pk)
        form = UnreviewedForm(request.POST)
        if form.is_valid():
            try:
                edition = signoff.seal_unreviewed(self.article, request.user, form.cleaned_data["reason"])
            except (ReviewError, LedgerError) as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(
                    request, f"Edition {edition.number} of “{edition.facts['title']}” is sealed. Now give it a date."
                )
                return redirect("publication_desk:publish", edition.pk)
        return self.shown(form)

    def shown(self, form):
        return self.render_to_response(
            self.get_context_data(
                form=form,
                article=self.article,
                objections=signoff.release_objections_to(self.article),
                findings=findings_in(self.article.get_latest_revision_as_object()),
                back_url=reverse("publication_desk:candidates"),
            )
        )
