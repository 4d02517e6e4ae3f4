"""What articles lean on: the sources they cite, and the words that need explaining."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from blog.clinical_rules.glossary import definition_problems
from blog.enums import Jurisdiction, ReferenceKind, StudyDesign
from blog.models.named import OneOfItsName
from blog.references import bare_doi, reference_errors, validate_doi, validate_pmid
from blog.text import word_count

DEFINITION_LIMIT = 40


class Reference(RevisionMixin, index.Indexed, models.Model):
    """A source that articles cite."""

    # An edition keeps every field of it as it stood.
    sealed_whole = True

    kind = models.CharField(max_length=20, choices=ReferenceKind.choices)
    title = models.CharField(max_length=300)
    authors = models.CharField(
        max_length=500,
        help_text="As they are to be printed: Example A, Example B. Of more than six, readers see six and “et al”.",
    )
    container = models.CharField("journal, book or site", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField()
    volume = models.CharField(max_length=20, blank=True)
    issue = models.CharField(max_length=20, blank=True)
    pages = models.CharField(max_length=40, blank=True)
    doi = models.CharField("DOI", max_length=200, blank=True, validators=[validate_doi])
    pmid = models.CharField("PubMed number", max_length=8, blank=True, validators=[validate_pmid])
    url = models.URLField("address", max_length=500, blank=True)
    accessed_on = models.DateField("read on", null=True, blank=True, help_text="Needed for web pages")
    design = models.CharField(
        "study design", max_length=24, choices=StudyDesign.choices, blank=True, help_text="For a study or a review"
    )
    follow_up_months = models.PositiveSmallIntegerField(
        "longest follow-up, in months", null=True, blank=True, help_text="Needed to support a long-term effect"
    )
    jurisdiction = models.CharField(
        max_length=12, choices=Jurisdiction.choices, blank=True, help_text="For a label, guideline or regulator"
    )
    funding = models.CharField(max_length=300, blank=True, help_text="Who paid for the study")
    promotional = models.BooleanField(
        "promotional", default=False, help_text="Written to sell something, or published by this clinic itself"
    )
    checked_on = models.DateField(
        "last checked on", null=True, blank=True, help_text="When somebody last looked whether it still stands"
    )
    retracted = models.BooleanField(
        default=False, help_text="Its publisher took it back. No article that cites it can be handed in or approved."
    )
    retracted_on = models.DateField(null=True, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("title"),
                FieldPanel("authors"),
                FieldPanel("container"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
            ],
            heading="What it is",
        ),
        MultiFieldPanel(
            [FieldPanel("doi"), FieldPanel("pmid"), FieldPanel("url"), FieldPanel("accessed_on")],
            heading="Where to find it",
        ),
        MultiFieldPanel(
            [
                FieldPanel("design"),
                FieldPanel("follow_up_months"),
                FieldPanel("jurisdiction"),
                FieldPanel("funding"),
                FieldPanel("promotional"),
            ],
            heading="How much it can support",
        ),
        MultiFieldPanel(
            [FieldPanel("checked_on"), FieldPanel("retracted"), FieldPanel("retracted_on")],
            heading="Whether it still stands",
        ),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.SearchField("doi"),
        index.AutocompleteField("doi"),
        index.FilterField("kind"),
        index.FilterField("retracted"),
    ]

    class Meta:
        ordering = ["authors", "year", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("doi"),
                name="reference_doi_once",
                condition=~Q(doi=""),
                violation_error_message="Another reference has this DOI.",
            ),
            models.UniqueConstraint(
                fields=["pmid"],
                name="reference_pmid_once",
                condition=~Q(pmid=""),
                violation_error_message="Another reference has this PubMed number.",
            ),
        ]

    def __str__(self):
        return f"{self.authors}: {self.title} ({self.year})"

    def clean_fields(self, exclude=None):
        # Before the field's own validator, so that a pasted https://doi.org/… is taken for what it means.
        self.doi = bare_doi(self.doi)
        super().clean_fields(exclude=exclude)

    def clean(self):
        super().clean()
        errors = reference_errors(self, timezone.localdate().year)
        # The constraints pass over a field that has an error; they would say only that there is another one.
        for name in ("doi", "pmid"):
            if (other := self.having(name, getattr(self, name))) and other.pk != self.pk:
                errors[name] = f"“{other}” has it already. Use that one, or mend it."
        if errors:
            raise ValidationError({field or NON_FIELD_ERRORS: message for field, message in errors.items()})

    @classmethod
    def having(cls, name, value):
        """The one reference whose `doi` or `pmid`, by `name`, is `value`, or None."""
        return cls.objects.filter(**{f"{name}__iexact": value}).first() if value else None


class GlossaryTerm(OneOfItsName, RevisionMixin, index.Indexed, models.Model):
    """A word that articles explain."""

    sealed_whole = True
    named_by = "term"

    term = models.CharField(max_length=80)
    also_called = models.TextField("other forms", blank=True, help_text="Such as the plural. One a line.")
    plain_definition = models.TextField(
        "in plain words",
        help_text=f"What it means, in at most {DEFINITION_LIMIT} words, without using the term itself.",
    )
    pronounce = models.CharField("how to say it", max_length=80, blank=True, help_text="GLOO-ta-mate")
    source = models.ForeignKey(Reference, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    panels = [
        FieldPanel("term"),
        FieldPanel("also_called"),
        FieldPanel("plain_definition"),
        FieldPanel("pronounce"),
        FieldPanel("source"),
    ]
    search_fields = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.SearchField("also_called"),
        index.AutocompleteField("also_called"),
    ]

    class Meta:
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(
                Lower("term"), name="glossary_term_once", violation_error_message="This term is explained already."
            )
        ]

    def __str__(self):
        return self.term

    def clean(self):
        super().clean()
        definition = self.plain_definition or ""
        if word_count(definition) > DEFINITION_LIMIT:
            raise ValidationError({"plain_definition": f"Shorten this to {DEFINITION_LIMIT} words."})
        if problems := definition_problems({"term": self.term, "plain_definition": definition}):
            raise ValidationError(problems)
