"""From the catalogue to the staff's register, by keyboard alone, with and without scripts."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from review.tests import factories
from shop.models import Enquiry
from shop.tests.factories import ServiceFactory, catalogue
from tests.journeys.steps import press_on, tab_to


@pytest.fixture
def shelf(transactional_db):
    """A catalogue with one service."""
    Site.clear_site_root_paths_cache()
    catalogue()
    ServiceFactory(title="First talk")


@pytest.mark.parametrize(
    "context", [{}, {"java_script_enabled": False}], indirect=True, ids=["with scripts", "no scripts"]
)
def test_visitor_asks_for_a_talk_and_staff_answer(page, context, shelf, browser, live_server):
    page.goto("/services/")
    press_on(page, page.get_by_role("button", name="Add to cart “First talk”"))
    to_the_cart = page.get_by_role("link", name="Go to your cart")
    onwards = page.get_by_role("link", name="Request a consultation")
    # With scripts the cart opens beside the page, without them it is the next one.
    expect(to_the_cart.or_(onwards)).to_be_visible()
    if to_the_cart.count():
        press_on(page, to_the_cart)
    press_on(page, onwards)
    expect(page.get_by_role("heading", name="Request a consultation", level=1)).to_be_visible()
    main = page.get_by_role("main")
    tab_to(page, main.get_by_role("link", name="Call 988"))

    press_on(page, page.get_by_role("button", name="Send my request"))
    problems = page.get_by_role("alert")
    expect(problems).to_be_in_viewport()
    press_on(page, problems.get_by_role("link", name="Write the name that we may call you by."))
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Pat Example")
    tab_to(page, page.get_by_label("E-mail address"))
    page.keyboard.type("pat@example.org")
    for tick in ("I am 18 or older.", "I agree that"):
        tab_to(page, page.get_by_label(tick))
        page.keyboard.press("Space")
    press_on(page, page.get_by_role("button", name="Send my request"))

    expect(page.get_by_role("heading", name="We have your request")).to_be_visible()
    reference = page.locator(".enquiry__reference").inner_text()
    assert page.url == f"{live_server.url}/enquiry/sent/#main"
    page.reload()
    expect(page.locator(".enquiry__reference")).to_have_text(reference)
    assert Enquiry.objects.count() == 1
    staff_answer(browser, live_server, reference)


def staff_answer(browser, live_server, reference):
    factories.admin()
    desk = browser.new_context(base_url=live_server.url)
    page = desk.new_page()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/admin/$"))
    page.get_by_role("navigation").get_by_role("link", name="Enquiries").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("cell", name=reference)).to_be_visible()
    page.get_by_role("link", name="Edit").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Pat Example")).to_be_visible()
    page.get_by_role("combobox", name="Status").select_option("contacted")
    page.get_by_role("button", name="Save").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"'{reference}' updated")).to_be_visible()
    assert Enquiry.objects.get().status == "contacted"
    desk.close()
