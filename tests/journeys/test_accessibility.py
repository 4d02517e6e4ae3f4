"""No page of ours breaks a rule that a machine can check: light on a wide screen, dark on a phone."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from blog.blocks import ArticleBody
from blog.models import ArticleIndexPage
from people.models import User
from review import signoff
from review.models import Submission
from review.tests.factories import approve, draft, submit
from schedule import acts
from tests.journeys.steps import sign_in

CLINICS = "/articles/unlocking-the-potential-of-ketamine-from-anesthetic-to-depression-treatment/"
LOOKS = [("light", {"width": 1280, "height": 900}), ("dark", {"width": 390, "height": 844})]


def violations(page, within=None):
    """What axe finds at the page's present address, in each look, a line each; `within` is the part to look at."""
    found = []
    for scheme, size in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        # Wagtail's buttons fade from one scheme's colours to the other's.
        page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")
        for broken in Axe().run(page, within, options={"resultTypes": ["violations"]}).response["violations"]:
            places = [node["target"] for node in broken["nodes"]]
            found.append(f"{page.url} ({scheme}, {size['width']}): {broken['id']} at {places}")
        too_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        if too_wide:
            found.append(f"{page.url} ({scheme}, {size['width']}): scrolls sideways")
    return found


@pytest.fixture
def every_section(demo, monkeypatch):
    """An article with a section of each kind that needs no file, waiting for a review.

    Examples of sections name no sources that exist, so the clinical rules would keep them from review.
    """
    monkeypatch.setattr("review.submissions.gaps", lambda article: [])
    monkeypatch.setattr("review.signoff.rule_objections", lambda submission: [])
    sections = [
        (name, block.meta.preview_value) for name, block in ArticleBody().child_blocks.items() if name != "image"
    ]
    author = User.objects.get(username="demo-author")
    return submit(draft(author, title="Every kind of section", slug="every-kind", body=sections), author)


def test_pages_of_readers(page, every_section, clock):
    reviewer, admin = (User.objects.get(username=name) for name in ("demo-reviewer", "demo-admin"))
    acts.publish(approve(every_section, reviewer), by=admin)
    clock.shift(timedelta(seconds=2))
    found = []
    for address in (
        "/",
        "/articles/",
        "/depression/",
        CLINICS,
        "/articles/every-kind/",
        "/search/",
        "/search/?q=ketamine",
        "/search/?q=nothing-of-the-kind",
        "/no-such-page/",
    ):
        page.goto(address)
        found += violations(page)
    assert found == []


def test_notices_of_readers(page, demo, clock):
    admin = User.objects.get(username="demo-admin")
    checked = Submission.objects.get()
    imported = int(checked.page_id) - 1
    acts.withdraw(checked.page_id, by=admin, reason="It was wrong.", seen=acts.head(checked.page_id))
    acts.retire(imported, by=admin, reason="It was old.", seen=acts.head(imported))
    clock.shift(timedelta(seconds=2))
    found = []
    for address in ("/articles/how-our-articles-are-checked/", CLINICS):
        assert page.goto(address).status == 410
        found += violations(page)
    assert found == []


def test_screens_of_staff(page, every_section, clock):
    clock.shift(timedelta(seconds=2))
    public = Submission.objects.exclude(edition=None).first()
    index = ArticleIndexPage.objects.get().pk
    found = []
    for name, addresses in {
        "demo-author": [
            f"/admin/review/{every_section.pk}/",
            f"/admin/pages/add/blog/articlepage/{index}/",
            "/admin/references/paste/",
            "/admin/snippets/blog/reference/",
        ],
        "demo-reviewer": ["/admin/review/", f"/admin/review/{every_section.pk}/"],
        "demo-admin": [
            "/admin/publication-desk/",
            "/admin/publication-desk/live/",
            f"/admin/publication-desk/articles/{public.page_id}/withdraw/",
            f"/admin/publication-desk/editions/{public.edition_id}/publish/",
        ],
    }.items():
        page.set_viewport_size(LOOKS[0][1])
        sign_in(page, name)
        for address in addresses:
            page.goto(address)
            assert page.url.endswith(address), "sent to another screen"
            found += violations(page)
    assert found == []


def test_the_panel_of_clinical_checks(page, every_section):
    """The editor round it is Wagtail's, and its colours are not ours to judge."""
    signoff.take_back(every_section, User.objects.get(username="demo-author"))
    sign_in(page, "demo-author")
    page.goto(f"/admin/pages/{every_section.page_id}/edit/")
    page.get_by_role("button", name="Toggle clinical checks").click()
    page.get_by_text("Keep it, because …").first.click()
    found = violations(page, within='[data-side-panel="clinical_checks"]')
    assert found == []
