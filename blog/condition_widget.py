"""The conditions of an article: ticked in a list, and made without leaving the article."""

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe


class ConditionsWidget(forms.CheckboxSelectMultiple):
    """Boxes to tick, and a way to a new one: in a dialogue, and without scripts on the condition's own screen."""

    class Media:
        js = ["wagtailadmin/js/chooser-modal.js", "js/admin-conditions.js"]

    def render(self, name, value, attrs=None, renderer=None):
        boxes = super().render(name, value, attrs, renderer)
        words = {
            "name": name,
            "chooser_url": reverse("wagtailsnippetchoosers_blog_condition:choose"),
            "add_url": reverse("wagtailsnippets_blog_condition:add"),
        }
        return mark_safe(boxes + render_to_string("admin/choosers/new_condition.html", words))  # noqa: S308
