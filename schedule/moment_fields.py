"""A moment in a form: written in local time as a date and a time, read as a moment."""

from django import forms
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from editions.local_time import city, day_text, local, time_text, zone_name
from schedule.written_times import ComesTwice, NotAMoment, read_local

DAY_FORMATS = ["%d %b %Y", "%d %B %Y", "%Y-%m-%d"]


class DayInput(AdminDateInput):
    """Wagtail's date picker, writing 3 Mar 2027."""

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%d %b %Y")
        self.js_format = "j M Y"

    def format_value(self, value):
        return value if isinstance(value, str) or value is None else day_text(value)


def day_field(label, moment):
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DAY_FORMATS,
        widget=DayInput(attrs={"aria-describedby": f"{moment}-problem {moment}-hint"}),
        error_messages={"invalid": "Write the date like 3 Mar 2027."},
    )


def time_field(label, moment):
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M"],
        widget=AdminTimeInput(attrs={"aria-describedby": f"{moment}-zone {moment}-problem {moment}-hint"}),
        error_messages={"invalid": "Write the time like 09:00, from 00:00 to 23:59."},
    )


def which_field():
    return forms.TypedChoiceField(
        required=False,
        choices=[("first", "The first"), ("second", "The second")],
        coerce=lambda value: value == "second",
        empty_value=None,
        widget=forms.RadioSelect,
    )


class LocalMoments(forms.Form):
    """A form with moments, each in fields `<name>_day`, `<name>_time` and, for when it comes twice, `<name>_which`."""

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        self.twice = {}

    def read(self, name):
        """The moment that the fields of `name` stand for; None, and an error beside the fields, if there is none."""
        day, time = self.cleaned_data.get(f"{name}_day"), self.cleaned_data.get(f"{name}_time")
        if day is None or time is None:
            if not self.problems(name):
                self.add_error(f"{name}_day", "Write a date and a time.")
            return None
        try:
            return read_local(day, time, self._which(name, day, time))
        except NotAMoment as problem:
            self.add_error(f"{name}_time", str(problem))
            return None

    def zone(self, name):
        """The zone of what stands in the fields of `name`, used or not; only its place if that is no moment."""
        day, time = self.cleaned_data.get(f"{name}_day"), self.cleaned_data.get(f"{name}_time")
        try:
            return zone_name(read_local(day, time)) if day and time else city()
        except NotAMoment:
            return city()

    def problems(self, name):
        """What is wrong with the fields of `name`, as sentences."""
        return [sentence for field in ("day", "time", "which") for sentence in self.errors.get(f"{name}_{field}", [])]

    def ignore(self, name):
        """Forget what stands in fields that the person did not choose to use."""
        for field in ("day", "time", "which"):
            self.errors.pop(f"{name}_{field}", None)

    def _which(self, name, day, time):
        which = self.cleaned_data.get(f"{name}_which")
        try:
            read_local(day, time)
        except ComesTwice as twice:
            self.twice[name] = [("first", twice.first), ("second", twice.second)]
        return which


def as_fields(name, moment):
    """What the fields of `name` hold for `moment`."""
    return {
        f"{name}_day": day_text(moment),
        f"{name}_time": time_text(moment),
        f"{name}_which": "second" if local(moment).fold else "first",
    }
