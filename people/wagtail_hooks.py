from wagtail import hooks
from wagtail.snippets.models import register_snippet

from people import versions
from people.choosers import PersonChooserViewSet
from people.models import Person
from people.versions import VersionedViewSet


class PersonViewSet(VersionedViewSet):
    """People as bylines name them, each with their credentials; only administrators may change them."""

    model = Person
    icon = "group"
    menu_label = "People"
    list_display = ["name", "post_nominals", "profession", "affiliation", "user"]
    search_fields = ["name", "profession", "affiliation"]
    add_to_settings_menu = True
    chooser_viewset_class = PersonChooserViewSet
    # Whoever brings back an older “about” must not hand the profile to another account, nor a licence that has ended.
    not_brought_back = ["user", "credentials"]


register_snippet(PersonViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    versions.register(actions)
