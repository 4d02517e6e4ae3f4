"""The browser itself says that nothing on our pages goes against their Content-Security-Policy."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from blog.models import ArticleIndexPage, ArticlePage
from cms.tests.public_pages import public_pages
from home.models import HomePage
from people.models import User
from schedule import acts
from tests.journeys.steps import sign_in

MODEL = "examplamine-for-depression"
LISTEN = """
addEventListener("securitypolicyviolation", (event) =>
  tellViolation(`${event.effectiveDirective} at ${event.documentURI}: ${event.blockedURI} ${event.sample}`)
)
"""


@pytest.fixture
def violations(context):
    """What the browser refused, a line each, in every tab and frame."""
    found = []
    context.expose_binding("tellViolation", lambda source, line: found.append(line))
    context.add_init_script(LISTEN)
    return found


def visit(page, *addresses):
    for address in addresses:
        page.goto(address, wait_until="networkidle")


def test_the_browser_would_tell(page, demo, violations):
    visit(page, "/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">Not ours</p>')")
    page.wait_for_function("true")
    assert [line.split(" at ")[0] for line in violations] == ["style-src-attr"]


def test_readers_pages(page, demo, violations, clock, client):
    pages = public_pages(client)
    assert len(pages) > 10
    visit(page, *pages)
    admin, pk = User.objects.get(username="demo-admin"), ArticlePage.objects.get(slug=MODEL).pk
    acts.withdraw(pk, by=admin, reason="It was wrong.", seen=acts.head(pk))
    clock.shift(timedelta(seconds=2))
    visit(page, f"/articles/{MODEL}/")
    expect(page.get_by_role("heading", name="We have withdrawn this article")).to_be_visible()
    assert violations == []


def test_screens_of_staff(page, demo, violations):
    sign_in(page, "demo-admin")
    article, index = ArticlePage.objects.get(slug=MODEL).pk, ArticleIndexPage.objects.get().pk
    visit(
        page,
        "/admin/",
        f"/admin/pages/{index}/",
        f"/admin/pages/add/blog/articlepage/{index}/",
        f"/admin/pages/{article}/edit/",
        f"/admin/pages/{article}/history/",
        "/admin/articles/sections/",
        "/admin/styles/",
        "/admin/settings/home/sitesettings/",
        "/admin/snippets/blog/medicine/add/",
        "/admin/snippets/blog/reference/add/",
        "/admin/references/paste/",
        "/admin/review/",
        "/admin/publication-desk/",
        "/admin/images/",
        "/admin/images/add/",
        "/admin/users/",
    )
    assert violations == []


@pytest.mark.parametrize("kind", [ArticlePage, HomePage])
def test_an_editor_sees_the_draft_in_its_frame(page, demo, violations, kind):
    """Readers' policy lets nobody frame a page; that of a preview lets our own editor."""
    sign_in(page, "demo-admin")
    shown = kind.objects.first()
    visit(page, f"/admin/pages/{shown.pk}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    draft = page.frame_locator("#w-preview-iframe")
    expect(draft.get_by_role("heading", level=1)).to_have_text(shown.title)
    assert violations == []
