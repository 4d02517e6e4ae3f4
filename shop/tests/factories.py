"""A catalogue and services for tests."""

from decimal import Decimal

import factory
import wagtail_factories

from blog.tests.factories import site_tree
from shop.models import ServiceIndexPage, ServicePage


def catalogue():
    """The default site's catalogue, made where it is missing."""
    home, _ = site_tree()
    return ServiceIndexPage.objects.first() or home.add_child(
        instance=ServiceIndexPage(title="Services", slug="services")
    )


class ServiceFactory(wagtail_factories.PageFactory):
    """A published service that can be booked; `medicine=True` makes it a page about a prescription medicine."""

    title = factory.Sequence("First talk {}".format)
    parent = factory.LazyFunction(catalogue)
    summary = "A talk with a clinician."
    kind = "assessment"
    price_from = Decimal("120.00")
    unit = "per session of 50 minutes"
    bookable = True

    class Meta:
        model = ServicePage

    class Params:
        medicine = factory.Trait(medicine_name="examplamine", bookable=False, price_from=None, kind="information")
