from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from people.models import Person


class PersonViewSet(SnippetViewSet):
    """People as bylines name them, each with their credentials; only administrators may change them."""

    model = Person
    icon = "group"
    menu_label = "People"
    list_display = ["name", "post_nominals", "profession", "user"]
    search_fields = ["name", "profession"]
    add_to_settings_menu = True


register_snippet(PersonViewSet)
