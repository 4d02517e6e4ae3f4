"""Choosing a reference inside an article, and adding one there: pasted, or typed by hand."""

from django.utils.functional import cached_property
from django.utils.html import format_html
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChosenView

from blog.models import Reference
from blog.references.forms import ReferenceForm
from blog.references.identifiers import short_name
from blog.references.paste import fields_of, read
from people.choosers import (
    PREFIX,
    CreatingChooseResultsView,
    CreatingChooserViewSet,
    CreatingChooseView,
    RecordedCreateView,
)

CREATION_FORM = "admin/references/creation_form.html"


def beware(reference):
    """Why a reference supports nothing, or little."""
    if reference.retracted:
        return format_html("<strong>Retracted</strong>")
    return "Promotional" if reference.promotional else ""


class NamesItShortly:
    """Tells the rich text editor how to print a citation while an article is being written."""

    def get_chosen_response_data(self, item):
        return super().get_chosen_response_data(item) | {"short": short_name(item.authors, item.year)}


class TellsWhatToBeware:
    @property
    def columns(self):
        return [*super().columns, Column("standing", label="Beware", accessor=beware)]


class ReferenceChooseView(TellsWhatToBeware, CreatingChooseView):
    creation_form_template_name = CREATION_FORM


class ReferenceChooseResultsView(TellsWhatToBeware, CreatingChooseResultsView):
    creation_form_template_name = CREATION_FORM


class ReferenceChosenView(NamesItShortly, SnippetChosenView):
    pass


class ReferenceCreateInPlaceView(NamesItShortly, RecordedCreateView):
    """Three things are posted here: a paste to be read, a read record to fill the form with or to be chosen as it is
    there already, and the form.
    """

    creation_form_template_name = CREATION_FORM

    @cached_property
    def paste(self):
        return read(self.request.POST["pasted"]) if "pasted" in self.request.POST else None

    @cached_property
    def filled_in(self):
        """The fields that the form begins with; None where the form itself was posted."""
        if "record" in self.request.POST:
            return fields_of(self.request.POST["record"])
        if self.paste:
            new = [record for record in self.paste.records if not record.existing]
            return new[0].fields if len(self.paste.records) == len(new) == 1 else {}
        return None

    def post(self, request):
        if "existing" in request.POST:
            number = request.POST["existing"]
            chosen = Reference.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None
            if chosen:
                return self.get_chosen_response(chosen)
        if self.filled_in is not None:
            self.form = self.get_creation_form()
            return self.get_reshow_creation_form_response()
        return super().post(request)

    def get_creation_form_kwargs(self):
        if self.filled_in is not None:
            return {"initial": self.filled_in, "prefix": PREFIX, "for_user": self.request.user}
        return super().get_creation_form_kwargs()

    def get_creation_form_context_data(self, form):
        single = self.paste and len(self.paste.records) == 1 and not self.paste.records[0].existing
        return super().get_creation_form_context_data(form) | {
            "paste": self.paste,
            "pasted": self.request.POST.get("pasted", "") if self.paste and not single else "",
            "read": self.paste.records[0] if single else None,
        }


class ReferenceChooserViewSet(CreatingChooserViewSet):
    choose_one_text = "Choose a source"
    create_action_label = "Add this source"
    creation_tab_label = "New source"
    creation_form_class = ReferenceForm
    choose_view_class = ReferenceChooseView
    choose_results_view_class = ReferenceChooseResultsView
    chosen_view_class = ReferenceChosenView
    create_view_class = ReferenceCreateInPlaceView
