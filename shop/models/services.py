"""The clinic's services, published Wagtail's way."""

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Orderable, Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.search import index

from editions.addresses import address, site_of, way_home
from shop.enums import Currency, ServiceKind
from shop.forms import ServiceForm
from shop.medicines import medicines_for
from shop.offers import offer_of, offers_of
from shop.text import lines_of

MOST_OF_ONE = 5
ONE_A_LINE = "One a line."


class ServiceQuerySet(PageQuerySet):
    """Services as they stand in the tree; what readers may do with one is for `shop.offers` to say."""

    def published(self):
        return self.filter(live=True)

    def among(self, ids):
        return self.filter(pk__in=ids)

    def below(self, services):
        """The services right under the index page `services`, in the order that editors gave them."""
        return self.child_of(services).order_by("path")


class OpenToAll:
    """A page of the shop front: what is offered to everybody has no password.

    So Wagtail has none to look for, which would be two queries for every reader.
    """

    private_page_options = []

    def get_view_restrictions(self):
        return PageViewRestriction.objects.none()

    def serve(self, request, *args, **kwargs):
        # Its forms belong to one visitor.
        response = super().serve(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response


class ServiceIndexPage(OpenToAll, Page):
    """The catalogue: all services, one under the other."""

    intro = models.CharField(
        "introduction",
        max_length=300,
        blank=True,
        help_text="What can be booked here, in plain words. No clinical advice, and no medicine by name.",
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = ["shop.ServicePage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/services.html"

    class Meta:
        verbose_name = "service catalogue"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "offers": offers_of(ServicePage.objects.published().below(self), request),
            "breadcrumbs": [way_home(request)],
        }

    @classmethod
    def address_for(cls, request):
        """The link to the catalogue of the site of `request`; None where it has none. One query."""
        root = site_of(request).root_page
        found = cls.objects.filter(live=True, path__startswith=root.path).values_list("url_path", flat=True)
        url_path = found.order_by("path").first()
        return url_path and address(url_path, request)


class ServicePage(OpenToAll, Page):
    """One service: what it is, whom it is for, what happens and what it costs."""

    summary = models.CharField(max_length=200, help_text="What it is, in one or two sentences; shown in the catalogue.")
    kind = models.CharField(max_length=16, choices=ServiceKind.choices)
    who_for = models.TextField("who it is for", blank=True, help_text=ONE_A_LINE)
    who_not_for = models.TextField(
        "who it is not for",
        blank=True,
        help_text=f"{ONE_A_LINE} Speak of medicines in general; the assessment asks which ones somebody takes.",
    )
    what_happens = models.TextField(
        "what happens", blank=True, help_text="One step a line, in the order in which they come."
    )
    needs_assessment = models.BooleanField(
        "starts with an assessment", default=False, help_text="Readers are told that a clinician assesses them first."
    )
    price_from = models.DecimalField(
        "price from",
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="The lowest price that somebody may pay. Leave empty for “Contact us for the price”.",
    )
    currency = models.CharField(max_length=3, choices=Currency.choices, default=Currency.USD)
    unit = models.CharField(
        "price is for", max_length=80, blank=True, help_text="Stands behind the price: per session of 50 minutes"
    )
    price_note = models.CharField(
        max_length=200, blank=True, help_text="What may change the price, and what it does not include"
    )
    bookable = models.BooleanField(
        "can be booked",
        default=False,
        help_text="Readers can put it into their cart and ask for it. Nothing is paid on this site.",
    )
    max_quantity = models.PositiveSmallIntegerField(
        "at most",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_OF_ONE)],
        help_text=f"How many of it one enquiry may ask for, 1 to {MOST_OF_ONE}",
    )
    medicine_name = models.CharField(
        "prescription medicine",
        max_length=120,
        blank=True,
        help_text="Only on a page for information: what names one cannot be booked and shows no price.",
    )

    objects = PageManager.from_queryset(ServiceQuerySet)()

    parent_page_types = ["shop.ServiceIndexPage"]
    subpage_types = []
    base_form_class = ServiceForm
    template = "pages/service.html"
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    content_panels = [
        TitleFieldPanel(
            "title", help_text="What it is called. No medicine by name if it can be booked or has a price."
        ),
        FieldPanel("kind"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("who_for"),
                FieldPanel("who_not_for"),
                FieldPanel("what_happens"),
                FieldPanel("needs_assessment"),
            ],
            heading="What to expect",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("price_from"), FieldPanel("currency")]),
                FieldPanel("unit"),
                FieldPanel("price_note"),
            ],
            heading="Price",
        ),
        MultiFieldPanel(
            [FieldPanel("bookable"), FieldPanel("max_quantity"), FieldPanel("medicine_name")], heading="Booking"
        ),
        InlinePanel(
            "sources",
            label="Source",
            heading="Sources",
            help_text="Where it says that the service does what this page says it does; one for each benefit.",
        ),
    ]

    class Meta:
        verbose_name = "service"
        constraints = [
            models.CheckConstraint(
                condition=Q(medicine_name="") | Q(bookable=False, price_from=None),
                name="no_medicine_for_sale",
                violation_error_message="A page about a prescription medicine cannot be booked and shows no price. "
                "Empty either the medicine, or the price and “can be booked”.",
            ),
            models.CheckConstraint(
                condition=Q(max_quantity__gte=1, max_quantity__lte=MOST_OF_ONE),
                name="a_few_of_a_service",
                violation_error_message=f"One enquiry may ask for 1 to {MOST_OF_ONE} of a service.",
            ),
            models.CheckConstraint(condition=Q(price_from=None) | Q(price_from__gte=0), name="price_not_below_zero"),
        ]

    def get_context(self, request, *args, **kwargs):
        catalogue = self.get_parent()
        above = {"title": catalogue.title, "url": address(catalogue.url_path, request)}
        return super().get_context(request, *args, **kwargs) | {
            "offer": offer_of(self, medicines_for(request), address(self.url_path, request)),
            "breadcrumbs": [way_home(request), above],
            "for_whom": lines_of(self.who_for),
            "not_for_whom": lines_of(self.who_not_for),
            "steps": lines_of(self.what_happens),
            "sources": self.sources.all(),
        }


class ServiceSource(Orderable):
    """Where a benefit that a service's page speaks of is shown."""

    service = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(max_length=250, help_text="As it is cited: who wrote it, its title, the year")
    url = models.URLField("address", max_length=500, validators=[URLValidator(schemes=["https"])])

    panels = [FieldPanel("title"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = "source"

    def __str__(self):
        return self.title
