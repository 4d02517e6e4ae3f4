"""Choosing what articles share, from inside a section."""

from wagtail.snippets.blocks import SnippetChooserBlock


def reference_chooser(**options):
    """A source of what stands beside it; readers see its number, which leads to the list of references."""
    return SnippetChooserBlock("blog.Reference", **{"required": False, "label": "Source", "icon": "openquote"} | options)


def glossary_chooser(**options):
    return SnippetChooserBlock("blog.GlossaryTerm", **{"required": False, "label": "Word", "icon": "help"} | options)
