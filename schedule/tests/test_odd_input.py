"""What no form of ours sends is answered like any other mistake."""

import pytest
from django.urls import reverse

from blog.tests.factories import ArticleFactory
from editions.models import Publication
from editions.tests import factories
from schedule import acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(clock):
    article = ArticleFactory()
    factories.live_edition(article.pk)
    clock.shift(60)
    return article


@pytest.mark.parametrize("sent", ["no number", "1e400", "999999999", "-1"])
def test_what_is_no_page_is_no_place_to_send_readers(browser, live, sent):
    data = {"when": "now", "reason": "A dose was wrong.", "read_instead": sent, "seen": acts.head(live.pk)}
    response = browser.post(reverse("publication_desk:withdraw", args=[live.pk]), data)
    assert "Choose a page that readers can open at that moment." in response.content.decode()
    assert not Publication.objects.filter(state="withdrawn").exists()


def test_the_reason_of_a_taking_down_is_no_book(browser, live):
    data = {"when": "now", "reason": "x" * 1001, "seen": acts.head(live.pk)}
    browser.post(reverse("publication_desk:retire", args=[live.pk]), data)
    assert not Publication.objects.filter(state="nothing").exists()
