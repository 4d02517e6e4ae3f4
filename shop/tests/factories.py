"""A catalogue and services for tests."""

from datetime import timedelta
from decimal import Decimal

import factory
import wagtail_factories
from django.utils import timezone
from factory.django import DjangoModelFactory

from blog.tests.factories import site_tree
from home.models import TextPage
from shop.models import Promotion, ServiceIndexPage, ServicePage


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


def terms():
    """A page of terms of the default site, made where it is missing."""
    home, _ = site_tree()
    return TextPage.objects.filter(slug="terms").first() or home.add_child(
        instance=TextPage(title="Terms", slug="terms", body="<p>For everybody.</p>")
    )


class PromotionFactory(DjangoModelFactory):
    """An offer that readers get at this moment; `bare=True` has a text and nothing that it needs."""

    text = "20% off for a better price"
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    ends_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=60))
    terms_page = factory.LazyFunction(terms)
    evidence_checked_on = factory.LazyFunction(timezone.localdate)
    evidence_note = "Compared with ten clinics."

    class Meta:
        model = Promotion

    class Params:
        bare = factory.Trait(starts_at=None, ends_at=None, terms_page=None, evidence_checked_on=None, evidence_note="")
