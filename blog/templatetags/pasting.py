"""What stands beside each box into which references are pasted."""

from django import template

from blog.references.records import LONGEST_PASTE, TOO_LONG

register = template.Library()


@register.inclusion_tag("admin/references/paste_said.html")
def paste_said():
    """Where `static/js/admin-references.js` says why a paste was not taken."""
    return {"longest": LONGEST_PASTE, "too_long": TOO_LONG}
