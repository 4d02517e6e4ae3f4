"""The editor's panel beside an article in which the clinical rules have their say."""

from django.forms import Script
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.side_panels import BaseSidePanel

from blog.clinical_checks.findings import findings_in
from blog.refusals import is_article


class ClinicalChecksSidePanel(BaseSidePanel):
    """What is found in the draft as it stands when the editor opens; `static/js/admin-checks.js` keeps it current."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Toggle clinical checks"
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {
                # "0" would be something to show.
                "count": self.panel.findings.open_count and self.panel.findings.badge
            }

    name = "clinical_checks"
    title = "Clinical checks"
    template_name = "admin/checks/panel.html"

    def __init__(self, article, request, *, parent=None):
        super().__init__(article, request)
        self.parent = parent

    @cached_property
    def findings(self):
        return findings_in(self.object)

    def get_context_data(self, parent_context):
        addresses = addresses_of(self.object, self.parent)
        takes_answers = may_answer(self.object, self.request.user)
        return (
            super().get_context_data(parent_context)
            | addresses
            | {
                "findings": self.findings,
                "may_answer": takes_answers,
                # What was sent and not saved stands in the form and not in the article.
                "is_stale": self.request.method == "POST",
            }
        )

    class Media:
        css = {"all": ["css/admin-checks.css"]}
        js = [Script(f"js/admin-{name}.js", type="module") for name in ("checks", "go-to", "mended")]


class WithClinicalChecks:
    """For Wagtail's views that create and edit pages: an article's have the panel."""

    def get_side_panels(self):
        panels = super().get_side_panels()
        # Autosave answers with the parts that it changed.
        if is_article(self.page) and not self.expects_json_response:
            parent = getattr(self, "parent_page", None)
            panels.insert(1, ClinicalChecksSidePanel(self.page, self.request, parent=parent))
        return panels


def may_answer(article, user):
    """Whether `user`, who may edit `article`, may answer findings now: not while it is in review or locked."""
    lock = article.get_lock() if article.pk else None
    return bool(article.pk) and not (lock and lock.for_user(user))


def addresses_of(article, parent):
    """Where the panel sends the form; an article that was never saved takes no answers."""
    if article.pk is None:
        return {"check_url": reverse("article_check_new", args=[parent.pk]), "answer_url": ""}
    return {
        "check_url": reverse("article_check", args=[article.pk]),
        "answer_url": reverse("article_answer", args=[article.pk]),
    }
