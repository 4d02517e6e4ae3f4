"""Where Wagtail says "live" or "draft", an article says its two badges; the link opens what readers see."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticlePage
from blog.tests.factories import TopicFactory
from editions import ledger
from review.tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)
SCHEDULED = "Scheduled for 1 Mar 2027, 10:01 New York (EST)"


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def client(clock):
    client = Client()
    client.force_login(factories.superuser())
    return client


@pytest.fixture
def scheduled(client, clock):
    article, edition = factories.approved_article(title="How we work")
    clock.shift(60)
    ledger.publish(edition, by=None, at=timezone.now() + HOUR)
    return article


@pytest.fixture
def live(scheduled, clock):
    clock.shift(2 * HOUR)
    return scheduled


def text_of(response):
    """The words on the screen, without tags and with single spaces."""
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def screens(article):
    index = article.get_parent().pk
    return {
        "explorer": reverse("wagtailadmin_explore", args=[index]),
        "editor": reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "chooser": reverse("wagtailadmin_choose_page_child", args=[index]),
        "search": reverse("wagtailadmin_pages:search") + "?q=How",
        "usage": reverse("wagtailadmin_pages:type_use", args=["blog", "articlepage"]),
    }


def on_screen(client, article, screen):
    response = client.get(screens(article)[screen])
    if screen == "chooser":
        return " ".join(re.sub(r"<[^>]+>", " ", response.json()["html"]).split())
    return text_of(response)


@pytest.mark.parametrize("screen", ["explorer", "editor", "chooser", "search", "usage"])
def test_the_badges_of_an_article_with_a_date(client, scheduled, screen):
    assert SCHEDULED in on_screen(client, scheduled, screen)


@pytest.mark.parametrize("screen", ["explorer", "editor", "chooser", "search", "usage"])
def test_the_badges_of_a_live_article_with_a_newer_draft(client, live, screen):
    ArticlePage.objects.get(pk=live.pk).save_revision()
    text = on_screen(client, live, screen)
    assert "Readers see: Live edition 1 The manuscript: Draft" in text


@pytest.mark.parametrize("screen", ["explorer", "editor", "usage"])
def test_the_link_opens_what_readers_see(client, live, screen):
    page = client.get(screens(live)[screen]).content.decode()
    assert f'href="{live.url}"' in page
    assert Client().get(live.url).status_code == 200


@pytest.mark.parametrize("screen", ["explorer", "editor", "usage"])
def test_there_is_no_such_link_before_and_after(client, scheduled, clock, screen):
    assert f'href="{scheduled.url}"' not in client.get(screens(scheduled)[screen]).content.decode()
    clock.shift(2 * HOUR)
    ledger.withdraw(scheduled.pk, by=None, reason="It was wrong.")
    clock.shift(60)
    page = client.get(screens(scheduled)[screen])
    assert f'href="{scheduled.url}"' not in page.content.decode()
    assert "Withdrawn" in text_of(page)


def test_after_approval_the_editor_says_so_and_offers_a_new_version(client):
    article, _ = factories.approved_article()
    text = on_screen(client, article, "editor")
    assert "Approved, awaiting a date" in text
    assert "Submit a new version" in text


def test_before_any_approval_the_editor_offers_to_hand_in(client):
    article = factories.draft(factories.author())
    text = on_screen(client, article, "editor")
    assert "Submit for clinical review" in text
    assert "Never public" in text and "Draft" in text


def test_during_a_review_the_editor_says_so(client):
    article, _ = factories.submitted_article()
    assert "In review" in on_screen(client, article, "editor")


def test_other_pages_keep_wagtails_words(client):
    topic = TopicFactory(title="Sleep")
    explorer = text_of(client.get(reverse("wagtailadmin_explore", args=[topic.get_parent().pk])))
    assert "Current page status: live" in explorer
    editor = text_of(client.get(reverse("wagtailadmin_pages:edit", args=[topic.pk])))
    assert "Readers see:" not in editor


def test_the_dashboard_shows_badges_too(client, live):
    article = ArticlePage.objects.get(pk=live.pk)
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 200
    user = response.context["user"]
    article.save_revision(user=user, log_action=True)
    assert "Live edition 1" in text_of(client.get(reverse("wagtailadmin_home")))


@pytest.mark.parametrize("screen", ["explorer", "chooser", "search", "usage", "locked"])
def test_a_longer_listing_needs_no_more_questions_about_badges(client, live, screen):
    url = reverse("wagtailadmin_reports:locked_pages") if screen == "locked" else screens(live)[screen]
    ArticlePage.objects.update(locked=True)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        # The menu counts what waits for review, by another question.
        return len([query for query in asked if '"review_submission"."page_id" IN' in query["sql"]])

    assert questions() == 1
    for number in range(5):
        factories.draft(live.owner, title=f"How we work {number}", locked=True)
    assert questions() == 1
