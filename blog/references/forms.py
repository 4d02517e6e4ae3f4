"""The form for a reference, and what of a paste may fill it in."""

from wagtail.admin.forms.models import WagtailAdminModelForm

from blog.models import Reference
from blog.references.identifiers import bare_doi
from people.whole_lines import TakesLinesWhole

# What of a paste may fill in a form.
FILLED_IN = (
    *("kind", "title", "authors", "container", "year", "volume", "issue", "pages"),
    *("doi", "pmid", "url", "accessed_on"),
)


def known(doi="", pmid=""):
    """`(field, reference)` of the reference that has this DOI or PubMed number, or None."""
    for name, value in (("doi", bare_doi(doi or "")), ("pmid", pmid)):
        if reference := Reference.having(name, value):
            return name, reference
    return None


class ReferenceForm(TakesLinesWhole, WagtailAdminModelForm):
    class Meta:
        model = Reference
        fields = [*FILLED_IN, "design", "promotional"]

    class Media:
        # For the box to paste into, which stands by the form, in a chooser too.
        css = {"all": ["css/admin-references.css"]}
        js = ["js/admin-references.js"]
