"""Medicines and where they are licensed, and the conditions that they are for."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.deconstruct import deconstructible
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, RevisionMixin
from wagtail.search import index

from blog.enums import Jurisdiction, LicenceStatus, Schedule
from blog.models.named import OneOfItsName
from blog.models.sources import Reference
from blog.text import lines_of

ONE_A_LINE = "One a line."


# Only its words differ, so migrations know it as Django's.
@deconstructible(path="django.core.validators.URLValidator")
class SafeAddress(URLValidator):
    message = "Write a whole address that starts with https://."
    # Under Django's own code, forms would put their own words in the place of these.
    code = "not_https"


https_only = SafeAddress(schemes=["https"])


class Condition(OneOfItsName, RevisionMixin, index.Indexed, models.Model):
    """An illness or a difficulty that articles are about."""

    sealed_whole = True
    named_by = "name"

    name = models.CharField(max_length=120, help_text="As readers say it, in lower case: depression")
    also_called = models.TextField(blank=True, help_text=f"Other names, the medical one among them. {ONE_A_LINE}")
    plain_definition = models.CharField("in plain words", max_length=300, blank=True)
    icd10_code = models.CharField("ICD-10 code", max_length=10, blank=True)

    panels = [FieldPanel("name"), FieldPanel("also_called"), FieldPanel("plain_definition"), FieldPanel("icd10_code")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("also_called"),
        index.AutocompleteField("also_called"),
    ]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"), name="condition_once", violation_error_message="There is a condition of this name."
            )
        ]

    def __str__(self):
        return self.name


class Medicine(OneOfItsName, RevisionMixin, index.Indexed, ClusterableModel):
    """A medicine, with what it is licensed for."""

    sealed_whole = True
    named_by = "generic_name"

    generic_name = models.CharField(max_length=120, help_text="In lower case: examplamine")
    brands = models.TextField("brand names", blank=True, help_text=ONE_A_LINE)
    slang = models.TextField(
        "street names", blank=True, help_text=f"So that a search finds the medicine; never printed. {ONE_A_LINE}"
    )
    medicine_class = models.CharField(
        "class", max_length=160, help_text="What kind of medicine it is: NMDA receptor antagonist"
    )
    controlled_schedule = models.CharField(max_length=8, choices=Schedule.choices, default=Schedule.NONE)
    prescription_only = models.BooleanField(
        default=True, help_text="A prescription medicine can never be offered for sale on this site."
    )
    acts_on_nervous_system = models.BooleanField(
        "acts on the brain or nerves",
        default=True,
        help_text="An article about it must then say what alcohol does together with it.",
    )
    boxed_warning = models.TextField(
        blank=True, help_text="The warning in a box on its label; articles show it before any benefit."
    )
    label_url = models.URLField("address of the label", max_length=500, blank=True, validators=[https_only])

    panels = [
        MultiFieldPanel(
            [FieldPanel("generic_name"), FieldPanel("brands"), FieldPanel("slang"), FieldPanel("medicine_class")],
            heading="Names",
        ),
        MultiFieldPanel(
            [
                FieldPanel("controlled_schedule"),
                FieldPanel("prescription_only"),
                FieldPanel("acts_on_nervous_system"),
                FieldPanel("boxed_warning"),
                FieldPanel("label_url"),
            ],
            heading="Safety",
        ),
        InlinePanel("uses", label="Use", heading="Uses", help_text="One for each condition, jurisdiction and route"),
        InlinePanel("safety_alerts", label="Safety alert", heading="Safety alerts"),
    ]
    search_fields = [
        index.SearchField("generic_name"),
        index.AutocompleteField("generic_name"),
        index.SearchField("brands"),
        index.AutocompleteField("brands"),
        index.SearchField("slang"),
        index.AutocompleteField("slang"),
    ]

    class Meta:
        ordering = ["generic_name"]
        constraints = [
            models.UniqueConstraint(
                Lower("generic_name"),
                name="medicine_once",
                violation_error_message="There is a medicine of this name.",
            )
        ]

    def __str__(self):
        return self.generic_name

    @property
    def brand_names(self):
        return lines_of(self.brands)


class MedicineUse(Orderable):
    """Where a medicine stands for one condition, in one jurisdiction, given in one way."""

    medicine = ParentalKey(Medicine, on_delete=models.CASCADE, related_name="uses")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="+")
    jurisdiction = models.CharField(max_length=12, choices=Jurisdiction.choices, default=Jurisdiction.US)
    route = models.CharField(
        max_length=80, blank=True, help_text="How it is given, in plain words: into a vein. Blank for any."
    )
    licence_status = models.CharField(max_length=16, choices=LicenceStatus.choices)
    verified_on = models.DateField(help_text="When somebody last checked this")
    source = models.ForeignKey(Reference, on_delete=models.PROTECT, related_name="+")

    panels = [
        FieldRowPanel([FieldPanel("condition"), FieldPanel("jurisdiction")]),
        FieldRowPanel([FieldPanel("route"), FieldPanel("licence_status")]),
        FieldRowPanel([FieldPanel("verified_on"), FieldPanel("source")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                "medicine",
                "condition",
                "jurisdiction",
                Lower("route"),
                name="medicine_use_once",
                violation_error_message="This use is listed already.",
            )
        ]

    def __str__(self):
        return f"{self.medicine} for {self.condition}, {self.get_jurisdiction_display()}"


class SafetyAlert(Orderable):
    """What an authority made known about a medicine's safety."""

    medicine = ParentalKey(Medicine, on_delete=models.CASCADE, related_name="safety_alerts")
    issued_on = models.DateField()
    summary = models.CharField(max_length=300)
    url = models.URLField("address", max_length=500, validators=[https_only])

    panels = [FieldPanel("issued_on"), FieldPanel("summary"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        pass

    def __str__(self):
        return self.summary
