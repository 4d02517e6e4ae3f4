"""Whatever a cart holds and whatever is sent with the form, an enquiry is answered, and asks for nothing else."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from shop.cart import MOST_LINES
from shop.models import Enquiry, EnquiryLine
from shop.tests.carts import items, put
from shop.tests.factories import ServiceFactory
from shop.tests.visitor import PERSON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("held", "asked_for"), [(1, 1), (3, 3), (4, 3), (10**9, 3), (-1, None), (0, None), ("abc", None), (None, None)]
)
def test_any_number_in_the_cart_is_answered(talk, client, ask, held, asked_for):
    """At most as often as the service allows; what is no number is an empty cart, and leads there."""
    put(client, {talk: held})
    assert client.get("/enquiry/").status_code == (302 if asked_for is None else 200)
    if asked_for is None:
        answer = client.post("/enquiry/", PERSON, follow=True)
        assert answer.redirect_chain == [("/cart/", 302)]
        assert "Nothing was sent: your cart is empty" in answer.text
        assert not Enquiry.objects.exists()
    else:
        assert "We have your request" in ask().text
        assert EnquiryLine.objects.get().quantity == asked_for


@pytest.mark.parametrize("number", ["-1", "0", "1000000000", "abc"])
def test_the_form_takes_no_numbers_services_or_prices(chosen, ask, number):
    other = ServiceFactory(title="Course")
    ask(quantity=number, service=other.pk, price_from="0", status="booked", reference="AAAA-AAAA", id=number)
    enquiry, line = Enquiry.objects.get(), EnquiryLine.objects.get()
    assert (line.name, line.quantity, line.price_from) == ("A talk", 2, 120)
    assert (enquiry.status, enquiry.reference == "AAAA-AAAA") == ("new", False)


def test_hundred_lines_are_asked_for_as_the_twenty_that_were_shown(services, client, ask, read):
    made = ServiceFactory.create_batch(MOST_LINES + 2)
    put(client, dict.fromkeys(made, 1) | dict.fromkeys(range(10_000, 10_100), 1))
    assert "A cart holds 20 different services; the others were left out." in read("/cart/").text_shown
    assert "We have your request" in ask().text
    assert EnquiryLine.objects.count() == MOST_LINES


@pytest.mark.parametrize(
    "end",
    [
        lambda service: service.delete(),
        lambda service: service.unpublish(),
        lambda service: type(service).objects.filter(pk=service.pk).update(bookable=False),
    ],
    ids=["deleted", "unpublished", "not bookable"],
)
def test_visitor_sees_what_is_left_before_anything_is_sent_for_it(chosen, client, post, ask, hidden, end):
    """Of two services, one goes while somebody writes."""
    gone = ServiceFactory(title="Course")
    post("add", gone)
    before = hidden()
    end(gone)
    answer = ask(**before)
    assert answer.status_code == 422
    assert "Nothing was sent yet: what is in your cart, or what it costs, has changed" in answer.text
    assert "Course" not in answer.text
    assert not Enquiry.objects.exists()
    ask()
    assert [line.name for line in EnquiryLine.objects.all()] == ["A talk"]


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/admin/"])
def test_the_form_leads_to_its_own_thanks_whatever_return_address_is_forged(chosen, ask, wanted):
    answer = ask(next=wanted, return_url=wanted)
    assert answer.redirect_chain == [("/enquiry/sent/#main", 302)]


@pytest.mark.parametrize("path", ["/enquiry/", "/enquiry/sent/"])
def test_get_sends_nothing_and_changes_nothing(chosen, client, hidden, path):
    sent = PERSON | hidden()
    before = dict(client.session)
    for method in (client.get, client.head):
        method(path, sent)
    assert not Enquiry.objects.exists()
    assert dict(client.session) == before
    assert items(client) == {str(chosen.pk): 2}


def test_form_of_another_site_sends_nothing_and_is_answered(talk):
    visitor = Client(enforce_csrf_checks=True)
    put(visitor, {talk: 1})
    before = Session.objects.get().session_data
    response = visitor.post("/enquiry/", PERSON, headers={"origin": "https://evil.example"})
    assert response.status_code == 403
    assert "Nothing was sent and nothing was changed." in response.text
    assert PERSON["name"] not in response.text
    assert not Enquiry.objects.exists()
    assert Session.objects.get().session_data == before


def test_body_that_is_no_form_is_answered(chosen, client):
    for kind in ("application/json", "text/plain", "multipart/form-data"):
        answer = client.generic("POST", "/enquiry/", b"\0{[", content_type=kind)
        assert answer.status_code in (400, 422), kind
    assert not Enquiry.objects.exists()
