"""Withdraw an article, or take it down."""

from django.shortcuts import get_object_or_404
from wagtail.models import Page

from editions import terms
from editions.local_time import moment_text
from editions.models import Publication
from editions.projection import publications_of
from editions.timeline import NOTHING, WITHDRAWN
from schedule import acts, forms, preview
from schedule.naming import title_of_page, what
from schedule.views.acting import ActView
from schedule.views.told import told


class EndView(ActView):
    """What withdrawing and taking down share: they are about an article, and cancel what is planned after them."""

    danger = True
    state = ""

    def find(self):
        self.page_id = self.kwargs["pk"]
        rows = publications_of(self.page_id)
        if not rows:
            get_object_or_404(Page, pk=self.page_id)
        self.title = title_of_page(self.page_id)

    def refusal(self):
        never = "This article was never published, so there is nothing to take down."
        return "" if Publication.objects.filter(page_id=self.page_id).exists() else never

    def initial(self):
        return forms.tomorrow_at_nine(self.now) | {"when": forms.NOW}

    def rehearse(self, data):
        return preview.ending(self.rows, self.page_id, self.state, self.now, data["at"])

    def done(self, publication):
        return told(self.request, publication, self.title, self.now)

    def more_context(self, data):
        cancelled = terms.cancelled_by_ending(self.rows, data.get("at") or self.now)
        return {"also_cancels": [f"{what(row)}, {moment_text(row.effective_at)}" for row in cancelled]}


class WithdrawView(EndView):
    form_class = forms.WithdrawForm
    verb = "Withdraw"
    heading = "Withdraw this article"
    state = WITHDRAWN
    footnote = "After this, only a text that is submitted and approved anew can be published."

    def form_arguments(self):
        return super().form_arguments() | {"page_id": self.page_id}

    def act(self, data):
        instead = data["read_instead"]
        return acts.withdraw(
            self.page_id,
            by=self.request.user,
            reason=data["reason"],
            at=data["at"],
            read_instead=instead.pk if instead else None,
            seen=self.seen,
        )


class RetireView(EndView):
    form_class = forms.RetireForm
    verb = "Take down"
    heading = "Take this article down"
    state = NOTHING
    footnote = "Its address answers that the article is gone. The edition is kept and can be published again."

    def more_context(self, data):
        about = super().more_context(data)
        was_withdrawn = any(row.state == WITHDRAWN for row in self.rows)
        return about | {"footnote": "Its address answers that the article is gone."} if was_withdrawn else about

    def act(self, data):
        return acts.retire(self.page_id, by=self.request.user, reason=data["reason"], at=data["at"], seen=self.seen)
