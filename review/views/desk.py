"""The review desk: what waits for a decision."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editions.local_time import how_long
from review.eligibility import Objection, objections
from review.models import Submission
from review.standing import may_open_desk, may_read, reviewer_for, text_of


@dataclass(frozen=True)
class Row:
    """A submission on the desk, and why the person who looks at it may not approve it."""

    submission: Submission
    waiting: str
    objections: list[Objection]


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "admin/review/desk.html"
    page_title = "Review desk"
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        user, now = self.request.user, self.request.moment
        if not may_open_desk(user):
            raise PermissionDenied
        reviewer = reviewer_for(user)
        waiting = Submission.objects.open().order_by("frozen_at", "pk")
        rows = [
            Row(
                submission,
                how_long(submission.frozen_at, now),
                objections(reviewer, text_of(submission), now),
            )
            for submission in waiting
            if may_read(user, submission)
        ]
        decided = [row for row in Submission.objects.closed()[:RECENT] if may_read(user, row)]
        return super().get_context_data(rows=rows, decided=decided, is_reviewer=reviewer.is_permitted, **kwargs)


RECENT = 10
