"""What uses a piece of shared knowledge, and that nothing is deleted while an article needs it."""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import ReferenceIndex

from blog.models import ArticlePage, Condition, GlossaryTerm, Medicine, Reference
from people.models import Person

KEPT_WHILE_USED = (Condition, GlossaryTerm, Medicine, Reference, Person)


def count_conditions():
    """Make Wagtail's reference index count the conditions of an article, which it does not do for many-to-many."""
    field = ArticlePage._meta.get_field("conditions")
    field.extract_references = lambda conditions: ((Condition, str(row.pk), "", "") for row in conditions)


def keep_what_is_used(request, rows):
    """The answer to a request to delete `rows` where one of them is used: where, and that it stays; else None."""
    for row in rows:
        if isinstance(row, KEPT_WHILE_USED) and ReferenceIndex.get_references_to(row).exists():
            where = reverse(type(row).snippet_viewset.get_url_name("usage"), args=[row.pk])
            messages.error(
                request, f"“{row}” is used, so it was not deleted. Take it out of these first, then delete it."
            )
            return redirect(where)
    return None
