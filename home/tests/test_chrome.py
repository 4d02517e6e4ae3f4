"""What stands round every page, and stands when other things fall."""

from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.template import Context, Template
from django.test import Client, RequestFactory
from wagtail.models import Site

from home import crisis
from home.models import CrisisService, SiteSettings

LINE = CrisisService(
    name="Helpline", phone="+18005550100", phone_display="1-800-555-0100", hours="Day and night", sort_order=1
)


@pytest.fixture
def helpline(db):
    LINE.pk = None
    LINE._state.adding = True
    LINE.save()
    return LINE


def test_built_in_numbers_are_shown_until_a_service_is_entered(tree, read):
    text = read("/").text_shown
    assert 'href="tel:988"' in text
    assert 'href="sms:988"' in text
    assert 'href="tel:911"' in text


def test_entered_services_take_the_place_of_the_built_in_ones_in_their_order(tree, read, helpline):
    CrisisService.objects.create(name="Emergency", phone="911", hours="Always", is_emergency=True, sort_order=0)
    text = read("/").text_shown
    assert 'href="tel:988"' not in text
    assert text.index('href="tel:911"') < text.index('href="tel:+18005550100"')
    assert "1-800-555-0100" in text


BRITISH = {"name": "British line", "phone": "116123", "hours": "Always", "jurisdiction": "uk", "sort_order": 2}
EVERY_LINE = Template(
    "{% load chrome %}{% help_bar %}|{% crisis_line %}|"
    """{% with_help_lines '<div class="live-help" data-live-help="all"></div>' %}"""
)


def words_of(request):
    """The help bar, the crisis line and the lines in a text, each as words."""
    parts = EVERY_LINE.render(Context({"request": request})).split("|")
    return [" ".join(BeautifulSoup(part, "html.parser").get_text(" ").split()) for part in parts]


def test_lines_of_one_country_do_not_name_it(helpline, rf):
    assert not any("United" in part for part in words_of(rf.get("/")))
    CrisisService.objects.update(jurisdiction="uk")
    assert not any("United" in part for part in words_of(rf.get("/")))


def test_lines_of_several_countries_say_which_is_whose(helpline, rf):
    emergency = {"name": "Emergency", "lead_in": "In danger now?", "phone": "999", "hours": "Always"}
    CrisisService.objects.create(**emergency, is_emergency=True, jurisdiction="uk")
    bar, line, in_text = words_of(rf.get("/"))
    assert "United Kingdom: In danger now? Call 999" in bar
    assert "United States: Call 1-800-555-0100" in bar
    assert "In danger now? United Kingdom: Call 999" in line
    assert "Helpline, United States. Day and night. Call 1-800-555-0100" in line
    assert "Emergency, United Kingdom. Always. Call 999" in in_text
    assert "Helpline, United States. Day and night. Call 1-800-555-0100" in in_text


def test_the_one_line_of_a_card_says_its_country_where_others_stand_round_it(helpline, rf):
    british = CrisisService.objects.create(**BRITISH)
    html = f'<div class="live-help" data-live-help="service-{british.pk}"></div>'
    card = Template("{% load chrome %}{% with_help_lines html %}").render(
        Context({"request": rf.get("/"), "html": html})
    )
    assert "British line, United Kingdom. Always." in card
    assert "Helpline" not in card


def test_countries_cost_no_query(helpline, rf, django_assert_num_queries):
    CrisisService.objects.create(**BRITISH)
    with django_assert_num_queries(1):
        words_of(rf.get("/"))


def test_a_line_is_of_some_country(db):
    with pytest.raises(ValidationError, match="jurisdiction"):
        CrisisService(**BRITISH | {"jurisdiction": ""}).full_clean(validate_unique=False)


def test_help_comes_before_everything_else_on_the_page(tree, read):
    text = read("/").text_shown
    assert text.index('href="tel:988"') < text.index("<header") < text.index("<main")


def test_numbers_are_shown_when_the_database_does_not_answer(caplog):
    request = RequestFactory().get("/")
    with mock.patch.object(crisis.SERVICES, "rows", side_effect=DatabaseError("no answer")):
        assert crisis.crisis_services(request) is crisis.BUILT_IN
    assert "ALARM" in caplog.text


def test_chrome_without_a_request_asks_no_database():
    # No mark for the database: a query would fail the test.
    template = Template("{% load chrome %}{% help_bar %}{% site_header %}{% crisis_line %}{% site_footer %}")
    assert 'href="tel:988"' in template.render(Context())


def test_error_page_shows_the_numbers_without_a_database(tree):
    client = Client(raise_request_exception=False)
    with mock.patch("reader.views.latest_state", side_effect=DatabaseError("no answer")):
        response = client.get("/articles/")
    assert response.status_code == 500
    assert 'href="tel:988"' in response.content.decode()


def test_header_leads_to_a_to_z_and_to_articles_where_there_are_some(tree, read):
    text = read("/").text_shown
    assert 'href="/a-to-z/">Topics A to Z' in text
    assert 'href="/articles/">All articles' in text
    tree[1].unpublish()
    text = read("/").text_shown
    assert 'href="/a-to-z/">Topics A to Z' in text
    assert "All articles" not in text


def test_words_of_the_site_are_its_own_settings(tree, read):
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.create(site=site, brand_name="Calm Clinic", tagline="Nurturing Mental Health and Wellness")
    text = read("/").text_shown
    assert "Calm Clinic" in text
    assert "Nurturing Mental Health and Wellness" in text


def test_reading_writes_no_settings(tree, read):
    assert read("/").status_code == 200
    assert not SiteSettings.objects.exists()


@pytest.mark.parametrize("phone", ["988", "911", "116123", "+18005550100", "+442071234567"])
def test_number_that_can_be_dialled_is_taken(phone):
    CrisisService(name="Line", phone=phone, sms=phone, hours="Always").full_clean(validate_unique=False)


@pytest.mark.parametrize("phone", ["", "1-800-555-0100", "+0123456789", "9", "call us", "988\n", "+1800555010012345"])
def test_number_that_cannot_be_dialled_is_refused(phone):
    with pytest.raises(ValidationError):
        CrisisService(name="Line", phone=phone, hours="Always").full_clean(validate_unique=False)


@pytest.mark.parametrize("address", ["http://chat.example/", "javascript:alert(1)", "chat.example"])
def test_chat_that_is_not_https_is_refused(address):
    with pytest.raises(ValidationError):
        CrisisService(name="Line", phone="988", hours="Always", chat_url=address).full_clean(validate_unique=False)


def test_administrator_edits_services_and_settings(admin_client, tree, helpline):
    assert admin_client.get("/admin/snippets/home/crisisservice/").status_code == 200
    assert admin_client.get(f"/admin/snippets/home/crisisservice/edit/{helpline.pk}/").status_code == 200
    response = admin_client.get("/admin/settings/home/sitesettings/", follow=True)
    assert response.status_code == 200
    assert "cart_empty_heading" in response.content.decode()
