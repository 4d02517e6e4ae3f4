"""The register of enquiries: for administrators, who change a status and nothing else; and how enquiries end."""

import uuid
from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from review.tests import factories
from shop.models import Enquiry, EnquiryLine, EnquirySender

pytestmark = pytest.mark.django_db

LIST = "/admin/shop/enquiry/"


@pytest.fixture
def received():
    """Makes an enquiry that came in some days ago."""

    def make(reference="Q7KM-2XPT", days=0):
        enquiry = Enquiry.objects.create(
            reference=reference,
            token=uuid.uuid4(),
            received_at=timezone.now() - timedelta(days=days),
            name="Pat Example",
            email="pat@example.org",
            contact_by="email",
            agreed_to="I am 18 or older.",
        )
        EnquiryLine.objects.create(enquiry=enquiry, name="A talk", quantity=2, price_from=Decimal(120), currency="USD")
        return enquiry

    return make


def test_list_names_references_and_no_people(staff, received):
    received()
    page = staff.get(LIST).text
    assert "Q7KM-2XPT" in page
    assert "A talk, 2 times" in page
    assert "Pat Example" not in page and "pat@example.org" not in page


def test_list_takes_as_many_queries_for_one_as_for_many(staff, received):
    counts = []
    for many in (1, 5):
        for number in range(many):
            received(f"{many}{number}KM-2XPT")
        with CaptureQueriesContext(connection) as queries:
            staff.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("sought", ["Q7KM", "Z\0", "a" * 5000, "%"])
def test_enquiry_is_found_by_its_reference(staff, received, sought):
    received()
    response = staff.get(LIST, {"q": sought})
    assert response.status_code == 200
    assert ("Q7KM-2XPT" in response.text) == (sought == "Q7KM")


def test_administrator_reads_an_enquiry_and_sets_its_status(staff, received):
    enquiry = received()
    page = staff.get(f"{LIST}edit/{enquiry.pk}/").text
    for part in ("Pat Example", "pat@example.org", "A talk", "From $120", "I am 18 or older."):
        assert part in page
    response = staff.post(f"{LIST}edit/{enquiry.pk}/", {"status": "booked", "name": "Somebody else"}, follow=True)
    enquiry.refresh_from_db()
    assert (enquiry.status, enquiry.name) == ("booked", "Pat Example")
    assert "Q7KM-2XPT" in response.text
    assert "Pat Example" not in response.text


def test_log_of_the_staff_names_the_reference_alone(staff, received):
    enquiry = received()
    staff.post(f"{LIST}edit/{enquiry.pk}/", {"status": "closed"})
    assert [entry.label for entry in ModelLogEntry.objects.all()] == ["Q7KM-2XPT"]


def test_administrator_deletes_an_enquiry_on_request(staff, received):
    enquiry = received()
    staff.post(f"{LIST}delete/{enquiry.pk}/")
    assert not Enquiry.objects.exists() and not EnquiryLine.objects.exists()


def test_nobody_on_the_staff_makes_one(staff, client):
    assert staff.get(f"{LIST}create/").status_code != 200
    client.force_login(factories.superuser())
    assert client.get(f"{LIST}create/").status_code != 200


@pytest.mark.parametrize("role", [factories.author, factories.reviewer])
def test_others_on_the_staff_see_no_enquiry(client, received, role):
    enquiry = received()
    client.force_login(role())
    for path in (LIST, f"{LIST}edit/{enquiry.pk}/", f"{LIST}delete/{enquiry.pk}/"):
        response = client.get(path, follow=True)
        assert "Q7KM-2XPT" not in response.text and "Pat Example" not in response.text
    assert client.post(f"{LIST}edit/{enquiry.pk}/", {"status": "closed"}).status_code != 200
    enquiry.refresh_from_db()
    assert enquiry.status == "new"


def test_visitors_see_no_enquiry(client, received):
    assert client.get(f"{LIST}edit/{received().pk}/").status_code == 302


def purge():
    said = StringIO()
    call_command("purge_enquiries", stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("status", ["new", "booked", "closed"])
def test_enquiry_is_deleted_after_its_days_whatever_became_of_it(received, settings, status):
    settings.ENQUIRY_RETENTION_DAYS = 30
    received("OLD2-2222", days=31)
    received("NEW2-2222", days=29)
    Enquiry.objects.update(status=status)
    EnquirySender.objects.create(who="a" * 64, at=timezone.now() - timedelta(hours=2))
    assert purge() == "Enquiries deleted, older than 30 days: 1.\n"
    assert [str(enquiry) for enquiry in Enquiry.objects.all()] == ["NEW2-2222"]
    assert EnquiryLine.objects.count() == 1
    assert not EnquirySender.objects.exists()
    assert purge() == "Enquiries deleted, older than 30 days: 0.\n"


def test_installation_that_would_delete_what_nobody_has_read_is_refused(settings):
    settings.ENQUIRY_RETENTION_DAYS = 0
    with pytest.raises(SystemCheckError, match=r"shop\.E002"):
        call_command("purge_enquiries", skip_checks=False)
