"""Release of an imported article without review, from the desk."""

import pytest
from django.urls import reverse

from blog.models import ArticlePage
from blog.tests.factories import ArticleFactory
from editions.models import Edition, Publication
from editions.tests import factories
from review.submissions import freeze
from schedule.unreviewed import candidates

pytestmark = pytest.mark.django_db


def imported(**fields):
    """An article as an importer leaves it."""
    article = ArticleFactory(**fields)
    digest = freeze(article.get_latest_revision_as_object()).content_digest
    ArticlePage.objects.filter(pk=article.pk).update(imported_digest=digest)
    article.refresh_from_db()
    return article


def release(browser, article, reason="The source stands behind it."):
    return browser.post(reverse("publication_desk:release", args=[article.pk]), {"reason": reason}, follow=True)


def text(response):
    return " ".join(response.content.decode().split())


def test_candidates_are_imported_articles_without_an_edition(clock):
    waiting, sealed = imported(title="Imported"), imported(title="Sealed")
    factories.edition(sealed.pk)
    ArticleFactory(title="Written here")
    assert list(candidates()) == [waiting]


def test_administrator_releases_it_with_a_reason_and_then_gives_it_a_date(browser):
    article = imported(title="Imported")
    assert "Imported" in text(browser.get(reverse("publication_desk:candidates")))
    page = release(browser, article)
    edition = Edition.objects.get()
    assert (edition.kind, edition.reason) == ("unreviewed", "The source stands behind it.")
    assert "Now give it a date." in text(page)
    assert page.redirect_chain[-1][0] == reverse("publication_desk:publish", args=[edition.pk])
    assert "No clinician has reviewed this edition." in text(page)
    assert Publication.objects.count() == 0


def test_the_screen_says_what_the_clinical_rules_found_and_releases_all_the_same(browser):
    words = {"section_heading": "", "health_aspect": "overview", "body": "<p>Take 1.0 mg. This is a breakthrough.</p>"}
    article = imported(body=[("overview", words)])
    page = text(browser.get(reverse("publication_desk:release", args=[article.pk])))
    assert "The clinical rules found in it: 3 must be put right and 2 warnings." in page
    release(browser, article)
    assert Edition.objects.get().kind == "unreviewed"


def test_release_needs_a_reason(browser):
    assert "This field is required." in text(release(browser, imported(), reason=" "))
    assert Edition.objects.count() == 0


def test_article_that_was_changed_after_its_import_is_refused_with_the_reason(browser):
    article = imported()
    draft = article.get_latest_revision_as_object()
    draft.summary = "Somebody changed this."
    draft.save_revision()
    address = reverse("publication_desk:release", args=[article.pk])
    page = text(browser.get(address))
    assert "was changed after its import" in page
    assert "Seal it" not in page
    assert "was changed after its import" in text(release(browser, article))
    assert Edition.objects.count() == 0


def test_article_written_here_is_refused(browser):
    assert "this one was written here" in text(release(browser, ArticleFactory()))
    assert Edition.objects.count() == 0
