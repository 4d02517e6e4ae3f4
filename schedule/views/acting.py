"""A page on which an administrator decides: its form stands beside the timeline that readers would get.

`look` in a POST shows that timeline and does nothing, which is also how the page keeps up while somebody types.
"""

from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editions import laws
from editions.errors import LedgerError
from editions.local_time import how_far, moment_text, spoken, zone_name
from editions.projection import publications_of
from schedule import acts, forms, preview
from schedule.views.access import DeskAccess

DESK = "publication_desk:waiting"


class ActView(DeskAccess, WagtailAdminTemplateMixin, View):
    """One act on one article. Subclasses say which form, what it would make of the article, and how to do it."""

    template_name = "admin/schedule/act.html"
    header_icon = "calendar-check"
    form_class = None
    danger = False
    footnote = ""
    verb = ""

    def find(self):
        """Set `page_id`, `title` and what the act is about from the address. Raises Http404."""
        raise NotImplementedError

    def refusal(self):
        """Why the act makes no sense any more, in a sentence; empty while it does."""
        return ""

    def initial(self):
        return {}

    def form_arguments(self):
        return {"now": self.now}

    def rehearse(self, data):
        """The article's publications as they would be after the act, from the form's clean data."""
        raise NotImplementedError

    def act(self, data):
        """Do it; returns the publication. Raises `LedgerError`."""
        raise NotImplementedError

    def done(self, publication):
        """The message about what was done, and buttons for what to do next."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        self.now = request.moment
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        self.find()
        if refusal := self.refusal():
            return self.turned_away(refusal)
        rehearsed = self.form_class(self.initial(), **self.form_arguments())
        return self.shown(self.form_class(initial=self.initial(), **self.form_arguments()), rehearsed)

    def post(self, request, **kwargs):
        self.find()
        form = self.form_class(request.POST, **self.form_arguments())
        if "look" in request.POST:
            return self.shown(form, form)
        if refusal := self.refusal():
            return self.turned_away(refusal)
        if form.is_valid():
            try:
                publication = self.act(form.cleaned_data)
            except LedgerError as problem:
                form.add_error(None, str(problem))
            else:
                message, buttons = self.done(publication)
                messages.success(request, message, buttons=buttons)
                return redirect(DESK)
        return self.shown(form, form)

    def turned_away(self, refusal):
        messages.error(self.request, refusal)
        return redirect(DESK)

    def shown(self, form, rehearsed):
        partial = self.request.headers.get("X-Requested-With") == "XMLHttpRequest"
        context = self.get_context_data(form=form, rehearsed=rehearsed)
        return self.render_to_response(context, template="admin/schedule/act_form.html" if partial else None)

    def render_to_response(self, context, template=None):
        return self.response_class(self.request, template or self.template_name, context)

    @property
    def seen(self):
        return self.request.POST.get("seen", "")

    def get_page_title(self):
        return self.heading

    def get_breadcrumbs_items(self):
        desk = {"url": reverse(DESK), "label": "Publication desk"}
        return [*super().get_breadcrumbs_items(), desk, {"url": "", "label": self.heading}]

    def get_context_data(self, form, rehearsed, **kwargs):
        seen = acts.head(self.page_id)
        self.rows = publications_of(self.page_id)
        rehearsed.is_valid()
        cleaned = rehearsed.cleaned_data
        faults = any(name for name in rehearsed.errors if name not in ("reason", "read_instead", "__all__"))
        after = self.rows if faults else self.rehearse(cleaned)
        return (
            super().get_context_data(**kwargs)
            | {
                "heading": self.heading,
                "article_title": self.title,
                "form": form,
                "seen": seen,
                "now": self.now,
                "steps": preview.steps(after, self.now),
                "problem": laws.broken(after),
                "label": self.label(cleaned),
                "plain_label": self.verb,
                "moments": {
                    name: self.spelled(rehearsed, name) for name in ("at", "end") if f"{name}_day" in form.fields
                },
                "danger": self.danger,
                "footnote": self.footnote,
                "desk_url": reverse(DESK),
            }
            | self.more_context(cleaned)
        )

    def more_context(self, data):
        return {}

    def label(self, data):
        """What the button says will happen."""
        if "when" not in data:
            return self.verb
        at = data.get("at")
        if data["when"] == forms.NOW:
            return f"{self.verb} now"
        return f"{self.verb} on {spoken(at, self.now)}" if at else self.verb

    def spelled(self, form, name):
        """What stands beside the fields of a moment: its zone, how far it is, and the choice if it comes twice."""
        moment = form.cleaned_data.get({"at": "at", "end": "expires_at"}[name])
        chosen = form.data.get(f"{name}_which")
        return {
            "zone": zone_name(moment) if moment else form.zone(name),
            "hint": how_far(moment, self.now) if moment else "",
            "twice": [(value, moment_text(each), value == chosen) for value, each in form.twice.get(name, [])],
        }
