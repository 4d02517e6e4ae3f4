"""What readers get of a service. The one place that decides whether something can be booked.

Catalogue, service page, cart and enquiry all ask here, each time anew: a service that was saved before its medicine
was known as prescription-only, or behind every form, cannot be booked either.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from editions.addresses import address
from shop.medicines import medicines_for, named_in
from shop.prices import price_text

# Every text of a service that readers meet, its address among them.
TEXTS = (
    *("title", "slug", "seo_title", "search_description", "summary"),
    *("who_for", "who_not_for", "what_happens", "price_note", "unit"),
)
# With these, everything that the law on prescription medicines looks at.
JUDGED = (*TEXTS, "medicine_name", "bookable", "price_from")


class Objection(NamedTuple):
    """Why a service may not be sold as it stands: the field that is wrong, and a sentence for who edits it."""

    field: str
    message: str


def objections(service, medicines):
    """Reasons why readers do not get `service` with a booking or a price; empty when they do.

    `medicines` are the names of those that only a prescription gives. Source: CAP code 12.12 (prescription medicines
    are not advertised to the public, and are not on price lists); the consultation may be.
    """
    named = {name: named_in(getattr(service, name) or "", medicines) for name in TEXTS}
    if service.medicine_name:
        named["medicine_name"] = [service.medicine_name]
    places = [f"“{found[0]}” in “{_label(service, name)}”" for name, found in named.items() if found]
    if not places:
        return []
    refusals = []
    if service.bookable:
        refusals.append(("bookable", "cannot be booked"))
    if service.price_from is not None:
        refusals.append(("price_from", "shows no price"))
    advice = "Take the name out, or offer the consultation about it."
    return [
        Objection(field, f"What names a prescription medicine {refusal}: {', '.join(places)}. {advice}")
        for field, refusal in refusals
    ]


@dataclass(frozen=True)
class Offer:
    """A service as readers get it; `url` is None outside every site."""

    pk: int
    title: str
    url: str | None
    kind: str
    summary: str
    price_from: Decimal | None
    currency: str
    unit: str
    price_note: str
    can_be_booked: bool
    needs_assessment: bool
    max_quantity: int

    @property
    def numbers(self):
        """How many of it one enquiry may ask for."""
        return range(1, self.max_quantity + 1)

    @property
    def price(self):
        return price_text(self.price_from, self.currency, self.unit)


def offer_of(service, medicines, url=None):
    """The Offer of a live `service`; a service with an objection keeps its words, and loses booking and price."""
    is_whole = not objections(service, medicines)
    return Offer(
        pk=service.pk,
        title=service.title,
        url=url,
        kind=service.get_kind_display(),
        summary=service.summary,
        price_from=service.price_from if is_whole else None,
        currency=service.currency,
        unit=service.unit,
        price_note=service.price_note if is_whole else "",
        can_be_booked=service.bookable and is_whole,
        needs_assessment=service.needs_assessment,
        max_quantity=service.max_quantity,
    )


def offers_of(services, request):
    """The Offers of a queryset of live services, with their links from the site of `request`; two queries."""
    medicines = medicines_for(request)
    return [offer_of(service, medicines, address(service.url_path, request)) for service in services]


def _label(service, field):
    label = str(service._meta.get_field(field).verbose_name)
    return label[:1].upper() + label[1:]
