"""What visitors ask for. Personal data: kept for `ENQUIRY_RETENTION_DAYS`, and written nowhere else."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from shop.enums import ContactBy, Currency, EnquiryStatus
from shop.models.services import ServicePage
from shop.panels import LinesPanel
from shop.prices import price_text

LONGEST_MESSAGE = 1000


class EnquiryQuerySet(models.QuerySet):
    def received_before(self, moment):
        return self.filter(received_at__lt=moment)


class Enquiry(models.Model):
    """One visitor's request, as it was sent; only its status changes afterwards."""

    reference = models.CharField(
        max_length=9, unique=True, editable=False, help_text="Names the enquiry and tells nothing of who sent it"
    )
    # The form's own: sent again, it is the same enquiry.
    token = models.UUIDField(unique=True, editable=False)
    received_at = models.DateTimeField("received", editable=False, db_index=True)
    status = models.CharField(max_length=10, choices=EnquiryStatus.choices, default=EnquiryStatus.NEW)
    name = models.CharField(max_length=120)
    email = models.EmailField("e-mail")
    phone = models.CharField(max_length=40, blank=True)
    contact_by = models.CharField("wants to be reached", max_length=5, choices=ContactBy.choices)
    state = models.CharField(max_length=60, blank=True)
    message = models.TextField(max_length=LONGEST_MESSAGE, blank=True)
    agreed_to = models.TextField(
        "has agreed to", editable=False, help_text="The sentences that stood beside the boxes when they were ticked"
    )

    objects = EnquiryQuerySet.as_manager()

    panels = [
        FieldPanel("status"),
        MultiFieldPanel(
            [FieldPanel(name, read_only=True) for name in ("name", "contact_by", "email", "phone", "state", "message")],
            heading="Who asks",
        ),
        LinesPanel(heading="What they ask for, with the price that they were shown"),
        MultiFieldPanel(
            [FieldPanel(name, read_only=True) for name in ("reference", "received_at", "agreed_to")],
            heading="The enquiry",
        ),
    ]

    class Meta:
        verbose_name_plural = "enquiries"
        ordering = ["-received_at", "-pk"]

    def __str__(self):
        # Wagtail writes it into its logs and messages: never who it is from.
        return self.reference


class EnquiryLine(models.Model):
    """A service that was asked for, named and priced as the visitor saw it; later changes of the page are none here."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="lines")
    service = models.ForeignKey(ServicePage, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=255)
    quantity = models.PositiveSmallIntegerField()
    price_from = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, choices=Currency.choices)
    unit = models.CharField(max_length=80, blank=True)
    price_note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.name if self.quantity == 1 else f"{self.name}, {self.quantity} times"

    @property
    def price(self):
        return price_text(self.price_from, self.currency, self.unit)


class EnquirySender(models.Model):
    """That somebody sent an enquiry, for as long as it counts towards how many one may send.

    `who` is a keyed digest of a network address that changes every day: it leads back to nobody.
    """

    who = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["at"]

    def __str__(self):
        return f"A sender at {self.at:%H:%M}"
