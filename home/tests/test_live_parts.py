"""What a frozen text leaves to the day on which it is read: one help line, and the way to a service."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import CrisisService
from shop.tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    return [
        CrisisService.objects.create(name=name, phone=phone, hours="Always", sort_order=order)
        for order, (name, phone) in enumerate([("Day line", "+18005550101"), ("Night line", "+18005550102")])
    ]


def section(read):
    return read("/articles/sleep/").text_shown.partition('id="what-it-is"')[2].partition("</section>")[0]


def test_a_chosen_help_line_stands_alone_with_the_number_of_the_day(shown, read, lines):
    shown("sleep", words=f'<div class="live-help" data-live-help="service-{lines[1].pk}"></div>')
    assert "tel:+18005550102" in section(read)
    assert "tel:+18005550101" not in section(read)
    CrisisService.objects.filter(pk=lines[1].pk).update(phone="+18005550103")
    assert "tel:+18005550103" in section(read)


def test_a_help_line_that_is_gone_leaves_all_there_are(shown, read, lines):
    shown("sleep", words=f'<div class="live-help" data-live-help="service-{lines[1].pk}"></div>')
    lines[1].delete()
    assert "tel:+18005550101" in section(read)
    CrisisService.objects.all().delete()
    assert "tel:988" in section(read)


def test_a_service_is_linked_where_it_is_today(shown, read):
    service = ServiceFactory(title="First talk", slug="first-talk")
    shown("sleep", words=f'<p>Book: <span data-live-page="{service.pk}">First talk</span>.</p>')
    assert f'<a href="{service.get_url_parts()[2]}">First talk</a>' in section(read)
    service.slug, service.title = "a-talk", "Another name"
    service.save_revision().publish()
    assert 'a-talk/">First talk</a>' in section(read)


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_service_that_is_gone_has_no_link(shown, read, end):
    service = ServiceFactory(title="First talk")
    shown("sleep", words=f'<p>Book: <span data-live-page="{service.pk}">First talk</span>.</p>')
    getattr(service, end)()
    assert "<p>Book: First talk.</p>" in section(read)


def test_a_link_to_a_service_costs_one_query(shown, read):
    service = ServiceFactory(title="First talk")
    shown("sleep", words="<p>Nothing.</p>")
    shown("rest", words=f'<p>Book: <span data-live-page="{service.pk}">First talk</span>.</p>')

    def asked(address):
        read(address)
        with CaptureQueriesContext(connection) as queries:
            read(address)
        return len(queries)

    assert asked("/articles/rest/") == asked("/articles/sleep/") + 1
