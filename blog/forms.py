"""The forms of the editor: an article's draft may be incomplete, what is handed in may not."""

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from blog.addresses.forms import StandingAddress
from blog.errors_at_fields import body_error
from blog.readiness import gaps
from people.whole_lines import TakesLinesWhole

# Child rows that are content; comments are none.
ROWS = ("authors", "references")


class ArticleForm(StandingAddress, TakesLinesWhole, WagtailAdminPageForm):
    def clean_summary(self):
        """One line, whatever was pasted: it is printed in lists and in the page's description."""
        return " ".join(self.cleaned_data["summary"].split())

    def _post_clean(self):
        """Hold what is handed in against what a review needs; here, for the instance is filled in only now."""
        super()._post_clean()
        if self.is_deferred_validation:
            return
        # What is wrong with a row is told at that row; and sections that do not hold up by themselves are not judged.
        told = self.fill_in_rows() | ({"body"} & self.errors.keys())
        found = [gap for gap in gaps(self.instance) if gap.field not in told]
        in_body = [gap for gap in found if gap.field == "body"]
        if in_body:
            self.add_error("body", body_error(self.instance.body, in_body))
        for gap in found:
            if gap.field in self.formsets:
                # Where its rows are; said about the whole form, Wagtail's summary would name no place.
                self.formsets[gap.field].non_form_errors().append(gap.message)
            elif gap.field != "body":
                self.add_error(gap.field if gap.field in self.fields else None, ValidationError(gap.message))

    def fill_in_rows(self):
        """Put the form's rows and choices of several on the instance, as saving it does, but without saving.

        Returns the names of those whose rows cannot be read; the instance keeps what it had there.
        """
        self.save_cluster_m2m()
        unread = {name for name in ROWS if name in self.formsets and not self.formsets[name].is_valid()}
        for name in ROWS:
            if name in self.formsets and name not in unread:
                self.formsets[name].save(commit=False)
        return unread


class AnswerForm(forms.Form):
    """Why a finding of the clinical rules stays, or that this is taken back. Sent along with the editor's form."""

    rule = forms.CharField()
    digest = forms.CharField()
    reason = forms.CharField(required=False, max_length=1000)
    take_back = forms.BooleanField(required=False)

    def __init__(self, data):
        super().__init__(data, prefix="answer")

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("take_back") and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Say why it stays. The reviewer reads your reason.")
        return cleaned

    def first_error(self):
        return next(message for messages in self.errors.values() for message in messages)

    def is_about(self, flag):
        return (flag.rule.id, flag.quote_digest) == (self.cleaned_data["rule"], self.cleaned_data["digest"])
