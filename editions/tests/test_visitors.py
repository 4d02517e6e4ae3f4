"""Networks that requests come from, and digests that lead back to none."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from editions.visitors import network_of, visitor


@pytest.fixture
def request_from():
    def make(address="203.0.113.7", days=0):
        request = RequestFactory().get("/", REMOTE_ADDR=address)
        request.moment = timezone.now() + timedelta(days=days)
        return request

    return make


@pytest.mark.parametrize(
    ("meta", "header", "network"),
    [
        ({"REMOTE_ADDR": "203.0.113.7"}, "", "203.0.113.7"),
        ({"REMOTE_ADDR": "2001:db8:1:2:3::4"}, "", "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": ""}, "", None),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.7"}, "", "10.0.0.1"),
        (
            {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "1.2.3.4, 203.0.113.7"},
            "HTTP_X_FORWARDED_FOR",
            "203.0.113.7",
        ),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "rubbish"}, "HTTP_X_FORWARDED_FOR", None),
        ({"REMOTE_ADDR": "10.0.0.1"}, "HTTP_X_FORWARDED_FOR", None),
    ],
)
def test_visitor_is_who_a_trusted_proxy_saw(settings, meta, header, network):
    settings.VISITOR_ADDRESS_HEADER = header
    found = network_of(meta)
    assert (found and str(found)) == network


def test_digest_is_another_one_for_another_network_day_purpose_or_matter(request_from):
    digests = [
        visitor(request_from(), "a"),
        visitor(request_from("203.0.113.8"), "a"),
        visitor(request_from(days=1), "a"),
        visitor(request_from(), "b"),
        visitor(request_from(), "a", about="this"),
    ]
    assert len(set(digests)) == len(digests)
    assert visitor(request_from(), "a") == digests[0]


def test_request_without_an_address_has_no_digest(request_from):
    assert visitor(request_from(""), "a") == ""
