"""Choosing what articles share, from inside a section."""

from wagtail.blocks import PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.examples import EXAMPLE_SOURCE


class SourceChooserBlock(SnippetChooserBlock):
    """A chooser of references that also knows the one which examples of sections cite."""

    def to_python(self, value):
        return EXAMPLE_SOURCE if value == EXAMPLE_SOURCE.pk else super().to_python(value)

    def bulk_to_python(self, values):
        return [
            EXAMPLE_SOURCE if value == EXAMPLE_SOURCE.pk else row
            for value, row in zip(values, super().bulk_to_python(values), strict=True)
        ]

    def deconstruct(self):
        # Migrations know it as Wagtail's, for it stores the same.
        _path, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs


def reference_chooser(**options):
    """A source of what stands beside it; readers see its number, which leads to the list of references."""
    return SourceChooserBlock("blog.Reference", **{"required": False, "label": "Source", "icon": "openquote"} | options)


def service_chooser(**options):
    """One of the clinic's services. The shop front is named and not imported: articles do not stand on it."""
    return PageChooserBlock(page_type="shop.ServicePage", required=False, label="Service", **options)


def help_line_chooser(**options):
    """A help line, by its id alone: what it says is drawn when the page is read."""
    return SnippetChooserBlock("home.CrisisService", required=False, label="Help line", icon="warning", **options)


def glossary_chooser(**options):
    return SnippetChooserBlock("blog.GlossaryTerm", **{"required": False, "label": "Word", "icon": "help"} | options)
