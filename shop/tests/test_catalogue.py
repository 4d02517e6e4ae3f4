"""The catalogue and the pages of services, as visitors get them and staff makes them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from shop.models import ServicePage, ServiceSource
from shop.tests.factories import PromotionFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def test_services_are_listed_in_the_editors_order_with_what_they_cost(services, read):
    ServiceFactory(title="Second look", price_from=None)
    first = ServiceFactory(title="A talk", price_note="Insurance is not billed.", needs_assessment=True)
    services.refresh_from_db()
    first.move(services, pos="first-child")
    text = read("/services/").text_shown
    assert "<h1>Services</h1>" in text
    assert text.index("A talk") < text.index("Second look")
    for part in (
        '<a href="/services/a-talk/">A talk</a>',
        "From $120 per session of 50 minutes",
        "Insurance is not billed.",
        "A clinician assesses you first.",
        "Contact us for the price",
    ):
        assert part in text


def test_empty_catalogue_says_so(services, read):
    ServiceFactory(title="Not yet", live=False)
    text = read("/services/").text_shown
    assert "Nothing can be booked at the moment" in text
    assert "Not yet" not in text


def test_page_of_a_service_says_whom_it_is_for_and_what_happens(services, read):
    made = ServiceFactory(
        title="A talk",
        who_for="Adults\n\n  People who sleep badly  ",
        who_not_for="People in danger now",
        what_happens="You write to us.\nWe call you.",
    )
    made.sources = [ServiceSource(title="Example A. A trial. 2024", url="https://example.org/trial")]
    made.save()
    text = read(made.url).text_shown
    for part in (
        "<li>Adults</li><li>People who sleep badly</li>",
        "<li>People in danger now</li>",
        "<li>You write to us.</li><li>We call you.</li>",
        '<a href="https://example.org/trial">Example A. A trial. 2024</a>',
        '<li><a href="/services/">Services</a></li>',
    ):
        assert part in text


def test_page_of_a_service_leaves_out_what_nobody_wrote(services, read):
    text = read(ServiceFactory().url).text_shown
    for heading in ("Who it is for", "Who it is not for", "What happens", "Sources"):
        assert heading not in text


def test_unpublished_service_is_not_found(services, read):
    assert read(ServiceFactory(slug="hidden", live=False).url).status_code == 404


@pytest.mark.parametrize(("path", "count"), [("/services/", 10), ("/services/a-talk/", 10)])
def test_page_takes_as_many_queries_for_one_service_as_for_many(services, client, examplamine, path, count):
    counts = []
    PromotionFactory()
    ServiceFactory(title="A talk", slug="a-talk")
    for _ in range(2):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
        ServiceFactory.create_batch(6)
    assert counts == [count, count], [query["sql"] for query in queries]


def posted(parent, **fields):
    return nested_form_data(
        {
            "title": "A talk",
            "slug": "a-talk",
            "kind": "therapy",
            "summary": "We talk.",
            "currency": "USD",
            "max_quantity": "1",
            "sources": inline_formset([]),
            "comments": inline_formset([]),
        }
        | fields
    )


def add(client, parent, **fields):
    return client.post(f"/admin/pages/add/shop/servicepage/{parent.pk}/", posted(parent, **fields))


def test_administrator_publishes_a_service(admin_client, services, read):
    response = add(admin_client, services, bookable="on", price_from="80", **{"action-publish": "1"})
    assert response.status_code == 302
    assert "From $80" in read("/services/a-talk/").text_shown


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}], ids=["draft", "publish"])
def test_form_refuses_to_sell_a_medicine_and_says_what_to_do(admin_client, services, examplamine, action):
    response = add(admin_client, services, bookable="on", summary="With Examplix.", **action)
    assert response.status_code == 200
    assert "What names a prescription medicine cannot be booked: “Examplix” in “Summary”" in response.text
    assert "offer the consultation about it" in response.text
    assert not ServicePage.objects.exists()


def test_form_refuses_a_price_for_a_medicine(admin_client, services):
    response = add(admin_client, services, price_from="80", medicine_name="examplamine", **{"action-publish": "1"})
    assert "What names a prescription medicine shows no price" in response.text
    assert not ServicePage.objects.exists()


def test_page_about_a_medicine_is_published_for_information(admin_client, services, examplamine, read):
    response = add(admin_client, services, medicine_name="examplamine", **{"action-publish": "1"})
    assert response.status_code == 302
    assert "Contact us for the price" in read("/services/a-talk/").text_shown


def test_draft_of_a_service_can_be_previewed_before_it_says_anything(admin_client, services):
    made = ServiceFactory(live=False)
    made.kind = made.summary = ""
    revision = made.save_revision(clean=False)
    assert admin_client.get(f"/admin/pages/{made.pk}/revisions/{revision.pk}/view/").status_code == 200


def test_services_stand_below_the_catalogue_alone_and_the_catalogue_below_home(services):
    home = services.get_parent()
    assert not services.can_create_at(home), "one catalogue is enough"
    assert ServicePage.can_create_at(services)
    assert not ServicePage.can_create_at(home)
    assert Page.objects.get(pk=services.pk).specific.private_page_options == []
