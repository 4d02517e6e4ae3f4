"""The review screen: the frozen text, and the decision about it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.models import ArticlePage
from editions.errors import LedgerError
from editions.local_time import how_long
from review import signoff
from review.eligibility import objections, site_day
from review.errors import ReviewError
from review.forms import ChangesForm
from review.machine_checks import rule_objections, shown_findings
from review.models import Submission
from review.review_dates import months_later
from review.standing import contributors_to, may_read, may_take_back, reviewer_for, text_of

REFUSED = 409
INCOMPLETE = 422


@method_decorator(never_cache, name="dispatch")
class SubmissionView(WagtailAdminTemplateMixin, TemplateView):
    """Shows a submission; the views that decide show it again, with the reason, where they could not."""

    template_name = "admin/review/submission.html"
    page_title = "Clinical review"
    header_icon = "clipboard-list"

    changes_form = None
    refusal = ""
    # What was typed, where the screen has no field for it any more.
    unsent_words = ""

    def dispatch(self, request, *args, pk, **kwargs):
        self.submission = get_object_or_404(Submission, pk=pk)
        if not may_read(request.user, self.submission):
            raise PermissionDenied
        return super().dispatch(request, *args, pk=pk, **kwargs)

    def get_page_subtitle(self):
        return self.submission.facts["title"]

    def get_breadcrumbs_items(self):
        desk = {"url": reverse("review:desk"), "label": "Review desk"}
        return [*super().get_breadcrumbs_items(), desk, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        submission, user, now = self.submission, self.request.user, self.request.moment
        reviewer = reviewer_for(user)
        today = site_day(now)
        newest = Submission.objects.for_page(submission.page_id).order_by("-pk").first()
        page = ArticlePage.objects.filter(pk=submission.page_id).first()
        checks_summary, checks = shown_findings(submission)
        return super().get_context_data(
            submission=submission,
            facts=submission.facts,
            page=page,
            history_url=reverse("wagtailadmin_pages:history", args=[page.pk]) if page else None,
            may_edit=bool(page and page.permissions_for_user(user).can_edit()),
            newer=newest if newest.pk != submission.pk else None,
            is_altered=not submission.is_as_frozen(),
            objections=objections(reviewer, text_of(submission), now),
            checks_summary=checks_summary,
            checks=checks,
            rule_objections=rule_objections(submission) if submission.is_open else [],
            may_take_back=may_take_back(user, submission),
            contributors=contributors_to(submission),
            reviewer=reviewer,
            licence=reviewer.licence_on(today),
            next_review_due=months_later(today, submission.frozen_content["review_interval_months"]),
            interval=submission.frozen_content["review_interval_months"],
            waiting=how_long(submission.frozen_at, now),
            changes_form=self.changes_form or ChangesForm(),
            refusal=self.refusal,
            unsent_words=self.unsent_words,
            **kwargs,
        )

    def show_again(self, refusal="", status=REFUSED):
        """The screen as it stands now, with what was typed, and why nothing was done."""
        self.refusal = str(refusal)
        self.submission = Submission.objects.get(pk=self.submission.pk)
        return self.render_to_response(self.get_context_data(), status=status)


class DecisionView(SubmissionView):
    """Takes a decision by POST; a GET (a reload after a refusal, say) goes to the review screen."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request, *args, **kwargs):
        return redirect("review:submission", pk=self.submission.pk)

    def post(self, request, *args, **kwargs):
        try:
            message = self.decide(request)
        except (ReviewError, LedgerError) as refusal:
            return self.show_again(refusal)
        messages.success(request, message)
        return redirect("review:submission", pk=self.submission.pk)


class ApproveView(DecisionView):
    def decide(self, request):
        edition = signoff.approve(self.submission, request.user, request.POST.get("digest", ""))
        title = edition.facts["title"]
        return f"“{title}” is approved as edition {edition.number}. Readers see it when the desk gives it a date."


class RequestChangesView(DecisionView):
    def post(self, request, *args, **kwargs):
        self.changes_form = ChangesForm(request.POST)
        if not self.changes_form.is_valid():
            # On a small screen the field stands below the whole text: the browser takes the person there.
            self.changes_form.fields["reason"].widget.attrs["autofocus"] = True
            return self.show_again(status=INCOMPLETE)
        return super().post(request, *args, **kwargs)

    def decide(self, request):
        reason = self.changes_form.cleaned_data["reason"]
        try:
            signoff.request_changes(self.submission, request.user, reason)
        except ReviewError:
            self.unsent_words = reason
            raise
        return f"“{self.submission.facts['title']}” went back to its authors with your words."


class TakeBackView(DecisionView):
    def decide(self, request):
        signoff.take_back(self.submission, request.user)
        return f"“{self.submission.facts['title']}” was taken back. The draft can be changed again."


class OfPageView(View):
    """Leads from a page to the review of what was handed in last."""

    def get(self, request, page_id):
        submission = Submission.objects.for_page(page_id).order_by("-pk").first()
        if not submission:
            raise Http404("This page was never handed in for review.")
        return redirect("review:submission", pk=submission.pk)
