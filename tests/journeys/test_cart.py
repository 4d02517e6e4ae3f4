"""The cart by keyboard, beside the page and on a page of its own."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from home.models import SiteSettings
from shop.tests.factories import ServiceFactory, catalogue

FOCUSED = "document.activeElement"


@pytest.fixture
def shelf(transactional_db):
    """A catalogue with two services, on a site with the seed's words for an empty cart."""
    Site.clear_site_root_paths_cache()
    catalogue()
    SiteSettings.objects.create(site=Site.objects.get(), cart_empty_heading="Your Cart is empty!")
    ServiceFactory(title="First talk")
    ServiceFactory(title="Course", max_quantity=3)


def press_on(page, locator):
    locator.focus()
    page.keyboard.press("Enter")


def test_cart_opens_beside_the_page_and_gives_the_focus_back(page, shelf):
    page.goto("/services/")
    way = page.get_by_role("link", name="Cart,")
    expect(way).to_have_text("Cart, 0 items")
    add = page.get_by_role("button", name="Add to cart “First talk”")
    press_on(page, add)

    drawer = page.get_by_role("dialog", name="Cart")
    expect(drawer.get_by_text("“First talk” is in your cart.")).to_be_visible()
    assert page.evaluate(f"{FOCUSED}.matches('.said')"), "what happened is read out first"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUSED} === document.body || {FOCUSED}.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(add).to_be_focused()
    expect(way).to_have_text("Cart, 1 item")
    expect(page).to_have_url("/services/")

    press_on(page, way)
    press_on(page, drawer.get_by_role("button", name="Remove “First talk”"))
    expect(drawer.get_by_role("heading", name="Your Cart is empty!")).to_be_visible()
    press_on(page, drawer.get_by_role("button", name="Close"))
    expect(way).to_be_focused()
    expect(way).to_have_text("Cart, 0 items")


def test_number_is_changed_in_the_drawer_and_stands_on_every_page(page, shelf):
    page.goto("/services/course/")
    press_on(page, page.get_by_role("button", name="Add to cart"))
    drawer = page.get_by_role("dialog", name="Cart")
    drawer.get_by_label("How many of “Course”").select_option("3")
    press_on(page, drawer.get_by_role("button", name="Change the number of “Course”"))
    expect(drawer.get_by_text("“Course”: 3 in your cart.")).to_be_visible()
    page.goto("/articles/")
    expect(page.get_by_role("link", name="Cart,")).to_have_text("Cart, 3 items")


def test_where_the_drawer_fails_the_cart_opens_as_a_page(page, shelf):
    page.goto("/services/")
    page.route("**/cart/", lambda route: route.abort(), times=1)
    press_on(page, page.get_by_role("link", name="Cart,"))
    expect(page.get_by_role("heading", name="Cart", level=1)).to_be_visible()
    expect(page).to_have_url("/cart/")


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True, ids=["no scripts"])
def test_cart_needs_no_scripts(page, shelf):
    page.goto("/services/")
    way = page.locator("[data-cart-link]")
    expect(way).to_have_text("Cart, 0 items")
    expect(way.locator(".cart-link__items")).to_be_hidden()
    press_on(page, page.get_by_role("button", name="Add to cart “First talk”"))
    expect(page.get_by_text("“First talk” is in your cart.")).to_be_visible()
    press_on(page, page.get_by_role("link", name="Go to your cart"))
    expect(way.locator(".cart-link__items")).to_be_visible()
    expect(way).to_have_text("Cart, 1 item")
    press_on(page, page.get_by_role("button", name="Remove “First talk”"))
    expect(page.get_by_role("heading", name="Your Cart is empty!")).to_be_visible()
    press_on(page, page.get_by_role("main").get_by_role("link", name="Browse services"))
    expect(page.get_by_role("heading", name="Services", level=1)).to_be_visible()
