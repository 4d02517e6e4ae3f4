"""One-line fields of the admin take what is pasted whole; too much of it is told when the form is sent.

Browsers would cut it at the length of the column without a word.
"""

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override


class WholeLine(forms.TextInput):
    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].pop("maxlength", None)
        return context


class TakesLinesWhole:
    """For forms whose fields or widgets are named by themselves: those never ask what the admin's lines look like."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)


def options_of(field):
    """Nobody types into a field of choices."""
    return {} if field.choices else {"widget": WholeLine}


def register():
    register_form_field_override(models.CharField, override=options_of, exact_class=True)
