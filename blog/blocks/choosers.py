"""Choosing what articles share, from inside a section."""

from wagtail.blocks import PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.examples import EXAMPLE_HELP_LINE, EXAMPLE_SERVICE, EXAMPLE_SOURCE


class KnowsExample:
    """A chooser that also knows what examples of sections choose, which is no row."""

    example = None
    # Migrations know it as Wagtail's, for it stores the same.
    stores_like = ""

    def to_python(self, value):
        return self.example if value == self.example.pk else super().to_python(value)

    def bulk_to_python(self, values):
        rows = iter(super().bulk_to_python([value for value in values if value != self.example.pk]))
        return [self.example if value == self.example.pk else next(rows) for value in values]

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return self.stores_like, args, kwargs


class SourceChooserBlock(KnowsExample, SnippetChooserBlock):
    example = EXAMPLE_SOURCE
    stores_like = "wagtail.snippets.blocks.SnippetChooserBlock"


class HelpLineChooserBlock(KnowsExample, SnippetChooserBlock):
    example = EXAMPLE_HELP_LINE
    stores_like = "wagtail.snippets.blocks.SnippetChooserBlock"


class ServiceChooserBlock(KnowsExample, PageChooserBlock):
    example = EXAMPLE_SERVICE
    stores_like = "wagtail.blocks.PageChooserBlock"


def reference_chooser(**options):
    """A source of what stands beside it; readers see its number, which leads to the list of references."""
    return SourceChooserBlock("blog.Reference", **{"required": False, "label": "Source", "icon": "openquote"} | options)


def service_chooser(**options):
    """One of the clinic's services. The shop front is named and not imported: articles do not stand on it."""
    return ServiceChooserBlock(page_type="shop.ServicePage", required=False, label="Service", **options)


def help_line_chooser(**options):
    """A help line, by its id alone: what it says is drawn when the page is read."""
    return HelpLineChooserBlock("home.CrisisService", required=False, label="Help line", icon="warning", **options)


def glossary_chooser(**options):
    return SnippetChooserBlock("blog.GlossaryTerm", **{"required": False, "label": "Word", "icon": "help"} | options)
