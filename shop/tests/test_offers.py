"""A prescription medicine is never for sale, whichever way a service came to be as it is."""

from decimal import Decimal

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, transaction

from blog.models import Medicine
from shop.medicines import named_in, prescription_medicines
from shop.models import ServicePage
from shop.offers import TEXTS, objections, offer_of
from shop.prices import ON_REQUEST, price_text
from shop.tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db

MEDICINES = ["examplamine", "Éx-Ample"]


def service(**fields):
    """One that is in no database."""
    return ServicePage(
        **{"title": "A talk", "slug": "a-talk", "kind": "therapy", "bookable": True, "summary": "We talk."} | fields
    )


@pytest.mark.parametrize(
    "text",
    [
        "Examplamine infusion",
        "EXAMPLAMINE-assisted therapy",
        "What examplamine's effects are",
        "Two examplamines",
        "examplamine",
        "exampl\u00adamine at home",
        "Ask about ex ample",
        "Ask about EX-AMPLE.",
        "slug-with-examplamine-in-it",
        "(examplamine)",
    ],
)
def test_medicine_is_seen_however_it_is_written(text):
    assert named_in(text, MEDICINES)


@pytest.mark.parametrize("text", ["", "For example", "A talk about sleep", "examplaminesque", "Ample time"])
def test_other_words_are_let_through(text):
    assert named_in(text, MEDICINES) == []


def test_name_without_letters_is_no_name():
    assert named_in("- and -", ["-", ""]) == []


@pytest.mark.parametrize("field", TEXTS)
def test_no_text_of_a_service_for_sale_may_name_a_medicine(field):
    named = service(**{field: "with examplamine"})
    assert [objection.field for objection in objections(named, MEDICINES)] == ["bookable"]
    assert "“examplamine”" in objections(named, MEDICINES)[0].message


def test_price_beside_a_medicine_is_refused_like_a_booking():
    named = service(title="Examplamine", price_from=Decimal(10))
    assert [objection.field for objection in objections(named, MEDICINES)] == ["bookable", "price_from"]


def test_service_for_information_may_name_a_medicine():
    assert objections(service(title="Examplamine", bookable=False), MEDICINES) == []


def test_service_about_a_medicine_that_nobody_knows_yet_is_not_for_sale_either():
    assert objections(service(medicine_name="novelamine"), []) != []


def test_offer_of_a_refused_service_has_neither_booking_nor_price():
    offer = offer_of(service(title="Examplamine", price_from=Decimal(10), price_note="Ten."), MEDICINES)
    assert (offer.can_be_booked, offer.price, offer.price_note) == (False, ON_REQUEST, "")
    assert offer.title == "Examplamine"


def test_project_tells_generic_and_brand_names_of_prescription_medicines_alone(examplamine):
    Medicine.objects.create(generic_name="freely", medicine_class="example", prescription_only=False)
    assert prescription_medicines() == ["examplamine", "Examplix", "Éx-Ample"]


@pytest.mark.parametrize(
    "fields", [{"medicine_name": "examplamine"}, {"medicine_name": "examplamine", "bookable": False}]
)
def test_database_keeps_no_service_about_a_medicine_for_sale(services, fields):
    made = ServiceFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ServicePage.objects.filter(pk=made.pk).update(**fields)


def test_medicine_that_becomes_known_later_ends_the_sale_at_once(services, read):
    """And so does whatever went round the form: code, a scheduled publication, an update of the row."""
    made = ServiceFactory(title="Examplamine at home")
    assert "From $120" in read(made.url).text_shown
    Medicine.objects.create(generic_name="examplamine", medicine_class="example")
    for path in (made.url, services.url):
        text = read(path).text_shown
        assert "Examplamine at home" in text
        assert "$120" not in text
        assert ON_REQUEST in text


def test_medicine_that_needs_no_prescription_may_be_named(services, read):
    Medicine.objects.create(generic_name="examplamine", medicine_class="example", prescription_only=False)
    assert "From $120" in read(ServiceFactory(title="A talk about examplamine").url).text_shown


def test_check_names_what_is_not_for_sale_as_it_was_saved(services, examplamine, capsys):
    made = ServiceFactory(title="Examplamine at home")
    ServiceFactory(title="Examplamine unpublished", live=False)
    call_command("check", databases=["default"])
    said = capsys.readouterr().err
    assert f"“Examplamine at home” (page {made.pk}): What names a prescription medicine cannot be booked" in said
    assert "unpublished" not in said


def test_check_misses_the_list_of_medicines(settings):
    settings.PRESCRIPTION_MEDICINES = "nowhere.at_all"
    with pytest.raises(SystemCheckError, match=r"shop\.E001"):
        call_command("check")


@pytest.mark.parametrize(
    ("amount", "currency", "unit", "text"),
    [
        (Decimal("120.00"), "USD", "per session", "From $120 per session"),
        (Decimal("1089.50"), "GBP", "", "From £1,089.50"),
        (Decimal(5), "CAD", "", "From CA$5"),
        (Decimal(0), "EUR", "for the first talk", "Free of charge for the first talk"),
        (None, "USD", "per session", ON_REQUEST),
    ],
)
def test_price_is_written_as_people_read_it(amount, currency, unit, text):
    assert price_text(amount, currency, unit) == text
