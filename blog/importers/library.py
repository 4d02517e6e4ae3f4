"""What the site has of what documents name: sources, words, people, conditions, medicines, topics, pages.

Reading a document asks a Library; the plain one knows nothing, so that reading needs no database.
"""

from dataclasses import dataclass, field

from wagtail.models import Page

from blog.content import snapshot
from blog.models import Condition, GlossaryTerm, Medicine, Reference, TopicPage
from blog.references import bare_doi
from people.models import Person


@dataclass(frozen=True)
class Row:
    row_id: int
    fields: dict = field(default_factory=dict)


class Library:
    """Knows nothing."""

    def source(self, fields):
        """The Row of a source with the DOI or PubMed number in `fields`, or with all of them; None if there is none."""

    def word(self, term):
        """The Row of a word that is explained."""

    def person(self, fields):
        """The id of the one person who has these name, letters behind it, profession and place of work."""

    def named(self, relation, name):
        """The id of the one row of this name; `relation` is conditions, topics or medicine."""

    def has_page(self, page_id):
        return True


class SiteLibrary(Library):
    """Knows what is in the database."""

    def source(self, fields):
        for row in self._sources(fields):
            return Row(row.pk, _fields(row))
        return None

    def word(self, term):
        row = GlossaryTerm.objects.filter(term__iexact=term).first() if term else None
        return row and Row(row.pk, _fields(row))

    def person(self, fields):
        # Documents written before profiles had a place of work name none.
        if not fields["affiliation"]:
            fields = {name: value for name, value in fields.items() if name != "affiliation"}
        return _only(Person.objects.filter(**fields))

    def named(self, relation, name):
        model, attribute = {
            "conditions": (Condition, "name"),
            "topics": (TopicPage, "title"),
            "medicine": (Medicine, "generic_name"),
        }[relation]
        return _only(model.objects.filter(**{f"{attribute}__iexact": name}))

    def has_page(self, page_id):
        return Page.objects.filter(pk=page_id).exists()

    def _sources(self, fields):
        doi, pmid = bare_doi(fields.get("doi") or ""), fields.get("pmid")
        if doi:
            yield from Reference.objects.filter(doi__iexact=doi)[:1]
        if pmid:
            yield from Reference.objects.filter(pmid=pmid)[:1]
        if not doi and not pmid:
            wanted = {name: value for name, value in fields.items() if value not in (None, "")}
            rows = Reference.objects.filter(title=fields.get("title", ""), year=fields.get("year") or 0)[:20]
            yield from (row for row in rows if wanted.items() <= _fields(row).items())


def _fields(row):
    """A row's fields as content has them, without its id."""
    return {name: value for name, value in snapshot(row).items() if name != "id"}


def _only(rows):
    found = list(rows.values_list("pk", flat=True)[:2])
    return found[0] if len(found) == 1 else None
