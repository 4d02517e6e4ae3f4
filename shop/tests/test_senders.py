"""How many enquiries one network may send, without a list of who sent them."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.utils import timezone

from shop import senders
from shop.models import Enquiry, EnquirySender
from shop.tests.visitor import PERSON

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(talk):
    """A new visitor asks for the talk from a network address; gives the answer."""

    def go(address="203.0.113.7", **headers):
        client = Client(REMOTE_ADDR=address, headers=headers)
        client.post("/cart/add/", {"service": talk.pk})
        page = client.get("/enquiry/").text
        hidden = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "seen")}
        return client.post("/enquiry/", PERSON | hidden)

    return go


@pytest.fixture
def enough(send):
    for _ in range(senders.MOST):
        assert send().status_code == 302


def test_eleventh_within_an_hour_is_refused_and_keeps_what_was_typed(enough, send):
    response = send()
    assert response.status_code == 429
    assert response["Retry-After"] == "3600"
    assert "10 requests came from your connection within an hour" in response.text
    assert 'value="Pat Example"' in response.text
    assert 'href="tel:988"' in response.text
    assert Enquiry.objects.count() == senders.MOST


def test_other_networks_go_on(enough, send):
    assert send("203.0.113.8").status_code == 302


def test_an_hour_later_one_may_send_again_and_nothing_of_before_is_left(enough, send):
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        assert send().status_code == 302
    assert EnquirySender.objects.count() == 1


def test_form_with_a_mistake_counts_for_nothing(talk, send):
    client = Client()
    client.post("/cart/add/", {"service": talk.pk})
    for _ in range(senders.MOST + 1):
        assert client.post("/enquiry/", {}).status_code == 422
    assert not EnquirySender.objects.exists()


def test_address_is_not_stored_and_its_digest_is_another_one_tomorrow(send):
    send()
    first = EnquirySender.objects.get().who
    assert "203" not in first or re.fullmatch(r"[0-9a-f]{64}", first)
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
    digests = set()
    for days in range(2):
        request.moment = timezone.now() + timedelta(days=days)
        digests.add(senders.sender(request))
    assert len(digests) == 2
    assert first in digests


def test_visitor_without_an_address_is_not_refused_for_what_others_did(send):
    for _ in range(senders.MOST + 1):
        assert send("").status_code == 302
    assert not EnquirySender.objects.exists()
