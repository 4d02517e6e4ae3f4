"""Importing a document in the admin: upload it, see what would become of it, save it as a draft."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views import View
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blog.clinical_rules import Level, check
from blog.content import content
from blog.document_screens.bounded_upload import BoundedUpload
from blog.document_screens.upload_form import DocumentForm
from blog.importers import ImportRefused, SiteLibrary, create_draft, read_file, report_on
from blog.importers.drafts import as_if_created
from blog.models import ArticleIndexPage, StagedImport
from blog.preview import preview

NOT_THERE = (
    "This document does not wait here any more: it was saved as a draft already, given up, or forgotten after a day. "
    "If there is no draft of it among the articles, upload it again."
)
UPLOAD, LOOK, READERS = "article_import", "article_import_look", "article_import_readers"


class BelowIndex:
    """For views of an article index: whoever may add articles there may see them."""

    @cached_property
    def index(self):
        return get_object_or_404(ArticleIndexPage, pk=self.kwargs["index_id"])

    def dispatch(self, request, *args, **kwargs):
        if not self.index.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def explore_url(self):
        return reverse("wagtailadmin_explore", args=[self.index.pk])


class ImportScreen(BelowIndex, WagtailAdminTemplateMixin):
    page_title = "Import a document"
    header_icon = "upload"

    def get_page_subtitle(self):
        return self.index.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": self.explore_url, "label": self.index.get_admin_display_title()},
            {"url": "", "label": self.get_header_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"index": self.index, "explore_url": self.explore_url}


# The token is checked below, once the size of what comes is bounded: reading it means taking in the whole upload.
@method_decorator(csrf_exempt, name="dispatch")
class ImportView(ImportScreen, FormView):
    form_class = DocumentForm
    template_name = "admin/documents/upload.html"

    def post(self, request, *args, **kwargs):
        request.upload_handlers.insert(0, BoundedUpload(request))
        return csrf_protect(super().post)(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        # In this order: the handlers have seen the upload once its files were asked for.
        return kwargs | {"too_large": getattr(self.request, "upload_was_too_large", False)}

    def form_valid(self, form):
        StagedImport.objects.forgotten(timezone.now()).delete()
        staged = StagedImport.objects.create(
            user=self.request.user, filename=form.cleaned_data["document"].name[:255], data=form.data_read
        )
        return redirect(LOOK, self.index.pk, staged.pk)


class NoLongerStaged(Http404):
    """The document was saved, given up or forgotten, or it is somebody else's."""


class OfStaged(BelowIndex):
    """For views of an uploaded document, which only whoever uploaded it may see."""

    @cached_property
    def staged(self):
        try:
            return get_object_or_404(StagedImport.objects.of(self.request.user), pk=self.kwargs["staged_id"])
        except Http404 as missing:
            raise NoLongerStaged from missing

    @cached_property
    def imported(self):
        """What the document says now: the site may have got a source since it was uploaded. Raises ImportRefused."""
        return read_file(self.staged.filename, bytes(self.staged.data), SiteLibrary())


class LookView(OfStaged, ImportScreen, TemplateView):
    """What would become of the document. Saving makes the draft; nothing is written before."""

    template_name = "admin/documents/look.html"

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except NoLongerStaged:
            messages.warning(
                request,
                NOT_THERE,
                buttons=[messages.button(self.explore_url, self.index.get_admin_display_title())],
            )
            return redirect(UPLOAD, self.index.pk)

    def post(self, request, *args, **kwargs):
        staged = self.staged
        if "save" not in request.POST:
            staged.delete()
            messages.success(request, f"Nothing was saved of “{staged.filename}”.")
            return redirect(self.explore_url)
        try:
            imported = self.imported
            with transaction.atomic():
                # First, so that of two who save at once the second finds it gone.
                if not StagedImport.objects.filter(pk=staged.pk).delete()[0]:
                    raise NoLongerStaged
                article = create_draft(imported, self.index, request.user)
        except ImportRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(UPLOAD, self.index.pk)
        messages.success(
            request, f"“{article.get_admin_display_title()}” is a draft now. Look it over and fill in the rest."
        )
        return redirect("wagtailadmin_pages:edit", article.pk)

    def get_context_data(self, **kwargs):
        flags = as_if_created(self.imported, self.index, self.request.user, lambda article: check(content(article)))
        return super().get_context_data(**kwargs) | {
            "staged": self.staged,
            "report": report_on(self.imported),
            "must_be_put_right": [flag for flag in flags if flag.level == Level.BLOCK],
            "warnings": [flag for flag in flags if flag.level == Level.WARN],
            "readers_url": reverse(READERS, args=[self.index.pk, self.staged.pk]),
            "upload_url": reverse(UPLOAD, args=[self.index.pk]),
        }


class ReadersView(OfStaged, View):
    """The article as readers would see it, by the renderer that they get it from."""

    def get(self, request, *args, **kwargs):
        return as_if_created(
            self.imported, self.index, request.user, lambda article: preview(article, request).render()
        )
