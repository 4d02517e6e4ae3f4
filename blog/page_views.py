"""Wagtail's screens for pages where they would refuse an article without a word: these say why, and where instead."""

from contextlib import contextmanager

from django.contrib.messages import ERROR, SUCCESS, get_level, set_level
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from wagtail.admin import messages
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.admin.views.pages.revisions import RevisionsRevertView, RevisionsUnscheduleView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from blog import refusals
from blog.clinical_checks.panel import WithClinicalChecks
from blog.document_screens.menus import IndexWithImport
from blog.enums import ArticleType
from blog.outlines import outline_of
from blog.refusals import holds_articles, is_article, reason_to_keep
from blog.type_view import ArticleTypeView


class SaysWhy:
    """For a view of one page: whoever may edit it is told the reason of a refusal; others get Wagtail's own answer.

    The view's `reason(page)` says why its work cannot be done with `page`, as a sentence; empty when it can.
    """

    def setup(self, request, *args, **kwargs):
        page = get_object_or_404(Page, pk=kwargs["page_id"]).specific_deferred
        self.refusal = self.reason(page) if page.permissions_for_user(request.user).can_edit() else ""
        if self.refusal:
            # Wagtail's own `setup` may refuse already, without a word.
            View.setup(self, request, *args, **kwargs)
        else:
            super().setup(request, *args, **kwargs)

    def dispatch(self, request, *args, **kwargs):
        if self.refusal:
            messages.error(request, self.refusal)
            return redirect("wagtailadmin_pages:edit", kwargs["page_id"])
        return super().dispatch(request, *args, **kwargs)


class ArticleAwareDeleteView(SaysWhy, DeleteView):
    def reason(self, page):
        return reason_to_keep(page)


class ArticleAwareUnpublishView(SaysWhy, UnpublishView):
    def reason(self, page):
        return refusals.UNPUBLISHING if is_article(page) else ""


class ArticleAwareUnscheduleView(SaysWhy, RevisionsUnscheduleView):
    def reason(self, page):
        return refusals.SCHEDULING if is_article(page) else ""


class ArticleAwarePrivacyView(SaysWhy, SetPrivacyView):
    def reason(self, page):
        return refusals.PRIVACY if refusals.is_open_to_all(page) else ""


class SaysWhatHandingInMeans:
    """For the views that submit a page: an article is not "submitted for moderation", it goes to a clinician."""

    def submit_action(self):
        if not is_article(self.page):
            return super().submit_action()
        with no_messages_up_to(SUCCESS, self.request):
            response = super().submit_action()
        title = self.page.get_admin_display_title()
        messages.success(
            self.request,
            f"“{title}” is handed in for clinical review. Nobody can change it until that is decided.",
            buttons=[self.get_view_draft_message_button()],
        )
        return response

    def form_invalid(self, form):
        is_handing_in = is_article(self.page) and "action-submit" in self.request.POST
        if not is_handing_in or getattr(self, "locked_for_user", False):
            return super().form_invalid(form)
        with no_messages_up_to(ERROR, self.request):
            response = super().form_invalid(form)
        messages.validation_error(self.request, "Not handed in yet. What has to be put right first is marked.", form)
        return response


@contextmanager
def no_messages_up_to(level, request):
    """What Wagtail says meanwhile at `level` or below is not shown."""
    before = get_level(request)
    set_level(request, level + 1)
    try:
        yield
    finally:
        set_level(request, before)


class ArticleAwareCreateView(WithClinicalChecks, SaysWhatHandingInMeans, CreateView):
    """Asks for the type of a new article first, then opens the form with the sections of that type."""

    def get(self, request):
        if is_article(self.page):
            article_type = request.GET.get("article_type")
            if article_type not in ArticleType.values:
                return ArticleTypeView.as_view(parent_page=self.parent_page)(request)
            self.page.article_type = article_type
            self.page.body = outline_of(article_type, self.page.body.stream_block)
        return super().get(request)


class HandsInOnce(WithClinicalChecks, SaysWhatHandingInMeans):
    """For the views of a page that exists: what is sent twice at once, by a second click say, is handed in once."""

    def submit_action(self):
        if not is_article(self.page):
            return super().submit_action()
        try:
            # All of it or nothing; and whoever comes second waits here, then finds the article in review.
            with transaction.atomic():
                Page.objects.select_for_update().get(pk=self.page.pk)
                return super().submit_action()
        except refusals.Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("wagtailadmin_pages:edit", self.page.pk)


class ArticleAwareEditView(HandsInOnce, EditView):
    def add_cancel_workflow_confirmation_message(self):
        if not is_article(self.page):
            return super().add_cancel_workflow_confirmation_message()
        title = self.page.get_admin_display_title()
        messages.success(self.request, f"“{title}” is taken back from review. Its draft can be changed again.")


class ArticleAwareRevertView(HandsInOnce, RevisionsRevertView):
    pass


class ArticleAwareHistoryView(PageHistoryView):
    """Leaves out what Wagtail logs of a workflow: each of these steps has an entry of the review's, in plain words."""

    def get_base_queryset(self):
        entries = super().get_base_queryset()
        return entries.exclude(action__startswith="wagtail.workflow.") if is_article(self.object) else entries


class ArticleAwareCopyForm(CopyForm):
    """Offers no alias of an article, nor of a page that takes articles with it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if is_article(self.page) or holds_articles(self.page):
            self.fields.pop("alias", None)


class ArticleAwareCopyView(CopyView):
    form_class = ArticleAwareCopyForm

    def get_form_class(self):
        return self.form_class


class ArticleAwarePageViewSet(PageViewSet):
    """Takes the place of Wagtail's own viewset for pages of every type."""

    index_view_class = IndexWithImport
    add_view_class = ArticleAwareCreateView
    edit_view_class = ArticleAwareEditView
    revisions_revert_view_class = ArticleAwareRevertView
    history_view_class = ArticleAwareHistoryView
    copy_view_class = ArticleAwareCopyView
    delete_view_class = ArticleAwareDeleteView
    revisions_unschedule_view_class = ArticleAwareUnscheduleView
    set_privacy_view_class = ArticleAwarePrivacyView
    unpublish_view_class = ArticleAwareUnpublishView
