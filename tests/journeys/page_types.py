"""Every type of page that readers and visitors get, and the states that matter, one after the other in one tab."""

from datetime import timedelta
from functools import partial

from django.template.loader import render_to_string
from django.test import override_settings

from blog.models import ArticlePage
from people.models import Person, User
from schedule import acts

MODEL = "examplamine-for-depression"
CLINICS = "unlocking-the-potential-of-ketamine-from-anesthetic-to-depression-treatment"
ADDRESSES = (
    "/",
    "/articles/",
    "/articles/?topic=depression&reviewed=yes",
    "/articles/?kind=nothing&reviewed=yes",
    "/depression/",
    "/a-to-z/",
    "/privacy/",
    "/people/",
    f"/articles/{CLINICS}/",
    f"/articles/{MODEL}/",
    f"/articles/{MODEL}/editions/1/",
    f"/articles/{MODEL}/feedback/",
    f"/articles/{MODEL}/feedback/thanks/",
    "/search/",
    "/search/?q=ketamine",
    "/search/?q=ketamin",
    "/search/?q=want+to+die",
    "/search/?q=nothing-of-the-kind",
    "/services/",
    "/services/consultation/",
    "/cart/",
    "/no-such-page/",
)


def page_types(page, clock):
    """Brings the tab to each page in turn, and gives the name of what it then shows."""
    for address in ADDRESSES:
        page.goto(address)
        yield address
    reviewer = Person.objects.get(slug="demo-reviewer")
    page.goto(f"/people/{reviewer.pk}/{reviewer.slug}/")
    yield "a person"
    yield from the_shop(page)
    yield from what_is_broken(page)
    yield from notices(page, clock)


def the_shop(page):
    page.goto("/services/")
    page.get_by_role("button", name="Add to cart “Consultation”").click()
    page.get_by_role("dialog").get_by_text("“Consultation” is in your cart.").wait_for()
    yield "the drawer"
    for address in ("/cart/", "/enquiry/"):
        page.goto(address)
        yield f"{address} with something in the cart"
    page.get_by_role("button", name="Send my request").click()
    page.get_by_role("alert").wait_for()
    yield "the enquiry with errors"
    page.get_by_label("Your name").fill("Pat Example")
    page.get_by_label("E-mail address").fill("pat@example.org")
    page.get_by_label("I am 18 or older.").check()
    page.get_by_label("I agree that").check()
    page.get_by_role("button", name="Send my request").click()
    page.get_by_role("heading", name="We have your request").wait_for()
    yield "thanks for the enquiry"
    send(page, "/cart/add/")
    page.get_by_text("Nothing was sent and nothing was changed.").wait_for()
    yield "a form without its cookie"
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1):
        send(page, "/cart/add/", field="more than is taken")
    page.get_by_role("heading", name="This form is too large").wait_for()
    yield "a form that is too large"


def what_is_broken(page):
    """These pages are shown when the site cannot make any: here they are put under an address of its own."""
    for template in ("500.html", "pages/unavailable.html"):
        page.route("**/broken/", partial(answer, render_to_string(template)))
        page.goto("/broken/")
        page.unroute("**/broken/")
        yield template


def answer(body, route):
    route.fulfill(body=body, content_type="text/html")


def notices(page, clock):
    admin = User.objects.get(username="demo-admin")
    checked, imported = (ArticlePage.objects.get(slug=slug).pk for slug in (MODEL, CLINICS))
    acts.withdraw(checked, by=admin, reason="It was wrong.", seen=acts.head(checked))
    acts.retire(imported, by=admin, reason="It was old.", seen=acts.head(imported))
    clock.shift(timedelta(seconds=2))
    for slug in (MODEL, CLINICS):
        assert page.goto(f"/articles/{slug}/").status == 410
        yield f"{slug} is not shown any more"
    send(page, f"/articles/{MODEL}/feedback/")
    yield "an answer to an article that is gone"


def send(page, address, field=""):
    """Posts a form without a cookie's token, as one that was opened before something changed might be."""
    with page.expect_navigation():
        page.evaluate(
            "([address, value]) => { const form = document.createElement('form');"
            "Object.assign(form, { method: 'post', action: address });"
            "form.append(Object.assign(document.createElement('input'), { name: 'field', value }));"
            "document.body.appendChild(form).submit(); }",
            [address, field],
        )
