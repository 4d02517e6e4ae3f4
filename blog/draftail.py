"""Citing sources and explaining words inside rich text: how marks are edited, stored and counted.

Stored: `<a linktype="citation" id="12">[Example 2024]</a>` and `<a linktype="glossary" id="5">glutamate</a>`, where the
ids are those of a Reference and a GlossaryTerm. What readers see of them is made in `blog/marks.py`.
"""

from django.urls import reverse_lazy
from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from blog.marks import CITATION, GLOSSARY
from blog.models import GlossaryTerm, Reference

SCRIPTS = ["wagtailadmin/js/chooser-modal.js", "js/admin-marks.js", "js/admin-citations.js"]
STYLES = {"all": ["css/admin-citations.css"]}


class MarkHandler(LinkHandler):
    """Counts marks as uses of what they point at. Wagtail's own rendering leaves their words."""

    model = None

    @classmethod
    def get_model(cls):
        return cls.model

    @classmethod
    def get_many(cls, attrs_list):
        rows = cls.model.objects.in_bulk([number for attrs in attrs_list if (number := row_id(attrs))])
        return [rows.get(row_id(attrs)) for attrs in attrs_list]

    @classmethod
    def expand_db_attributes(cls, attrs):
        return "<a>"

    @classmethod
    def extract_references(cls, attrs):
        if number := row_id(attrs):
            yield cls.model, str(number), "", ""


class CitationHandler(MarkHandler):
    identifier = CITATION
    model = Reference


class GlossaryHandler(MarkHandler):
    identifier = GLOSSARY
    model = GlossaryTerm


class MarkElementHandler(InlineEntityElementHandler):
    """A stored mark as the editor's entity, with the words that tell what it points at."""

    def __init__(self, handler, mutability):
        super().__init__(entity_type(handler))
        self.handler = handler
        self.mutability = mutability

    def get_attribute_data(self, attrs):
        number = row_id(attrs)
        row = number and self.handler.model.objects.filter(pk=number).first()
        return {"id": number or attrs.get("id"), "label": label_of(row) if row else "", "missing": not row}


class MarkFeature(EntityFeature):
    """A toolbar button for marks, and the panel that tells about the mark at the caret."""

    panel = {"type": "MARK_PANEL"}

    def construct_options(self, options):
        super().construct_options(options)
        controls = options.setdefault("controls", [])
        if self.panel not in controls:
            controls.append(self.panel)


def label_of(row):
    """What tells an editor which source or word a mark means."""
    return f"{row.term}: {row.plain_definition}" if isinstance(row, GlossaryTerm) else str(row)


def row_id(attrs):
    """The row's id in a mark's attributes; None where there is none that a database takes."""
    number = str(attrs.get("id", ""))
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 18 else None


def entity_type(handler):
    return handler.identifier.upper()


def register(features):
    """Make the features `citation` and `glossary` known to Wagtail."""
    _register(features, CitationHandler, "IMMUTABLE", {"icon": "openquote", "description": "Cite a source"})
    _register(features, GlossaryHandler, "MUTABLE", {"icon": "help", "description": "Explain a word"})


def _register(features, handler, mutability, shown):
    name, entity = handler.identifier, entity_type(handler)
    chooser = reverse_lazy(f"wagtailsnippetchoosers_blog_{handler.model._meta.model_name}:choose")
    features.register_link_type(handler)
    features.register_editor_plugin(
        "draftail",
        name,
        MarkFeature(
            {
                "type": entity,
                **shown,
                # What survives being pasted from one field into another.
                "attributes": ["id", "label"],
                "allowlist": {"id": r"^\d+$"},
                "chooserUrls": {"chooser": chooser},
            },
            js=SCRIPTS,
            css=STYLES,
        ),
    )
    features.register_converter_rule(
        "contentstate",
        name,
        {
            "from_database_format": {f'a[linktype="{name}"]': MarkElementHandler(handler, mutability)},
            "to_database_format": {"entity_decorators": {entity: _stored(name)}},
        },
    )


def _stored(name):
    def element(props):
        return DOM.create_element("a", {"linktype": name, "id": props.get("id")}, props["children"])

    return element
