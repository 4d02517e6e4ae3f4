"""Asking for what is in the cart: once, honestly priced, and without a trace outside the register."""

import logging
import re
import uuid
from datetime import timedelta
from decimal import Decimal
from unittest import mock

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shop import enquiry_views
from shop.cart import KEY
from shop.enquiries import new_reference
from shop.models import Enquiry, EnquiryLine
from shop.tests.factories import ServiceFactory
from shop.tests.visitor import PERSON

pytestmark = pytest.mark.django_db


def test_help_stands_before_the_form_and_says_that_nobody_watches_it(chosen, read):
    page = read("/enquiry/").text_shown
    main = page[page.index("<main") :]
    places = [main.index(part) for part in ('href="tel:988"', "not monitored for emergencies", "<form class")]
    assert places == sorted(places)


def test_form_says_what_is_asked_for_and_asks_nothing_about_health(chosen, read):
    page = read("/enquiry/").text_shown
    assert "A talk, 2 times: From $120 per session of 50 minutes" in page
    assert "<strong>From $240 in total.</strong> No payment is taken here." in page
    assert "Do not include medical details." in page
    assert "for at most 180 days" in page


def test_request_is_kept_with_what_was_shown_and_agreed_to(chosen, ask, settings):
    settings.ENQUIRY_RETENTION_DAYS = 90
    response = ask()
    enquiry = Enquiry.objects.get()
    for name in ("name", "email", "phone", "contact_by", "state", "message"):
        assert getattr(enquiry, name) == PERSON[name]
    assert enquiry.status == "new"
    assert "18 or older" in enquiry.agreed_to and "for at most 90 days" in enquiry.agreed_to
    assert enquiry.reference in response.text
    assert response.redirect_chain == [("/enquiry/sent/#main", 302)]


def test_line_keeps_name_and_price_whatever_becomes_of_the_service(chosen, ask):
    ask()
    chosen.title, chosen.price_from = "Another talk", 999
    chosen.save()
    line = EnquiryLine.objects.get()
    assert (line.name, line.quantity, line.price_from, line.service_id) == ("A talk", 2, Decimal(120), chosen.pk)
    assert str(line) == "A talk, 2 times"
    assert line.price == "From $120 per session of 50 minutes"
    chosen.delete()
    line.refresh_from_db()
    assert (line.name, line.service_id) == ("A talk", None)


def test_cart_is_empty_afterwards_and_the_reference_can_be_read_again(chosen, ask, client):
    ask()
    assert KEY not in client.session
    for _ in range(2):
        assert Enquiry.objects.get().reference in client.get("/enquiry/sent/").text


def test_form_sent_again_is_the_same_request(chosen, ask, hidden, client, settings):
    """Whatever is in it the second time, and although the cart is empty by then."""
    settings.ENQUIRY_RECIPIENTS = ["desk@clinic.example"]
    same = hidden()
    ask(**same)
    for fields in (PERSON, {"name": ""}):
        again = client.post("/enquiry/", same | fields, follow=True)
        assert again.redirect_chain == [("/enquiry/sent/#main", 302)]
        assert Enquiry.objects.get().reference in again.text
    assert len(mail.outbox) == 1


def test_two_requests_at_once_with_one_form_are_one(chosen, ask, hidden, client, post):
    """The second found no enquiry yet when it looked, and one when it wrote."""
    same = hidden()
    ask(**same)
    first = Enquiry.objects.get()
    with mock.patch.object(enquiry_views, "_sent_before", return_value=None):
        post("add", chosen, quantity=2)
        second = client.post("/enquiry/", PERSON | same, follow=True)
    assert Enquiry.objects.get() == first
    assert first.reference in second.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Write the name that we may call you by."),
        ({"name": None}, "Write the name that we may call you by."),
        ({"name": "a" * 121}, "at most 120 characters"),
        ({"name": "Pat\0"}, "Null characters are not allowed."),
        ({"email": ""}, "Write your e-mail address, so that we can answer."),
        ({"email": "pat"}, "Write your e-mail address in full"),
        ({"email": "pat@example.org\nBcc: all@example.org"}, "Write your e-mail address in full"),
        ({"phone": ""}, "Write the number that we may call."),
        ({"contact_by": "pigeon"}, "Select a valid choice."),
        ({"contact_by": None}, "This field is required."),
        ({"message": "a" * 1001}, "at most 1000 characters"),
        ({"adult": None}, "We can only help people who are 18 or older."),
        ({"consent": None}, "Without this we may not keep your request"),
        ({"token": "not-one"}, "The page was not complete. Send the form once more."),
        ({"token": None}, "The page was not complete. Send the form once more."),
        ({"seen": ""}, "Nothing was sent yet"),
        ({"seen": "another"}, "Nothing was sent yet"),
        ({"website": "https://spam.example"}, "Something has filled in a field that people leave empty."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_kept(chosen, ask, client, fields, said):
    response = ask(**fields)
    assert response.status_code == 422
    assert said in response.text
    assert "Not sent yet: Request a consultation" in response.text
    assert "Vermont" in response.text, "what was typed stays"
    assert not Enquiry.objects.exists()
    assert mail.outbox == []


def test_form_that_came_back_can_be_sent_as_it_is(chosen, ask, client):
    """With a new token if it had none, and for the cart as it is by now."""
    page = ask(token=None, seen="old").text
    again = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "seen")}
    assert client.post("/enquiry/", PERSON | again).status_code == 302
    assert str(Enquiry.objects.get().token) == again["token"]


def test_price_that_changed_while_somebody_wrote_is_shown_before_anything_is_sent(chosen, ask, hidden):
    before = hidden()
    type(chosen).objects.filter(pk=chosen.pk).update(price_from=200)
    response = ask(**before)
    assert "Nothing was sent yet: what is in your cart, or what it costs, has changed" in response.text
    assert "From $400 in total" in response.text
    assert not Enquiry.objects.exists()


def test_trap_that_a_browser_filled_in_can_be_seen_and_emptied(chosen, ask, read):
    assert 'class="form__trap"' in read("/enquiry/").text_shown
    text = ask(website="Example Ltd").text
    assert 'class="form__trap"' not in text
    assert "Leave this empty" in text


def test_message_may_be_as_long_as_the_browser_lets_it_be(chosen, ask):
    ask(message="\r\n".join(["a" * 99] * 10))
    assert len(Enquiry.objects.get().message) == 999


def test_email_is_enough_for_who_wants_mail(chosen, ask):
    ask(phone="", state="", message="", contact_by="email")
    assert Enquiry.objects.get().phone == ""


def test_empty_cart_leads_to_the_cart(services, client):
    assert client.get("/enquiry/")["Location"] == "/cart/"
    assert client.get("/enquiry/sent/")["Location"] == "/cart/"


def test_nothing_is_kept_of_a_service_that_is_gone_by_now(chosen, hidden, client):
    before = hidden()
    chosen.unpublish()
    response = client.post("/enquiry/", PERSON | before, follow=True)
    assert "Nothing was sent: your cart is empty" in response.text
    assert response.redirect_chain[0][0] == "/cart/"
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("token", ["", "\0", "{}", "9" * 5000, "not-one"])
def test_any_token_is_answered(services, client, token):
    assert client.post("/enquiry/", {"token": token})["Location"] == "/cart/"


def test_staff_are_told_the_reference_and_nothing_else(chosen, ask, settings):
    settings.ENQUIRY_RECIPIENTS = ["desk@clinic.example", "second@clinic.example"]
    ask()
    enquiry = Enquiry.objects.get()
    assert [message.to for message in mail.outbox] == [["desk@clinic.example"], ["second@clinic.example"]]
    for message in mail.outbox:
        whole = str(message.message())
        assert enquiry.reference in message.subject
        assert f"/admin/shop/enquiry/edit/{enquiry.pk}/" in message.body
        for told in (*PERSON.values(), "A talk"):
            assert len(told) < 3 or told not in whole


def test_mail_that_fails_loses_no_request(chosen, ask, settings, caplog):
    settings.ENQUIRY_RECIPIENTS = ["desk@clinic.example"]
    settings.EMAIL_BACKEND = "no.such.backend"
    response = ask()
    reference = Enquiry.objects.get().reference
    assert "We have your request" in response.text
    assert f"No mail about enquiry {reference}" in caplog.text


def test_nothing_personal_is_in_addresses_logs_or_the_session(chosen, ask, client, caplog, settings):
    settings.ENQUIRY_RECIPIENTS = ["desk@clinic.example"]
    settings.EMAIL_BACKEND = "no.such.backend"
    caplog.set_level(logging.DEBUG)
    addresses = [address for address, _ in ask(name="").redirect_chain + ask().redirect_chain]
    kept = f"{addresses} {caplog.text} {dict(client.session)}"
    for secret in ("Pat Example", "pat@example.org", "800 555", "Vermont", "After six"):
        assert secret not in kept


def test_pages_are_kept_by_no_cache_and_by_no_search_engine(chosen, ask, client):
    answers = [client.get("/enquiry/"), ask(name=""), ask()]
    for response in [*answers, client.get("/enquiry/sent/")]:
        assert response["Cache-Control"] == "private, no-store"
        assert '<meta name="robots" content="noindex">' in response.text


def test_references_tell_nothing_and_do_not_repeat():
    references = {new_reference() for _ in range(500)}
    assert len(references) == 500
    assert all(re.fullmatch(r"[2-9B-DF-HJ-NP-TV-Z]{4}-[2-9B-DF-HJ-NP-TV-Z]{4}", each) for each in references)


@pytest.mark.parametrize("held", [1, 12])
def test_form_takes_a_fixed_number_of_queries(services, client, post, held):
    for service in ServiceFactory.create_batch(held):
        post("add", service)
    client.get("/enquiry/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/enquiry/")
    assert len(queries) == 7


def test_only_looking_and_sending(chosen, client):
    assert client.put("/enquiry/").status_code == 405
    assert client.post("/enquiry/sent/").status_code == 405


def test_received_is_the_moment_of_the_request(chosen, ask):
    ask()
    assert timezone.now() - Enquiry.objects.get().received_at < timedelta(minutes=1)
    assert isinstance(Enquiry.objects.get().token, uuid.UUID)
