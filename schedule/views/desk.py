"""The publication desk: what waits for a date, what is planned, shown, ending and withdrawn."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editions.addresses import addresses
from editions.local_time import counted
from editions.timeline import FAR_FUTURE
from schedule import desk, rows
from schedule.forms import SearchForm
from schedule.views.access import DeskAccess

A_PAGE = 25
NEXT = 10

TABS = {
    "waiting": "Approved, no date",
    "scheduled": "Scheduled",
    "live": "Live",
    "expiring": "Expiring",
    "withdrawn": "Withdrawn",
}
EMPTY = {
    "waiting": "No approved edition waits for a date.",
    "scheduled": "Nothing is scheduled.",
    "live": "Readers have no article yet.",
    "expiring": "Nothing ends within 30 days.",
    "withdrawn": "No article is withdrawn or taken down.",
}


@dataclass
class Group:
    heading: str
    note: str
    rows: list
    more_url: str = ""


class DeskView(DeskAccess, WagtailAdminTemplateMixin, TemplateView):
    page_title = "Publication desk"
    header_icon = "calendar-check"
    template_name = "admin/schedule/desk.html"
    results_only = False
    tab = "waiting"

    def get_template_names(self):
        return ["admin/schedule/desk_results.html" if self.results_only else self.template_name]

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        self.now = self.request.moment
        form = SearchForm(self.request.GET)
        self.words = form.cleaned_data["q"] if form.is_valid() else ""
        self.counts = desk.counts(self.now, self.words)
        groups = getattr(self, f"groups_{self.tab}")()
        query = f"?{urlencode({'q': self.words})}" if self.words else ""
        return super().get_context_data(**kwargs) | {
            "now": self.now,
            "search_form": form,
            "index_results_url": reverse(f"publication_desk:{self.tab}_results"),
            "tabs": [
                (title, reverse(f"publication_desk:{name}") + query, self.counts[name], name == self.tab)
                for name, title in TABS.items()
            ],
            "tab_title": TABS[self.tab],
            "linkurl": reverse(f"publication_desk:{self.tab}"),
            "groups": [group for group in groups if group.rows],
            "words": self.words,
            "empty": EMPTY[self.tab],
            "page_obj": self.page_obj,
            "elided_page_range": self.page_obj.paginator.get_elided_page_range(self.page_obj.number),
            "may_release": self.tab == "waiting" and self.request.user.has_perm("review.seal_unreviewed"),
        }

    def groups_waiting(self):
        editions = self.listed(desk.waiting(self.now), self.counts["waiting"])
        coming = desk.with_title(desk.going_live(self.now), self.words)
        planned, coming_count = list(coming[:NEXT]), coming.count()
        overtaken = list(desk.with_title(desk.overtaken(self.now), self.words)[:NEXT])
        shown, urls = self.known([*editions, *planned])
        return [
            Group(
                "Waiting for a date",
                f"{counted(self.counts['waiting'], 'approved edition')}, latest approval first",
                [rows.waiting_row(each, shown.get(each.page_id), urls.get(each.page_id)) for each in editions],
            ),
            Group(
                "Going live next",
                f"{coming_count} scheduled, earliest first",
                [rows.scheduled_row(each, shown.get(each.page_id), urls.get(each.page_id)) for each in planned],
                reverse("publication_desk:scheduled") if coming_count > NEXT else "",
            ),
            Group(
                "Too late for a date",
                "these need to be submitted and approved again",
                [rows.overtaken_row(each, self.now) for each in overtaken],
            ),
        ]

    def groups_scheduled(self):
        planned = self.listed(desk.scheduled(self.now), self.counts["scheduled"])
        shown, urls = self.known(planned)
        found = [rows.scheduled_row(each, shown.get(each.page_id), urls.get(each.page_id)) for each in planned]
        return [Group("Scheduled", f"{self.counts['scheduled']} planned, earliest first", found)]

    def groups_live(self):
        states = self.listed(desk.live(self.now), self.counts["live"])
        urls = self.known(states)[1]
        found = [rows.live_row(each, urls.get(each.page_id), FAR_FUTURE) for each in states]
        return [Group("Live", f"{counted(self.counts['live'], 'article')}, newest first", found)]

    def groups_expiring(self):
        states = self.listed(desk.expiring(self.now), self.counts["expiring"])
        urls = self.known(states)[1]
        found = [rows.expiring_row(each, urls.get(each.page_id), FAR_FUTURE) for each in states]
        return [Group("Ends within 30 days", f"{counted(self.counts['expiring'], 'article')}, earliest first", found)]

    def groups_withdrawn(self):
        down = self.listed(desk.taken_down(self.now))
        down_pages = self.page_obj
        states = self.listed(desk.withdrawn(self.now))
        if down_pages.paginator.num_pages > self.page_obj.paginator.num_pages:
            self.page_obj = down_pages
        urls = self.known(states)[1]
        return [
            Group(
                "Withdrawn",
                "readers see a notice",
                [rows.withdrawn_row(each, urls.get(each.page_id)) for each in states],
            ),
            Group("Taken down", "readers see nothing", [rows.taken_down_row(each, self.now) for each in down]),
        ]

    def listed(self, found, count=None):
        """The page of `found` that was asked for; none of it where a shorter list has ended."""
        paginator = Paginator(desk.with_title(found, self.words), A_PAGE)
        if count is not None:
            paginator.count = count
        self.page_obj = paginator.get_page(self.request.GET.get("p"))
        asked = self.request.GET.get("p", "1")
        beyond = asked.isdecimal() and len(asked) < 10 and int(asked) > paginator.num_pages
        return [] if beyond and self.tab == "withdrawn" else list(self.page_obj.object_list)

    def known(self, found):
        """For the pages of `found`: the numbers of the editions shown, and where readers see something; two queries."""
        page_ids = {each.page_id for each in found}
        if self.tab in ("waiting", "scheduled"):
            shown = desk.shown_now(page_ids, self.now)
            return shown, addresses(shown, self.request)
        return {}, addresses(page_ids, self.request)
