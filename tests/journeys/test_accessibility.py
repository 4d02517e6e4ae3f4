"""No screen of staff breaks a rule that a machine can check: light on a wide screen, dark on a phone.

Pages of readers are looked at in test_every_page.py.
"""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from blog.models import ArticleIndexPage, ArticlePage
from people.models import User
from review.models import Submission
from review.tests.factories import submit
from tests.journeys.steps import sign_in

MODEL = "examplamine-for-depression"
CLINICS = "unlocking-the-potential-of-ketamine-from-anesthetic-to-depression-treatment"
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
def in_review(demo):
    """The submission of the model article, which has every kind of section and is handed in once more."""
    return submit(ArticlePage.objects.get(slug=MODEL), User.objects.get(username="demo-author"))


def test_screens_of_staff(page, in_review, clock):
    clock.shift(timedelta(seconds=2))
    public = Submission.objects.exclude(edition=None).first()
    index = ArticleIndexPage.objects.get().pk
    found = []
    for name, addresses in {
        "demo-author": [
            f"/admin/review/{in_review.pk}/",
            "/admin/articles/",
            f"/admin/pages/add/blog/articlepage/{index}/",
            "/admin/articles/sections/",
            "/admin/references/paste/",
            "/admin/snippets/blog/reference/",
        ],
        "demo-reviewer": ["/admin/review/", f"/admin/review/{in_review.pk}/"],
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


def test_the_panel_of_clinical_checks(page, demo):
    """The editor round it is Wagtail's, and its colours are not ours to judge."""
    sign_in(page, "demo-admin")
    page.goto(f"/admin/pages/{ArticlePage.objects.get(slug=CLINICS).pk}/edit/")
    page.get_by_role("button", name="Toggle clinical checks").click()
    page.get_by_text("Leave it so, because …").first.click()
    found = violations(page, within='[data-side-panel="clinical_checks"]')
    assert found == []
