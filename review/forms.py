"""What a reviewer fills in."""

from django import forms


class ChangesForm(forms.Form):
    reason = forms.CharField(
        label="What has to change?",
        help_text="The authors see your words beside the draft.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what has to change. The authors see your words."},
    )
