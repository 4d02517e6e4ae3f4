"""What articles add to Wagtail's admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from blog.models import Reference


class ReferenceViewSet(SnippetViewSet):
    model = Reference
    icon = "openquote"
    menu_label = "References"
    list_display = ["authors", "title", "year", "kind"]
    list_filter = ["kind"]
    add_to_admin_menu = False


register_snippet(ReferenceViewSet)
