"""Forms for references: who enters one that is there already is shown the one that is there."""

from django.utils.html import format_html
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.forms.models import WagtailAdminModelForm

from blog.models import Reference
from blog.references import bare_doi, short_name

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
    """Names the reference that has the same DOI or PubMed number, with a way to it."""

    class Meta:
        model = Reference
        fields = [*FILLED_IN, "design", "promotional"]

    class Media:
        # For the box to paste into, which stands by the form, in a chooser too.
        css = {"all": ["css/admin-references.css"]}

    def clean(self):
        cleaned = super().clean()
        found = known(cleaned.get("doi"), cleaned.get("pmid"), self.instance.pk)
        if found:
            name, reference = found
            self.add_error(name, self._is_there(reference))
        return cleaned

    def _is_there(self, reference):
        words = format_html("“{}” has it already.", reference)
        if url := AdminURLFinder(self.for_user).get_edit_url(reference):
            return format_html('{} <a href="{}">Open {}</a>', words, url, short_name(reference.authors, reference.year))
        return words
