"""The screens of references: the list, a new one, and adding them by pasting."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views import View
from wagtail.actions.create import CreateAction
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import CreateView, IndexView

from blog.models import Reference
from blog.references.forms import ReferenceForm
from blog.references.paste import Paste, Record, fields_of, only_known, read
from blog.references.records import MOST_RECORDS, ParsedReference

PASTE = "reference_paste"


class ReferenceIndexView(IndexView):
    @property
    def header_buttons(self):
        buttons = super().header_buttons
        if self.user_has_permission("add"):
            buttons.append(HeaderButton("Paste references", url=reverse(PASTE), icon_name="copy"))
        return buttons


class ReferenceCreateView(CreateView):
    """A new reference, filled in by what the address says, which a paste may have written."""

    def get_initial(self):
        return super().get_initial() | only_known(self.request.GET.dict())

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"paste_url": reverse(PASTE)}


class PasteReferencesView(View):
    """Reads a paste. One new record leads to its form; of several, those to be added are chosen here."""

    template_name = "admin/references/paste.html"

    def dispatch(self, request, *args, **kwargs):
        if not policy_registry.get_by_type(Reference).user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.show(Paste())

    def post(self, request):
        if "add" in request.POST:
            return self.add(request.POST.getlist("record")[:MOST_RECORDS])
        paste = read(request.POST.get("pasted", ""))
        if len(paste.records) == 1 and not paste.problems:
            return self.lead_on(paste.records[0])
        return self.show(paste)

    def lead_on(self, record):
        """To the form of the one record that was pasted, or to the reference that is there already."""
        if record.existing:
            messages.warning(self.request, f"“{record.existing}” is here already. Nothing was added.")
            return redirect(url_of("edit", record.existing.pk))
        messages.success(self.request, f"Filled in from {record.parsed.read_as}. Look it over, then save it.")
        if notes := " ".join(filter(None, [record.to_do, *record.parsed.missed])):
            messages.warning(self.request, notes)
        return redirect(f"{url_of('add')}?{record.as_query}")

    def add(self, chosen):
        """Create the chosen records; those that the form refuses are shown again, with the reason."""
        refused, added = [], 0
        for text in chosen:
            fields = fields_of(text)
            form = ReferenceForm(fields, for_user=self.request.user)
            if form.is_valid():
                with transaction.atomic():
                    CreateAction(form.instance, user=self.request.user, form=form).execute(skip_permission_checks=True)
                added += 1
            else:
                why = [message for found in form.errors.values() for message in found]
                refused.append(Record(ParsedReference("", fields, why)))
        if added:
            messages.success(
                self.request, "1 reference was added." if added == 1 else f"{added} references were added."
            )
        if refused:
            return self.show(Paste(refused, ["These were not added. Fill them in by hand."]))
        if not added:
            messages.warning(self.request, "Nothing was chosen, so nothing was added.")
        return redirect(url_of("list"))

    def show(self, paste):
        context = {
            "paste": paste,
            "pasted": self.request.POST.get("pasted", ""),
            "paste_url": reverse(PASTE),
            "add_url": url_of("add"),
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": "Home"},
                {"url": url_of("list"), "label": "References"},
                {"url": "", "label": "Paste references"},
            ],
        }
        return TemplateResponse(self.request, self.template_name, context)


def url_of(view, *args):
    return reverse(Reference.snippet_viewset.get_url_name(view), args=args)
