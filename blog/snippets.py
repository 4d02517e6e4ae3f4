"""The screens on which editors keep what articles share."""

from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from blog import snippet_choosers
from blog.models import Condition, GlossaryTerm, Medicine, Reference
from blog.references.chooser import ReferenceChooserViewSet, beware
from blog.references.forms import ReferenceForm
from blog.references.screens import ReferenceCreateView, ReferenceIndexView
from blog.text import lines_of
from people.versions import SavedOnPurpose, VersionedViewSet


class UsedColumn(Column):
    """How often a row is used, as a link to where."""

    def __init__(self):
        super().__init__("usage_count", label="Used", sort_key="usage_count")

    def get_value(self, row):
        if not row.usage_count:
            return "Not yet"
        where = reverse(type(row).snippet_viewset.get_url_name("usage"), args=[row.pk])
        times = "Once" if row.usage_count == 1 else f"{row.usage_count} times"
        return format_html('<a href="{}">{}</a>', where, times)


class SharedReferenceCreateView(SavedOnPurpose, ReferenceCreateView):
    pass


class SharedKnowledgeViewSet(VersionedViewSet):
    """Lists say how often a row is used, and when it was last changed."""

    copy_view_enabled = False
    list_per_page = 50
    chooser_per_page = 20

    def get_queryset(self, request):
        return self.model.objects.annotate(usage_count=ReferenceIndex.usage_count_subquery(self.model))


class MedicineViewSet(SharedKnowledgeViewSet):
    model = Medicine
    icon = "pill"
    menu_label = "Medicines"
    list_display = [
        "generic_name",
        Column("brands", label="Brand names", accessor=lambda row: ", ".join(row.brand_names)),
        "medicine_class",
        "controlled_schedule",
        Column("boxed_warning", label="Boxed warning", accessor=lambda row: "Yes" if row.boxed_warning else ""),
        UsedColumn(),
        UpdatedAtColumn(),
    ]
    list_filter = ["controlled_schedule", "prescription_only", "acts_on_nervous_system"]
    chooser_viewset_class = snippet_choosers.MedicineChooserViewSet


class ConditionViewSet(SharedKnowledgeViewSet):
    model = Condition
    icon = "pulse"
    menu_label = "Conditions"
    list_display = [
        "name",
        Column("also_called", label="Also called", accessor=lambda row: ", ".join(lines_of(row.also_called))),
        "icd10_code",
        UsedColumn(),
        UpdatedAtColumn(),
    ]
    chooser_viewset_class = snippet_choosers.ConditionChooserViewSet


class ReferenceViewSet(SharedKnowledgeViewSet):
    model = Reference
    icon = "openquote"
    menu_label = "References"
    list_display = [
        "title",
        "authors",
        "year",
        "kind",
        Column("standing", label="Beware", accessor=beware, sort_key="retracted"),
        UsedColumn(),
        UpdatedAtColumn(),
    ]
    list_filter = ["kind", "design", "jurisdiction", "retracted", "promotional"]
    edit_handler = ObjectList(Reference.panels, base_form_class=ReferenceForm)
    index_view_class = ReferenceIndexView
    add_view_class = SharedReferenceCreateView
    chooser_viewset_class = ReferenceChooserViewSet


class GlossaryTermViewSet(SharedKnowledgeViewSet):
    model = GlossaryTerm
    icon = "help"
    menu_label = "Words explained"
    list_display = ["term", "plain_definition", UsedColumn(), UpdatedAtColumn()]
    chooser_viewset_class = snippet_choosers.GlossaryTermChooserViewSet


class SharedKnowledge(SnippetViewSetGroup):
    menu_label = "Shared knowledge"
    menu_name = "shared-knowledge"
    menu_icon = "glasses"
    menu_order = 130
    items = (ReferenceViewSet, GlossaryTermViewSet, MedicineViewSet, ConditionViewSet)
