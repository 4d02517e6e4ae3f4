"""Choosers that also create what is missing, without leaving the article; a row's own screen has the rest of it."""

from django.db import transaction
from django.utils.text import slugify
from wagtail.actions.create import CreateAction
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet, SnippetCreateView

from people.models import Person
from people.whole_lines import TakesLinesWhole

PREFIX = "new"


class FormInPlace:
    """The form's fields have names of their own: an article's title stands on the same page as that of a new source."""

    def get_creation_form_kwargs(self):
        return super().get_creation_form_kwargs() | {"prefix": PREFIX, "for_user": self.request.user}


class RecordedCreateView(FormInPlace, SnippetCreateView):
    """Creates the way the snippet's own screen does: with a first revision, and with who did it in its history."""

    def save_form(self, form):
        with transaction.atomic():
            return CreateAction(form.instance, user=self.request.user, form=form).execute(skip_permission_checks=True)


class SaysHowToGoOn(FormInPlace):
    """Where nothing is found, the place to create it is named."""

    results_template_name = "admin/choosers/results.html"


class CreatingChooseView(SaysHowToGoOn, ChooseView):
    pass


class CreatingChooseResultsView(SaysHowToGoOn, ChooseResultsView):
    pass


class CreatingChooserViewSet(SnippetChooserViewSet):
    """The tab to create in stands there, and answers, for whoever may add such a row, and for nobody else."""

    choose_view_class = CreatingChooseView
    choose_results_view_class = CreatingChooseResultsView
    create_view_class = RecordedCreateView


class PersonForm(TakesLinesWhole, WagtailAdminModelForm):
    """What a byline says. Never an account and never a licence: whoever has both may approve articles."""

    class Meta:
        model = Person
        fields = ["name", "post_nominals", "profession", "affiliation"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = (
            "As in a byline, without letters. What readers are told about them, an account and licences are added "
            "afterwards, at Settings, People."
        )

    def save(self, commit=True):
        self.instance.slug = free_slug(self.instance.name)
        return super().save(commit)


class PersonChooserViewSet(CreatingChooserViewSet):
    choose_one_text = "Choose a person"
    create_action_label = "Create this person"
    creation_tab_label = "New person"
    creation_form_class = PersonForm


def free_slug(name):
    """The slug of `name` that no profile has yet: `alex-example`, then `alex-example-2`."""
    longest = Person._meta.get_field("slug").max_length
    plain = slugify(name) or "person"
    number, slug = 1, plain[:longest]
    while Person.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{plain[: longest - len(str(number)) - 1]}-{number}"
    return slug
