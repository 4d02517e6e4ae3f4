"""Choosing a help line inside an article, and adding one there."""

from django.core.exceptions import ValidationError
from django.db.models import Max
from wagtail.admin.forms.models import WagtailAdminModelForm

from home.crisis import SHOWN_FIELDS
from home.models import CrisisService
from people.choosers import CreatingChooserViewSet
from people.whole_lines import TakesLinesWhole

# The most that its column holds.
LAST_PLACE = 32_767


class HelpLineForm(TakesLinesWhole, WagtailAdminModelForm):
    """Everything that readers are shown of it; its place in the list and the day of its last check have a screen."""

    class Meta:
        model = CrisisService
        fields = [name for name in SHOWN_FIELDS if name != "id"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = (
            "It stands on every page of the site as soon as it is created, below the lines that are there. Its place "
            "among them and the day of its last check are set at Settings, Crisis services."
        )

    def clean(self):
        if not CrisisService.objects.exists():
            # One line of its own takes the place of the built-in ones on every page, the emergency number among them.
            raise ValidationError(
                "The site shows the built-in lines (988 and 911) until it has lines of its own. Enter those that every "
                "page is to show at Settings, Crisis services, first."
            )
        return super().clean()

    def save(self, commit=True):
        # Whoever adds a line for one article means no other number to come first everywhere.
        last = CrisisService.objects.aggregate(last=Max("sort_order"))["last"]
        self.instance.sort_order = min((last or 0) + 1, LAST_PLACE)
        return super().save(commit)


class HelpLineChooserViewSet(CreatingChooserViewSet):
    choose_one_text = "Choose a help line"
    create_action_label = "Create this help line"
    creation_tab_label = "New help line"
    creation_form_class = HelpLineForm
