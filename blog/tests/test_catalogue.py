import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from blog.models import ArticlePage
from home.models import CrisisService
from review.tests import factories

pytestmark = pytest.mark.django_db

SECTIONS = ArticlePage.body.field.stream_block.child_blocks


@pytest.fixture
def page(client):
    client.force_login(factories.author())
    return client.get(reverse("section_catalogue"))


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_stands_in_the_catalogue_with_its_example(page, name):
    assert page.status_code == 200
    assert f'id="section-{name}"' in page.text
    assert f'data-kind="{name}"' in page.text


def example(page, name):
    return BeautifulSoup(page.text, "html.parser").select_one(f"#section-{name} .catalogue__example")


def test_examples_choose_a_help_line_and_a_service_where_the_site_has_none(page):
    assert not CrisisService.objects.exists() and not Page.objects.filter(pk=0).exists()
    calls = example(page, "care_card").select('.care-card--emergency a[href^="tel:"]')
    assert [link["href"] for link in calls] == ["tel:988"]
    assert [link["href"] for link in example(page, "crisis_help").select('a[href^="tel:"]')] == ["tel:988", "tel:911"]
    service = example(page, "conclusion").select_one(".call-to-action")
    assert service.get_text() == "Book a consultation: First talk with a clinician. This is our service."
    assert service.a["href"] == "#service"


def test_each_kind_of_care_card_is_shown(page):
    cards = example(page, "care_card").select('[data-kind="care_card"]')
    prefixes = [card.select_one(".care-card__prefix").get_text(strip=True) for card in cards]
    assert prefixes == ["Immediate action required:", "Urgent advice:", "Non-urgent advice:"]
    assert len({card["id"] for card in cards}) == 3


def test_the_first_help_line_of_the_site_stands_in_the_example(client):
    for order, phone in enumerate(["+18005550101", "+18005550102"]):
        CrisisService.objects.create(name=phone, phone=phone, hours="Always", sort_order=order)
    client.force_login(factories.author())
    page = client.get(reverse("section_catalogue"))
    calls = example(page, "care_card").select('.care-card--emergency a[href^="tel:"]')
    assert [link["href"] for link in calls] == ["tel:+18005550101"]


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_tells_what_it_is_for(name):
    block = SECTIONS[name]
    assert block.meta.description
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert block.meta.preview_value


def test_only_editors_see_the_catalogue(client):
    assert client.get(reverse("section_catalogue")).status_code == 302
