"""What the panel “Clinical checks” asks while somebody types, and the answers that it sends."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View
from wagtail.admin import messages

from blog import history
from blog.clinical_checks.findings import findings_in
from blog.clinical_checks.panel import addresses_of, may_answer
from blog.clinical_checks.posted_draft import posted_draft
from blog.forms import AnswerForm
from blog.models import ArticleIndexPage, ArticlePage, Waiver

REFUSED, INCOMPLETE = 409, 422
LOCKED = "Nobody can answer this now: the article is locked, or in clinical review."
GONE = "This is not in the text any more. Look at the list again."


class CheckView(View):
    """Answers the editor's form with what the rules find in it, as a piece of the panel. Saves nothing."""

    http_method_names = ["post"]
    parent = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        page = get_object_or_404(ArticlePage, pk=kwargs["page_id"])
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.article = page.get_latest_revision_as_object()
        self.parent = page.get_parent()

    def post(self, request, **kwargs):
        try:
            self.read_form()
        except (KeyError, ValueError):
            return HttpResponseBadRequest("This is not what the editor sends.")
        return self.answer()

    def read_form(self):
        posted_draft(self.article, self.request.POST, by=self.request.user, parent=self.parent)

    def answer(self):
        context = addresses_of(self.article, self.parent) | {
            "findings": findings_in(self.article),
            "may_answer": may_answer(self.article, self.request.user),
        }
        return render(self.request, "admin/checks/findings.html", context)


class CheckNewView(CheckView):
    """The same for an article that was not saved yet."""

    def setup(self, request, *args, **kwargs):
        View.setup(self, request, *args, **kwargs)
        self.parent = get_object_or_404(ArticleIndexPage, pk=kwargs["parent_id"])
        if not self.parent.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        self.article = ArticlePage(owner=request.user, locale=self.parent.locale)


class AnswerView(CheckView):
    """Keeps why a finding stays, or takes that back; then answers as the check does.

    The finding is looked for in the form that comes along, so that nobody answers what the text does not say. Without
    a form, from a browser without scripts, it is looked for in the draft.
    """

    def read_form(self):
        if "body-count" in self.request.POST:
            super().read_form()

    def answer(self):
        form = AnswerForm(self.request.POST)
        if not form.is_valid():
            return self.refuse(form.first_error(), INCOMPLETE)
        if not may_answer(self.article, self.request.user):
            return self.refuse(LOCKED)
        verdict = findings_in(self.article).verdict
        taking_back = form.cleaned_data["take_back"]
        among = [each.flag for each in verdict.answered] if taking_back else verdict.open
        flag = next((flag for flag in among if form.is_about(flag)), None)
        if flag is None:
            return self.refuse(GONE)
        if not flag.rule.waivable:
            return self.refuse("This has to be put right; no reason can stand in for it.")
        self.keep(flag, form.cleaned_data["reason"], taking_back)
        return super().answer() if self.is_scripted() else self.back()

    def keep(self, flag, reason, taking_back):
        by = self.request.user
        if taking_back:
            Waiver.objects.take_back(self.article, flag, by=by)
            history.record_taken_back(self.article, flag, by=by)
        else:
            Waiver.objects.give(self.article, flag, by=by, reason=reason)
            history.record_answer(self.article, flag, by=by, reason=reason)

    def refuse(self, sentence, status=REFUSED):
        if self.is_scripted():
            return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
        messages.error(self.request, sentence)
        return self.back()

    def is_scripted(self):
        return self.request.headers.get("X-Requested-With") == "XMLHttpRequest"

    def back(self):
        return redirect("wagtailadmin_pages:edit", self.article.pk)
