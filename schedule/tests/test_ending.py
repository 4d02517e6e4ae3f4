"""Withdrawing an article, and taking it down."""

import pytest
from django.urls import reverse
from django.utils import timezone

from blog.tests.factories import ArticleFactory, TopicFactory
from editions import ledger
from editions.models import Publication, PublicState
from editions.tests import factories
from schedule import acts
from schedule.tests.times import DAY, NOW

pytestmark = pytest.mark.django_db

WRONG = {"when": "now", "reason": "A dose was wrong."}


@pytest.fixture
def live(clock):
    """An article that readers have."""
    article = ArticleFactory(title="Demonstration article")
    factories.live_edition(article.pk)
    clock.shift(60)
    return article


def url(name, page):
    return reverse(f"publication_desk:{name}", args=[page.pk])


def send(browser, name, page, **fields):
    return browser.post(url(name, page), {"seen": acts.head(page.pk), **fields}, follow=True)


def text(response):
    return " ".join(response.content.decode().split())


def state(page):
    return PublicState.objects.at(timezone.now()).for_page(page.pk).values_list("state", flat=True).first()


def test_withdrawn_article_is_a_notice_a_second_later(browser, live, clock):
    page = text(send(browser, "withdraw", live, **WRONG))
    assert "“Demonstration article” is withdrawn in a second" in page
    clock.shift(2)
    assert state(live) == "withdrawn"
    assert "A dose was wrong." in text(browser.get(reverse("publication_desk:withdrawn")))
    assert "Withdrew the article, from" in text(browser.get(reverse("wagtailadmin_pages:history", args=[live.pk])))


def test_withdrawal_can_be_planned_and_cancelled(browser, live):
    page = text(send(browser, "withdraw", live, **WRONG | {"when": "at", "at_day": "3 Mar 2027", "at_time": "09:00"}))
    assert "is withdrawn from 3 March 2027, 09:00 New York (EST)" in page
    assert reverse("publication_desk:cancel", args=[Publication.objects.latest("pk").pk]) in page


@pytest.mark.parametrize("name", ["withdraw", "retire"])
@pytest.mark.parametrize("reason", ["", "   "])
def test_ending_needs_a_reason(browser, live, name, reason):
    assert "This field is required." in text(send(browser, name, live, when="now", reason=reason))
    assert Publication.objects.count() == 1


def test_readers_are_sent_to_a_page_that_they_can_open(browser, live):
    topic = TopicFactory(title="Headaches")
    send(browser, "withdraw", live, **WRONG, read_instead=topic.pk)
    assert Publication.objects.latest("pk").read_instead == topic.pk


def test_readers_are_sent_to_an_article_that_is_shown(browser, live, clock):
    other = ArticleFactory()
    factories.live_edition(other.pk)
    clock.shift(60)
    send(browser, "withdraw", live, **WRONG, read_instead=other.pk)
    assert Publication.objects.latest("pk").read_instead == other.pk


def test_readers_are_not_sent_where_they_cannot_go(browser, live):
    draft, private = ArticleFactory(title="Only a draft"), TopicFactory(title="Not live", live=False)
    for page in (draft, private):
        told = text(send(browser, "withdraw", live, **WRONG, read_instead=page.pk))
        assert "Choose a page that readers can open" in told
    assert "Choose another page" in text(send(browser, "withdraw", live, **WRONG, read_instead=live.pk))
    assert "Choose a page that readers can open" in text(send(browser, "withdraw", live, **WRONG, read_instead=99999))
    assert Publication.objects.count() == 1


def test_article_that_is_gone_by_the_time_is_no_place_to_send_readers(browser, live, clock):
    other = ArticleFactory(title="Ends tomorrow")
    ledger.publish(factories.edition(other.pk), by=None, expires_at=NOW + DAY)
    clock.shift(60)
    later = {"when": "at", "at_day": "5 Mar 2027", "at_time": "09:00", "read_instead": other.pk}
    assert "Readers cannot open “Ends tomorrow”" in text(send(browser, "withdraw", live, **WRONG | later))


def test_form_names_what_is_cancelled_with_it(browser, live):
    ledger.publish(factories.edition(live.pk), by=None, at=NOW + DAY)
    page = text(browser.get(url("withdraw", live)))
    assert "This also cancels what was planned:" in page
    assert "edition 2, 3 Mar 2027, 14:30 New York (EST)" in page


def test_article_taken_down_can_be_published_again(browser, live, clock):
    assert "is taken down in a second" in text(send(browser, "retire", live, **WRONG))
    clock.shift(2)
    assert state(live) is None
    page = browser.get(reverse("publication_desk:withdrawn"))
    again = page.context["groups"][0].rows[0].action
    assert again.label == "Publish again…"
    browser.post(again.url, {"seen": acts.head(live.pk), "when": "now", "until": "replaced"})
    clock.shift(2)
    assert state(live) == "shown"


def test_what_was_withdrawn_cannot_be_published_again(browser, live, clock):
    send(browser, "withdraw", live, **WRONG)
    clock.shift(60)
    edition = Publication.objects.first().edition
    address = reverse("publication_desk:publish", args=[edition.pk])
    fields = {"seen": acts.head(live.pk), "when": "now", "until": "replaced"}
    assert "This article was withdrawn." in text(browser.post(address, fields))
    assert state(live) == "withdrawn"


def test_nobody_is_promised_that_a_withdrawn_article_can_come_back(browser, live, clock):
    assert "can be published again" in text(browser.get(url("retire", live)))
    send(browser, "withdraw", live, **WRONG)
    clock.shift(5)
    assert "can be published again" not in text(browser.get(url("retire", live)))


def test_article_that_was_never_published_has_nothing_to_take_down(browser):
    draft = ArticleFactory()
    for name in ("withdraw", "retire"):
        assert "was never published" in text(browser.get(url(name, draft), follow=True))
        assert "was never published" in text(send(browser, name, draft, **WRONG))


def test_unknown_article_is_not_found(browser):
    assert browser.get(reverse("publication_desk:withdraw", args=[99999])).status_code == 404
