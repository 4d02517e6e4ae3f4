"""Whatever is sent to the cart is answered, and leads to no other site."""

import pytest

from shop.cart import KEY
from shop.tests.carts import items
from shop.tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "held", "said"),
    [
        ("1", 2, "“A talk” is in your cart."),
        ("2", 3, "“A talk” is in your cart."),
        (" 1 ", 2, "“A talk” is in your cart."),
        ("3", 3, "can be asked for 3 times at once, so there are 3 in your cart"),
        ("1000000000", 3, "so there are 3 in your cart"),
        ("9" * 5000, 3, "so there are 3 in your cart"),
        ("000000000000000001", 2, "“A talk” is in your cart."),
        *((number, 1, "Nothing was added. Choose a number from 1 to 3.") for number in ("-1", "0", "abc", "", "1.5")),
        *((number, 1, "Nothing was added. Choose a number from 1 to 3.") for number in ("٣", "1e3", "\0", "½", "+1")),
    ],
)
def test_any_number_is_answered_when_something_is_added(talk, client, post, number, held, said):
    post("add", talk)
    assert said in post("add", talk, quantity=number).text
    assert items(client) == {str(talk.pk): held}


@pytest.mark.parametrize(
    ("number", "held", "said"),
    [
        ("3", 3, "“A talk”: 3 in your cart."),
        ("1000000000", 3, "so there are 3 in your cart"),
        ("0", None, "“A talk” is no longer in your cart."),
        *((number, 2, "Nothing was changed. Choose a number from 1 to 3.") for number in ("-1", "abc", "", "2.5")),
    ],
)
def test_any_number_is_answered_when_a_line_is_changed(talk, client, post, number, held, said):
    post("add", talk, quantity=2)
    assert said in post("change", talk, quantity=number).text
    assert items(client).get(str(talk.pk)) == held


@pytest.mark.parametrize("service", ["", "abc", "-1", "0", "999", "9" * 30, "1.5", "\0"])
@pytest.mark.parametrize("act", ["add", "change", "remove"])
def test_any_service_is_answered(talk, client, post, act, service):
    post("add", talk)
    response = post(act, service, quantity="1")
    assert response.status_code == 200
    assert "That service is not" in response.text
    assert items(client) == {str(talk.pk): 1}


def test_missing_fields_are_answered(talk, client):
    for act in ("add", "change", "remove"):
        assert "That service is not" in client.post(f"/cart/{act}/", follow=True).text


def test_what_can_be_asked_for_once_is_not_added_twice_by_a_replayed_form(services, client, post):
    once = ServiceFactory(title="Assessment")
    post("add", once)
    assert "It can be asked for once at a time." in post("add", once).text
    assert items(client) == {str(once.pk): 1}


def test_line_is_removed_and_a_second_time_says_so(talk, client, post):
    post("add", talk)
    assert "“A talk” is no longer in your cart." in post("remove", talk).text
    assert "That service is not in your cart." in post("remove", talk).text
    assert KEY not in client.session


@pytest.mark.parametrize(
    "held",
    [
        None,
        "cart",
        [],
        {},
        {"v": 2, "items": {"1": 1}},
        {"v": 1},
        {"v": 1, "items": [1]},
        {"v": 1, "items": {"abc": 1, "-1": 1, "1.5": 2, "1": "2", "2": -1, "3": 0, "4": True, "5": None, "": 1}},
    ],
)
def test_session_that_this_version_did_not_write_is_an_empty_cart(services, client, read, post, held):
    session = client.session
    session[KEY] = held
    session.save()
    assert "Your cart is empty" in read("/cart/").text_shown
    assert "Your cart is empty" in post("clear").text


@pytest.mark.parametrize(
    ("wanted", "lands"),
    [
        ("/services/", "/services/"),
        ("/services/a-talk/", "/services/a-talk/"),
        ("", "/cart/"),
        ("https://evil.example/", "/cart/"),
        ("//evil.example/", "/cart/"),
        ("/\\evil.example/", "/cart/"),
        ("\\\\evil.example", "/cart/"),
        ("javascript:alert(1)", "/cart/"),
        ("http:///evil.example", "/cart/"),
        ("\x08//evil.example", "/cart/"),
        ("/" + "a" * 5000, "/cart/"),
    ],
)
def test_visitor_goes_back_to_where_the_form_was_and_never_to_another_site(talk, client, wanted, lands):
    response = client.post("/cart/add/", {"service": talk.pk, "next": wanted})
    assert (response.status_code, response["Location"]) == (302, lands)
