"""Every section that an article can have, as readers see it and with what its fields want: a page for editors."""

from dataclasses import dataclass

from django.urls import reverse_lazy
from django.views.generic import TemplateView
from wagtail import blocks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.models import ArticlePage


@dataclass(frozen=True)
class FieldFacts:
    """A field as its author meets it; `fields` are those of each row of a list, or of a group."""

    label: str
    help_text: str
    required: bool
    choices: tuple[str, ...] = ()
    fields: tuple["FieldFacts", ...] = ()


@dataclass(frozen=True)
class SectionFacts:
    name: str
    label: str
    icon: str
    description: str
    fields: tuple[FieldFacts, ...]
    examples: tuple[str, ...]


class CatalogueView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "admin/catalogue.html"
    page_title = "Sections of an article"
    header_icon = "list-ul"
    _show_breadcrumbs = True
    index_url = reverse_lazy("section_catalogue")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"groups": catalogue()}


def catalogue():
    """`(group, sections)`, as the editor's own list of sections has them."""
    found = {}
    for name, block in ArticlePage.body.field.stream_block.child_blocks.items():
        found.setdefault(block.meta.group, []).append(facts_of(name, block))
    return list(found.items())


def facts_of(name, block):
    values = [block.get_preview_value(), *map(block.normalize, block.meta.more_examples)]
    return SectionFacts(
        name=name,
        label=str(block.label),
        icon=block.meta.icon,
        description=str(block.meta.description),
        fields=fields_of(block),
        examples=tuple(_drawn(block, value, f"example-{name}-{place}") for place, value in enumerate(values, 1)),
    )


def _drawn(block, value, section_id):
    context = block.get_preview_context(value, {}) or {}
    # No address: the example must not be where a link on the page leads.
    return block.render(value, context | {"section_id": section_id, "heading": block.heading_of(value)})


def fields_of(block):
    """The fields of a group; those of its rows of a list that holds groups; none of anything else."""
    if isinstance(block, blocks.ListBlock):
        block = block.child_block
    if not isinstance(block, blocks.StructBlock):
        return ()
    return tuple(
        FieldFacts(
            label=str(child.label),
            help_text=help_of(child),
            required=child.required,
            choices=choices_of(child),
            fields=fields_of(child),
        )
        for child in block.child_blocks.values()
    )


def help_of(block):
    # Fields of a form keep it on the form's field, lists and groups among their options.
    return str(getattr(getattr(block, "field", None), "help_text", "") or getattr(block.meta, "help_text", None) or "")


def choices_of(block):
    if not isinstance(block, blocks.ChoiceBlock):
        return ()
    return tuple(str(label) for value, label in block.field.choices if value)
