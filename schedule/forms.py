"""The forms of the publication desk."""

from datetime import timedelta

from django import forms
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from editions.local_time import day_text, local, moment_text
from editions.models import Publication, PublicState
from schedule.moment_fields import LocalMoments, day_field, time_field, which_field

NOW, AT = "now", "at"
REPLACED, EXPIRES = "replaced", "expires"
NEVER_A_PAGE = "Choose a page that readers can open at that moment."


class PageInput(AdminPageChooser):
    """Wagtail's page chooser, empty where what was sent is no page at all."""

    def get_instance(self, value):
        try:
            return super().get_instance(value)
        except (TypeError, ValueError):
            return None


class WhenForm(LocalMoments):
    """From when an act holds: `at` is None for now."""

    when = forms.ChoiceField(
        choices=[(NOW, "Now"), (AT, "At a date and time")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose when.", "invalid_choice": "Choose when."},
    )
    at_day = day_field("Date", "at")
    at_time = time_field("Time", "at")
    at_which = which_field()

    def clean(self):
        cleaned = super().clean()
        cleaned["at"] = None
        if cleaned.get("when") == AT:
            cleaned["at"] = at = self.read("at")
            if at and at <= self.now:
                self.add_error("at_day", "That moment has passed. Choose a later one, or choose “Now”.")
        else:
            self.ignore("at")
        return cleaned


class PublishForm(WhenForm):
    """When readers get an edition, until when, and what they get then."""

    until = forms.ChoiceField(
        choices=[(REPLACED, "Until something replaces it"), (EXPIRES, "It expires")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose until when.", "invalid_choice": "Choose until when."},
    )
    end_day = day_field("Date of expiry", "end")
    end_time = time_field("Time of expiry", "end")
    end_which = which_field()
    then = forms.ChoiceField(label="Then readers get", choices=Publication.Then.choices, required=False)

    def __init__(self, *args, edition, **kwargs):
        super().__init__(*args, **kwargs)
        self.edition = edition

    def clean(self):
        cleaned = super().clean()
        start = cleaned["at"] or self.now
        lapses_at = self.edition.lapses_at
        if lapses_at and start >= lapses_at:
            when = moment_text(lapses_at)
            self.add_error("when", f"The review of this edition lapses on {when}. From then on it needs a new review.")
        cleaned["expires_at"] = None
        if cleaned.get("until") == EXPIRES:
            cleaned["expires_at"] = end = self.read("end")
            if end and end <= start:
                self.add_error("end_day", "It must end later than it begins.")
            elif end and lapses_at and end > lapses_at:
                when = moment_text(lapses_at)
                self.add_error("end_day", f"Its review lapses on {when}, so it cannot be shown any longer than that.")
        else:
            self.ignore("end")
            cleaned["then"] = ""
        return cleaned


class RetireForm(WhenForm):
    """Why an article is taken down, and from when."""

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For the record. Readers are not told.",
    )


class WithdrawForm(WhenForm):
    """Why an article is withdrawn, what to read instead, and from when."""

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers are told this, word for word. One or two plain sentences.",
    )
    read_instead = forms.ModelChoiceField(
        label="Read instead",
        queryset=Page.objects.filter(depth__gt=1),
        required=False,
        widget=PageInput,
        help_text="A page that the notice sends readers to. Leave it empty if there is none.",
        error_messages={"invalid_choice": NEVER_A_PAGE},
    )

    field_order = ["reason", "read_instead"]

    def __init__(self, *args, page_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.page_id = page_id

    def clean(self):
        cleaned = super().clean()
        page = cleaned.get("read_instead")
        if page and page.pk == self.page_id:
            self.add_error("read_instead", "This is the article that is withdrawn. Choose another page.")
        elif page and not is_public(page, cleaned["at"] or self.now):
            self.add_error("read_instead", f"Readers cannot open “{page.get_admin_display_title()}”. {NEVER_A_PAGE}")
        return cleaned


class CancelForm(forms.Form):
    reason = forms.CharField(
        label="Reason (optional)",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the record. Readers are not told.",
    )


class UnreviewedForm(forms.Form):
    reason = forms.CharField(
        label="Why readers should get it without a review",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept with the edition for good.",
    )


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Search articles",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": "Search articles…"}),
    )


def is_public(page, moment):
    """Whether readers can open `page` at `moment`: an edition is shown, or Wagtail serves it to everybody."""
    if getattr(page.specific_class, "is_manuscript", False):
        return PublicState.objects.at(moment).shown().for_page(page.pk).exists()
    return page.live and not page.get_view_restrictions().exists()


def tomorrow_at_nine(now):
    """What the fields of `at` hold to begin with: the next day at nine, local time."""
    day = local(now).date() + timedelta(days=1)
    return {"when": AT, "at_day": day_text(day), "at_time": "09:00"}
