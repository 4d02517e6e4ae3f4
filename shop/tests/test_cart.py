"""The cart as a visitor has it: nothing breaks it, and GET changes nothing."""

import json

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blog.models import Medicine
from home.models import SiteSettings
from shop.cart import KEY, MOST_LINES
from shop.tests.carts import items, put
from shop.tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


def test_empty_cart_has_the_sites_own_words_and_leads_to_the_catalogue(services, read, tree):
    SiteSettings.objects.create(
        site=tree[0].sites_rooted_here.get(),
        cart_empty_heading="Your Cart is empty!",
        cart_empty_body="It looks like you haven't added any items to your cart yet.",
        cart_browse_label="Browse Products",
    )
    response = read("/cart/")
    for words in (
        "<h2>Your Cart is empty!</h2>",
        "<p>It looks like you haven&#x27;t added any items to your cart yet.</p>",
        'href="/services/">Browse Products</a>',
        "Cart<span",
        "<span data-cart-count>0</span>",
    ):
        assert words in response.text_shown


def test_empty_cart_says_something_where_nobody_wrote_the_words_and_nothing_is_offered(tree, read):
    text = read("/cart/").text_shown
    assert "<h2>Your cart is empty</h2>" in text
    assert 'href="/">Browse services</a>' in text


def test_session_holds_ids_and_numbers_and_nothing_else(talk, client, post):
    post("add", talk, quantity=2)
    assert client.session[KEY] == {"v": 1, "items": {str(talk.pk): 2}}
    json.dumps(client.session[KEY])


def test_added_service_is_in_the_cart_with_its_price_and_the_total(talk, post):
    text = post("add", talk, quantity=2).text
    assert "“A talk” is in your cart." in text
    assert "From $120 per session of 50 minutes" in text
    assert "From $240 in total" in text
    assert "No payment is taken here." in text
    assert "<span data-cart-count>2</span> <span data-cart-noun>items</span>" in text


def test_price_and_name_are_read_anew(talk, client, post, read):
    post("add", talk)
    talk.title, talk.price_from = "A longer talk", 150
    talk.save()
    text = read("/cart/").text_shown
    assert "A longer talk" in text
    assert "From $150 in total" in text


def test_price_on_request_is_in_no_total(services, talk, post):
    post("add", ServiceFactory(title="Course", price_from=None))
    assert "The price is on request." in post("tidy").text
    text = post("add", talk).text
    assert "From $120 in total" in text
    assert "Without what has its price on request." in text


def test_currencies_are_not_added_up(talk, post):
    post("add", talk)
    assert "From €80 and $120 in total" in post("add", ServiceFactory(price_from=80, currency="EUR")).text


def test_cart_is_emptied(talk, client, post):
    post("add", talk)
    text = post("clear").text
    assert "Your cart has been emptied." in text
    assert "Your cart is empty" in text
    assert KEY not in client.session


def test_twenty_services_fit_and_the_next_is_refused(services, client, post):
    made = ServiceFactory.create_batch(MOST_LINES + 1)
    for service in made[:-1]:
        post("add", service)
    text = post("add", made[-1]).text
    assert "a cart holds 20 different services. Remove one first." in text
    assert len(items(client)) == MOST_LINES
    assert "20 in your cart" not in text


def test_hundred_lines_in_a_session_are_cut_to_twenty_with_a_notice(services, client, read, post):
    made = ServiceFactory.create_batch(MOST_LINES + 2)
    put(client, dict.fromkeys(made, 1) | dict.fromkeys(range(10_000, 10_100), 1))
    assert "A cart holds 20 different services; the others were left out." in read("/cart/").text_shown
    post("tidy")
    assert len(items(client)) == MOST_LINES
    assert "were left out" not in read("/cart/").text_shown


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (lambda service: service.delete(), "Something that you had chosen is not offered any more"),
        (lambda service: service.unpublish(), "Something that you had chosen is not offered any more"),
        (
            lambda service: type(service).objects.filter(pk=service.pk).update(bookable=False),
            "“A talk” cannot be booked any more",
        ),
        (
            lambda service: Medicine.objects.create(generic_name="talk", medicine_class="example"),
            "“A talk” cannot be booked any more",
        ),
    ],
    ids=["deleted", "unpublished", "not bookable", "a medicine"],
)
def test_what_is_not_offered_any_more_leaves_the_cart_with_a_notice(talk, client, post, read, end, said):
    post("add", talk)
    end(talk)
    for _ in range(2):
        text = read("/cart/").text_shown
        assert said in text, "looking twice changes nothing"
        assert "in total" not in text
    assert read("/cart/count/").json() == {"count": 0}
    assert "Your cart is empty" in post("tidy").text
    assert said not in read("/cart/").text_shown
    assert KEY not in client.session


def test_unpublished_title_is_not_told(talk, post, read):
    post("add", talk)
    type(talk).objects.filter(pk=talk.pk).update(live=False, title="A secret plan")
    assert "secret" not in read("/cart/").text_shown


def test_number_that_is_too_large_by_now_is_cut_with_a_notice(talk, client, read):
    put(client, {talk: 3})
    type(talk).objects.filter(pk=talk.pk).update(max_quantity=2)
    text = read("/cart/").text_shown
    assert "can be asked for 2 times at once, so there are 2 in your cart" in text
    assert "From $240 in total" in text


def test_notice_is_said_again_when_something_else_is_changed_before_it_was_read(talk, client, post):
    put(client, {talk: 1, 999: 1})
    assert "Something that you had chosen is not offered any more" in post("change", talk, quantity=2).text
    assert items(client) == {str(talk.pk): 2}


def test_visitor_who_stays_in_the_catalogue_is_told_there(talk, post):
    text = post("add", talk, next="/services/").text
    assert "<h1>Services</h1>" in text
    assert "“A talk” is in your cart." in text
    assert '<a href="/cart/">Go to your cart</a>' in text


@pytest.mark.parametrize("act", ["add", "change", "remove", "clear", "tidy"])
def test_get_changes_nothing(talk, client, post, act):
    post("add", talk)
    before = dict(client.session)
    for method in (client.get, client.head):
        response = method(f"/cart/{act}/", {"service": talk.pk, "quantity": 0})
        assert (response.status_code, response["Location"]) == (302, "/cart/")
    assert client.put(f"/cart/{act}/").status_code == 405
    assert dict(client.session) == before


@pytest.mark.parametrize("path", ["/cart/", "/cart/count/"])
def test_cart_is_only_looked_at(services, client, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("act", ["add", "change", "remove", "clear", "tidy"])
def test_form_of_another_site_changes_nothing_and_is_answered(talk, act):
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"/cart/{act}/", {"service": talk.pk})
    assert response.status_code == 403
    assert "Nothing was sent and nothing was changed." in response.text
    assert 'href="tel:988"' in response.text
    assert not Session.objects.exists()


def test_service_that_cannot_be_booked_has_no_button_and_is_not_added(services, client, post, read):
    shown = ServiceFactory(title="A page to read", bookable=False)
    assert "Add to cart" not in read("/services/").text_shown + read(shown.url).text_shown
    assert "cannot be booked on this site. Nothing was added." in post("add", shown).text
    assert items(client) == {}


@pytest.mark.parametrize("path", ["/cart/", "/cart/count/", "/services/", "/services/a-talk/"])
def test_what_belongs_to_one_visitor_is_kept_by_no_cache(talk, client, post, path):
    for _ in range(2):
        response = client.get(path)
        assert response["Cache-Control"] == "private, no-store"
        assert "Cookie" in response["Vary"]
        post("add", talk)


def test_answer_to_a_form_is_kept_by_no_cache(talk, client):
    assert client.post("/cart/add/", {"service": talk.pk})["Cache-Control"] == "private, no-store"


def test_looking_into_an_empty_cart_opens_no_session(services, client, read):
    for path in ("/cart/", "/cart/count/"):
        read(path)
    assert not Session.objects.exists()
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("held", [0, 1, 12])
def test_cart_takes_a_fixed_number_of_queries(services, client, held):
    put(client, dict.fromkeys(ServiceFactory.create_batch(held), 1))
    counts = {}
    for path in ("/cart/", "/cart/count/"):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts[path] = len(queries)
    # With something in it: what is offered, and what may not be sold; the count then needs the site as well.
    assert counts == ({"/cart/": 8, "/cart/count/": 4} if held else {"/cart/": 6, "/cart/count/": 1})


def test_page_of_an_article_is_the_same_for_everybody_and_free_of_the_session(talk, client, post):
    stranger = Client().get("/articles/")
    post("add", talk)
    response = client.get("/articles/")
    assert response.content == stranger.content
    assert "<span data-cart-count>0</span>" in response.text
    assert 'data-count-at="/cart/count/"' in response.text
    assert not response.wsgi_request.session.accessed
    assert "Set-Cookie" not in response
    assert "Vary" not in response or "Cookie" not in response["Vary"]
    assert client.get("/cart/count/").json() == {"count": 1}
    assert Client().get("/cart/count/").json() == {"count": 0}
