"""What people do in several journeys."""

import re

from playwright.sync_api import expect

PASSWORD = "demo password of a test"


def sign_in(page, username):
    page.context.clear_cookies()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))


def menu(page, item):
    page.get_by_role("navigation").get_by_role("link", name=item).first.click()


def begin_article(page, kind):
    """As demo-author, from the tree of pages to the form of a new article of this kind."""
    sign_in(page, "demo-author")
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Mental health, in plain words").last.click()
    page.get_by_role("link", name="Explore child pages of 'Articles'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.get_by_role("link", name=kind).click()


def tab_to(page, locator, most=60):
    """Presses Tab until `locator` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{locator} is not reached by {most} Tabs")


def press_on(page, locator):
    tab_to(page, locator)
    page.keyboard.press("Enter")
