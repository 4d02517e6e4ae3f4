"""Choosers of shared knowledge that also create it, without leaving the article."""

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.snippets.views.chooser import SnippetChosenView

from blog.models import Condition, GlossaryTerm, Medicine
from people.choosers import CreatingChooserViewSet, CreatingChooseView, RecordedCreateView
from people.whole_lines import TakesLinesWhole


class ConditionForm(TakesLinesWhole, WagtailAdminModelForm):
    class Meta:
        model = Condition
        fields = ["name", "also_called", "plain_definition", "icd10_code"]
        widgets = {"also_called": forms.Textarea({"rows": 2})}


class ConditionChooserViewSet(CreatingChooserViewSet):
    choose_one_text = "Choose a condition"
    create_action_label = "Create this condition"
    creation_tab_label = "New condition"
    creation_form_class = ConditionForm


class MedicineForm(TakesLinesWhole, WagtailAdminModelForm):
    """A medicine without its uses: those need a source each, and a screen with room for them."""

    class Meta:
        model = Medicine
        fields = [
            *("generic_name", "brands", "medicine_class"),
            *("controlled_schedule", "prescription_only", "acts_on_nervous_system", "boxed_warning"),
        ]
        widgets = {"brands": forms.Textarea({"rows": 2}), "boxed_warning": forms.Textarea({"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name = self.fields["generic_name"]
        name.help_text += (
            ". What it is licensed for, street names, the address of its label and safety alerts are added afterwards, "
            "under Shared knowledge; articles need what it is licensed for."
        )


class MedicineChooserViewSet(CreatingChooserViewSet):
    choose_one_text = "Choose a medicine"
    create_action_label = "Create this medicine"
    creation_tab_label = "New medicine"
    creation_form_class = MedicineForm


class GlossaryTermForm(TakesLinesWhole, WagtailAdminModelForm):
    class Meta:
        model = GlossaryTerm
        fields = ["term", "also_called", "plain_definition", "pronounce"]
        widgets = {"also_called": forms.Textarea({"rows": 2}), "plain_definition": forms.Textarea({"rows": 3})}


class SaysWhatItMeans:
    """Tells the rich text editor what a word means, for whoever comes upon the mark."""

    def get_chosen_response_data(self, item):
        return super().get_chosen_response_data(item) | {"label": f"{item.term}: {item.plain_definition}"}


class GlossaryTermChooseView(CreatingChooseView):
    """Begins a new word with what was selected in the text, for which the chooser also looks."""

    def get_creation_form_kwargs(self):
        return super().get_creation_form_kwargs() | {"initial": {"term": self.request.GET.get("q", "")}}


class GlossaryTermChosenView(SaysWhatItMeans, SnippetChosenView):
    pass


class GlossaryTermCreateView(SaysWhatItMeans, RecordedCreateView):
    pass


class GlossaryTermChooserViewSet(CreatingChooserViewSet):
    choose_one_text = "Choose a word"
    create_action_label = "Explain this word"
    creation_tab_label = "New word"
    creation_form_class = GlossaryTermForm
    choose_view_class = GlossaryTermChooseView
    chosen_view_class = GlossaryTermChosenView
    create_view_class = GlossaryTermCreateView
