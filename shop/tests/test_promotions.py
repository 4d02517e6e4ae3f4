"""An offer is shown while everything that it needs holds, and to nobody who has hidden it."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Medicine
from review.tests import factories
from shop.models import Promotion
from shop.promotions import DISMISSED, reasons_to_keep_back
from shop.tests.factories import PromotionFactory, ServiceFactory, terms

pytestmark = pytest.mark.django_db

OFFER = "20% off for a better price"
DAY = timedelta(days=1)


@pytest.fixture
def offered(services):
    return PromotionFactory()


@pytest.fixture
def sees(read):
    """Whether a visitor gets the offer, which is the same on both of its pages."""

    def look():
        [seen] = {OFFER in read(path).text_shown for path in ("/", "/services/")}
        return seen

    return look


def kept_back(at=None, terms_can_be_read=True, medicines=(), **fields):
    promotion = PromotionFactory.build(**({"terms_page": None, "terms_page_id": 7} | fields))
    return reasons_to_keep_back(promotion, terms_can_be_read, at or timezone.now(), medicines)


def test_offer_that_has_everything_is_shown():
    assert kept_back() == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"starts_at": None}, "It has no beginning."),
        ({"ends_at": None}, "It has no end."),
        ({"terms_page_id": None}, "It has no terms."),
        ({"terms_can_be_read": False}, "Readers cannot open its terms."),
        ({"evidence_checked_on": None}, "Nobody has said when its evidence was checked."),
        ({"evidence_note": "  "}, "Nobody has said what its evidence is."),
        ({"medicines": ["price"]}, "It names a prescription medicine: price."),
        ({"medicines": ["offer"]}, "It names a prescription medicine: offer."),
    ],
)
def test_offer_that_lacks_something_is_kept_back(fields, reason):
    assert kept_back(**fields) == [reason]


def test_offer_that_lacks_everything_is_told_all_of_it():
    bare = PromotionFactory.build(bare=True)
    assert len(reasons_to_keep_back(bare, False, timezone.now(), [])) == 5


def test_offer_begins_and_ends_at_its_second(services, sees, clock, start):
    PromotionFactory(starts_at=start + timedelta(seconds=10), ends_at=start + timedelta(seconds=20))
    seen = []
    for second in (9.999, 10, 19.999, 20):
        clock.move_to(start + timedelta(seconds=second))
        seen.append(sees())
    assert seen == [False, True, True, False]


@pytest.mark.parametrize(("age", "seen"), [(0, True), (31, True), (32, False), (-1, False)])
def test_offer_goes_by_itself_when_its_evidence_is_old(services, sees, age, seen):
    PromotionFactory(evidence_checked_on=timezone.localdate() - age * DAY)
    assert sees() == seen


def test_offer_goes_with_its_terms(offered, sees):
    assert sees()
    terms().unpublish()
    assert not sees()
    terms().delete()
    assert not sees()
    assert Promotion.objects.get().terms_page_id is None


def test_offer_goes_when_it_turns_out_to_name_a_prescription_medicine(services, read):
    PromotionFactory(text="Half price for examplamine")
    assert "Half price" in read("/").text_shown
    Medicine.objects.create(generic_name="examplamine", medicine_class="example")
    assert "Half price" not in read("/").text_shown


def test_offer_is_labelled_has_its_terms_and_stands_after_the_main_part(offered, read):
    for path in ("/", "/services/"):
        text = read(path).text_shown
        part = text[text.index("</main>") :]
        for expected in (
            '<aside class="promotion" aria-label="Promotion">',
            ">Offer</p>",
            OFFER,
            'href="/terms/">Terms',
        ):
            assert expected in part
        assert OFFER not in text[: text.index("</main>")]


def test_offer_is_on_no_other_page(offered, talk, client, post):
    post("add", talk)
    for path in ("/services/a-talk/", "/cart/", "/enquiry/", "/articles/", "/search/?q=price", "/terms/", "/nowhere/"):
        assert OFFER not in client.get(path).text


def test_of_two_offers_the_one_that_began_last_is_shown(offered, read):
    PromotionFactory(text="Another offer", starts_at=timezone.now() - timedelta(hours=1))
    text = read("/").text_shown
    assert "Another offer" in text
    assert OFFER not in text


def test_offer_that_lacks_something_makes_way_for_one_that_does_not(offered, sees):
    PromotionFactory(text="Without evidence", starts_at=timezone.now() - timedelta(hours=1), evidence_note="")
    assert sees()


def hide(client, promotion, **fields):
    return client.post("/promotion/hide/", {"promotion": promotion, "next": "/services/"} | fields)


def test_visitor_hides_the_offer_and_comes_back_to_the_page(offered, client, sees):
    response = hide(client, offered.pk)
    assert (response.status_code, response["Location"]) == (302, "/services/")
    assert not sees()
    cookie = response.cookies[DISMISSED]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (str(offered.pk), True, "Lax")
    assert not Session.objects.exists()
    assert OFFER in Client().get("/").text


def test_hidden_offer_does_not_bring_back_the_one_before(offered, client, sees):
    newer = PromotionFactory(text="Another offer", starts_at=timezone.now() - timedelta(hours=1))
    hide(client, newer.pk)
    assert not sees()


def test_next_offer_is_shown_to_who_has_hidden_the_last(offered, client, read):
    hide(client, offered.pk)
    PromotionFactory(text="Another offer", starts_at=timezone.now() - timedelta(hours=1))
    assert "Another offer" in read("/").text_shown


@pytest.mark.parametrize("which", ["", "abc", "-1", "1.5", "9" * 400, "\0", "1; Path=/admin"])
def test_any_offer_is_answered(offered, client, sees, which):
    assert hide(client, which).status_code == 302
    assert DISMISSED not in client.cookies
    assert sees()


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "", "javascript:alert(1)"])
def test_hiding_leads_to_no_other_site(offered, client, wanted):
    assert hide(client, offered.pk, next=wanted)["Location"] == "/"


def test_get_hides_nothing(offered, client, sees):
    assert client.get("/promotion/hide/", {"promotion": offered.pk})["Location"] == "/"
    assert client.put("/promotion/hide/").status_code == 405
    assert sees()


def test_front_page_with_an_offer_needs_no_session_and_no_token(offered, read):
    response = read("/")
    assert not response.cookies
    assert not response.wsgi_request.session.accessed
    assert "csrfmiddlewaretoken" not in response.text_shown
    assert "Cookie" in response["Vary"]


@pytest.mark.parametrize("many", [1, 4])
def test_offers_take_two_queries_however_many_run(services, client, many):
    counts = []
    for _ in range(2):
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        counts.append(len(queries))
        PromotionFactory.create_batch(many)
    assert counts[1] - counts[0] == 1, "the medicines are asked for only if an offer runs"


FIELDS = {
    "text": "Five off",
    "label": "Offer",
    "starts_at": "2026-11-01 09:00",
    "ends_at": "2027-02-01 09:00",
    "terms_page": "",
    "evidence_checked_on": "",
    "evidence_note": "",
}
ADD = "/admin/snippets/shop/promotion/add/"
LIST = "/admin/snippets/shop/promotion/"


def test_administrator_keeps_an_offer_and_is_told_what_it_lacks(services, staff):
    assert staff.post(ADD, FIELDS).status_code == 302
    page = staff.get(LIST).text
    assert (
        "It has no terms. Nobody has said when its evidence was checked. Nobody has said what its evidence is." in page
    )
    assert "What readers do not get of the shop front" in staff.get("/admin/").text
    Promotion.objects.all().delete()
    PromotionFactory()
    assert "It has no terms." not in staff.get(LIST).text
    assert "What readers do not get" not in staff.get("/admin/").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ends_at": "2026-10-01 09:00"}, "It ends before it begins."),
        ({"evidence_checked_on": "2099-01-01"}, "That day is still to come."),
        ({"text": ""}, "This field is required."),
    ],
)
def test_what_cannot_be_is_refused(services, staff, fields, said):
    assert said in staff.post(ADD, FIELDS | fields).text
    assert not Promotion.objects.exists()


def test_dashboard_names_services_that_are_not_sold_as_they_were_saved(services, staff, examplamine):
    ServiceFactory(title="Examplamine at home")
    page = staff.get("/admin/").text
    assert "Examplamine at home" in page
    assert "What names a prescription medicine cannot be booked" in page


def test_dashboard_is_silent_about_an_offer_that_only_waits_for_its_day(services, staff):
    PromotionFactory(starts_at=timezone.now() + DAY, ends_at=timezone.now() + 9 * DAY)
    assert "What readers do not get" not in staff.get("/admin/").text
    with time_machine.travel(timezone.now() + 40 * DAY):
        staff.force_login(factories.superuser())
        assert "What readers do not get" not in staff.get("/admin/").text, "it is over"


def test_authors_keep_no_offers(client, offered):
    client.force_login(factories.author())
    for path in (LIST, ADD):
        assert client.get(path).status_code == 302
    assert "Promotions" not in client.get("/admin/").text
