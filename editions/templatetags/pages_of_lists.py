"""The ways between the pages of a list."""

from django import template
from django.http import QueryDict

register = template.Library()


@register.simple_tag(takes_context=True)
def page_steps(context, page, keep=None):
    """A dict of previous, next (addresses or None) and numbers: dicts of number and address, without any for a gap.

    `keep` is a dict of the parameters that go along; without one those of the request do. The first page has no number.
    """
    request = context.request
    # A variable that a template does not have comes as an empty text.
    whole = keep is None or keep == ""
    kept = request.GET.copy() if whole else QueryDict(mutable=True)
    kept.update({} if whole else keep)

    def address(number):
        kept.pop("page", None)
        if number > 1:
            kept["page"] = number
        return f"{request.path}?{kept.urlencode()}" if kept else request.path

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "previous": address(page.previous_page_number()) if page.has_previous() else None,
        "next": address(page.next_page_number()) if page.has_next() else None,
        "numbers": [{"number": n, "address": address(n)} if isinstance(n, int) else {} for n in numbers],
    }
