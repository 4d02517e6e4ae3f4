"""Forms for references: who enters one that is there already is shown the one that is there."""

from wagtail.admin.forms.models import WagtailAdminModelForm

from blog.models import Reference
from blog.references.identifiers import bare_doi

# What of a paste may fill in a form.
FILLED_IN = (
    *("kind", "title", "authors", "container", "year", "volume", "issue", "pages"),
    *("doi", "pmid", "url", "accessed_on"),
)


def known(doi="", pmid="", except_for=None):
    """`(field, reference)` of the reference that has this DOI or PubMed number, or None."""
    others = Reference.objects.exclude(pk=except_for)
    doi = bare_doi(doi or "")
    if doi and (reference := others.filter(doi__iexact=doi).first()):
        return "doi", reference
    if pmid and (reference := others.filter(pmid=pmid).first()):
        return "pmid", reference
    return None


class ReferenceForm(WagtailAdminModelForm):
    """Names the reference that has the same DOI or PubMed number."""

    class Meta:
        model = Reference
        fields = [*FILLED_IN, "design", "promotional"]

    class Media:
        # For the box to paste into, which stands by the form, in a chooser too.
        css = {"all": ["css/admin-references.css"]}

    def validate_unique(self):
        super().validate_unique()
        # The constraint says that there is another one; here it is said which, at the field.
        if found := known(self.instance.doi, self.instance.pmid, self.instance.pk):
            name, reference = found
            self.add_error(name, f"“{reference}” has it already. Use that one, or mend it.")
