"""Give an edition its moment, move it, or cancel it before it comes."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.admin import messages

from editions.local_time import long_text, spoken
from editions.models import Edition, Publication
from editions.timeline import SHOWN
from schedule import acts, forms, preview
from schedule.moment_fields import as_fields
from schedule.naming import no_longer_planned, title_of, what
from schedule.views.acting import ActView
from schedule.views.told import told


class PublishView(ActView):
    form_class = forms.PublishForm
    verb = "Publish"
    footnote = "You can change or cancel this until then."

    def find(self):
        self.edition = get_object_or_404(Edition.objects.defer("content", "html"), pk=self.kwargs["pk"])
        self.page_id, self.title = self.edition.page_id, self.edition.facts["title"]
        self.heading = f"Publish edition {self.edition.number}"

    def form_arguments(self):
        return super().form_arguments() | {"edition": self.edition}

    def initial(self):
        return forms.tomorrow_at_nine(self.now) | {
            "until": forms.REPLACED,
            "end_time": "00:00",
            "then": Publication.Then.WITHDRAWN,
        }

    def terms(self, data):
        return {"at": data["at"], "expires_at": data["expires_at"], "then": data.get("then", "")}

    def rehearse(self, data):
        return preview.publishing(self.rows, self.edition, self.now, **self.terms(data))

    def act(self, data):
        return acts.publish(self.edition, by=self.request.user, seen=self.seen, **self.terms(data))

    def done(self, publication):
        return told(self.request, publication, self.title, self.now)

    def more_context(self, data):
        about = {"lapses_at": self.edition.lapses_at, "unreviewed": not self.edition.is_reviewed}
        return about | {"footnote": ""} if data.get("when") == forms.NOW else about


class RescheduleView(PublishView):
    """Another moment for a planned publication; a planned withdrawal or take-down has no end to set."""

    verb = "Move"

    def find(self):
        self.publication = planned_or_404(self.kwargs["pk"])
        self.edition = self.publication.edition
        self.page_id, self.title = self.publication.page_id, title_of(self.publication)
        self.heading = f"Reschedule {what(self.publication)}"
        self.form_class = forms.PublishForm if self.edition else forms.WhenForm

    def refusal(self):
        return no_longer_planned(self.publication, self.now)

    def form_arguments(self):
        return super().form_arguments() if self.edition else {"now": self.now}

    def initial(self):
        planned = self.publication
        initial = {"when": forms.AT} | as_fields("at", planned.effective_at)
        if not self.edition:
            return initial
        lapse_only = planned.expires_at == self.edition.lapses_at
        if planned.expires_at is None or lapse_only:
            return initial | {"until": forms.REPLACED, "end_time": "00:00", "then": Publication.Then.WITHDRAWN}
        return initial | {"until": forms.EXPIRES, "then": planned.then} | as_fields("end", planned.expires_at)

    def terms(self, data):
        return super().terms(data) if self.edition else {"at": data["at"]}

    def rehearse(self, data):
        rows = preview.cancelling(self.rows, self.publication, self.now)
        if self.edition:
            return preview.publishing(rows, self.edition, self.now, **self.terms(data))
        return preview.ending(rows, self.page_id, self.publication.state, self.now, data["at"])

    def act(self, data):
        return acts.reschedule(self.publication, by=self.request.user, seen=self.seen, **self.terms(data))

    def label(self, data):
        at = data.get("at")
        if data.get("when") == forms.NOW:
            return "Publish now" if self.edition else "Do it now"
        return f"Move to {spoken(at, self.now)}" if at else self.verb

    def more_context(self, data):
        return super().more_context(data) if self.edition else {}


class CancelView(ActView):
    form_class = forms.CancelForm
    verb = "Cancel this publication"
    danger = True

    def find(self):
        self.publication = planned_or_404(self.kwargs["pk"])
        self.page_id, self.title = self.publication.page_id, title_of(self.publication)
        self.heading = f"Cancel {what(self.publication)}"
        if self.publication.state != SHOWN:
            self.verb = f"Cancel {what(self.publication)}"

    def refusal(self):
        return no_longer_planned(self.publication, self.now)

    def form_arguments(self):
        return {}

    def rehearse(self, data):
        return preview.cancelling(self.rows, self.publication, self.now)

    def act(self, data):
        return acts.cancel(self.publication, by=self.request.user, reason=data["reason"], seen=self.seen)

    def done(self, publication):
        moment = long_text(self.publication.effective_at)
        message = f"Cancelled: {what(self.publication)} of “{self.title}”, which was planned for {moment}."
        edition = self.publication.edition
        again = reverse("publication_desk:publish", args=[edition.pk]) if edition else ""
        return message, [messages.button(again, "Schedule it again")] if again else []

    def more_context(self, data):
        return {"explained": f"It was to take effect on {long_text(self.publication.effective_at)}."}


def planned_or_404(pk):
    rows = Publication.objects.select_related("edition").defer("edition__content", "edition__html")
    return get_object_or_404(rows, pk=pk, cancels=None)
