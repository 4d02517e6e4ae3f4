"""An article as readers get it: from its edition, at its moment, and never from its manuscript."""

import logging
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from blog.tests.factories import TopicFactory
from editions import ledger, triggers
from editions.models import Edition, PublicState
from editions.tests.factories import facts
from home.models import CrisisService
from shop.tests.factories import PromotionFactory

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def test_manuscript_without_an_edition_is_not_found(manuscript, read):
    manuscript("sleep")
    response = read("/articles/sleep/")
    assert response.status_code == 404
    assert "Draft title" not in response.text_shown


def test_sealed_edition_without_a_date_is_not_found(sealed, read):
    sealed("sleep")
    assert read("/articles/sleep/").status_code == 404


def test_edition_appears_at_its_second_without_any_process(sealed, read, clock, start):
    ledger.publish(sealed("sleep", words="Sleep well."), by=None, at=start + MINUTE)
    clock.move_to(start + MINUTE - timedelta(microseconds=1))
    assert read("/articles/sleep/").status_code == 404
    clock.move_to(start + MINUTE)
    response = read("/articles/sleep/")
    assert response.status_code == 200
    assert "Sleep well." in response.text_shown


def test_edition_is_gone_at_the_second_of_its_expiry(sealed, read, clock, start):
    ledger.publish(sealed("sleep"), by=None, at=start + MINUTE, expires_at=start + 2 * MINUTE)
    clock.move_to(start + 2 * MINUTE - timedelta(microseconds=1))
    assert read("/articles/sleep/").status_code == 200
    clock.move_to(start + 2 * MINUTE)
    assert read("/articles/sleep/").status_code == 410


def test_article_shows_the_sealed_words_and_not_the_draft(shown, read):
    shown("sleep", words="Sealed words.")
    text = read("/articles/sleep/").text_shown
    assert '<h1 id="article-title">Sleep</h1>' in text
    assert "<p>Sealed words.</p>" in text
    assert "Draft title" not in text
    assert "The clinic is open on weekdays." not in text


def test_reviewed_article_names_its_reviewer_and_dates(shown, read):
    shown("sleep")
    response = read("/articles/sleep/")
    words = " ".join(strip_tags(response.text_shown).split())
    assert "Rea Viewer" in words
    assert "3 November 2026" in words
    assert "3 November 2027" in words
    assert "noindex" not in response.text_shown
    assert "X-Robots-Tag" not in response.headers


def test_unreviewed_article_says_so_and_names_no_reviewer(shown, read):
    shown("seed", kind="unreviewed", reviewers=[], reviewed_on=None, next_review_due=None)
    response = read("/articles/seed/")
    assert response.status_code == 200
    assert "has not been clinically reviewed" in response.text_shown
    assert '<meta name="robots" content="noindex">' in response.text_shown
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "Reviewed by" not in response.text_shown
    assert "Last reviewed" not in response.text_shown


def test_breadcrumb_and_topics_are_links_to_pages_that_readers_can_open(shown, read, topic):
    hidden = TopicFactory(title="Hidden", slug="hidden", live=False)
    shown("sleep", topics=[{"id": topic.pk, "title": "Depression"}, {"id": hidden.pk, "title": "Hidden"}])
    response = read("/articles/sleep/")
    assert [step["url"] for step in response.context["breadcrumbs"]] == ["/", "/articles/"]
    assert response.context["topics"] == [{"title": "Depression", "url": "/depression/"}]
    assert 'href="/depression/"' in response.text_shown


def test_offer_never_stands_beside_an_article(shown, read, tree):
    PromotionFactory(text="20% off for a better price")
    shown("sleep")
    assert "20% off" not in read("/articles/sleep/").text_shown


def test_head_is_answered_without_a_body(shown, client):
    shown("sleep")
    response = client.head("/articles/sleep/")
    assert response.status_code == 200
    assert response.content == b""


def test_article_takes_no_form_with_or_without_a_token(shown):
    shown("sleep")
    response = Client(enforce_csrf_checks=True).post("/articles/sleep/", {"a": "b"})
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_missing_slash_is_added(shown, client):
    shown("sleep")
    response = client.get("/articles/sleep")
    assert response.status_code == 301
    assert response.headers["Location"] == "/articles/sleep/"


def test_reading_touches_no_session_and_sets_no_cookie(shown, read):
    shown("sleep")
    for path in ["/articles/sleep/", "/articles/", "/", "/nowhere/"]:
        response = read(path)
        assert not response.cookies
        assert not response.wsgi_request.session.accessed
        # The front page alone differs, for who has hidden its offer.
        assert ("Cookie" in response.headers.get("Vary", "")) == (path == "/")


@pytest.mark.parametrize("path", ["/articles/sleep/", "/articles/", "/", "/nowhere/"])
def test_no_cache_may_show_a_page_without_asking(shown, read, path):
    shown("sleep")
    assert read(path).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("sections", [1, 60])
def test_article_takes_six_queries_however_many_its_sections(shown, client, topic, sections):
    listed = [{"id": f"s{n}", "heading": f"Section {n}", "kind": "overview"} for n in range(sections)]
    body = " ".join(f"Words {n}." for n in range(sections))
    shown("sleep", words=body, sections=listed, topics=[{"id": topic.pk, "title": "Depression"}])
    client.get("/articles/sleep/")
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/articles/sleep/")
    assert response.status_code == 200
    assert len(queries) == 6, [query["sql"] for query in queries]


ALTERATIONS = {
    "text": lambda made: Edition.objects.filter(pk=made.pk).update(html="<p>Altered words.</p>"),
    "title": lambda made: Edition.objects.filter(pk=made.pk).update(metadata=made.metadata.replace("Sleep", "Slept")),
    "text and its digest": lambda made: Edition.objects.filter(pk=made.pk).update(
        html="<p>Altered words.</p>", html_digest="0" * 64
    ),
    "another edition": lambda made: PublicState.objects.filter(page_id=made.page_id).update(
        edition=Edition.objects.exclude(pk=made.pk).get()
    ),
}


@pytest.mark.parametrize("altered", ALTERATIONS)
def test_altered_evidence_is_not_shown_and_raises_an_alarm(shown, sealed, read, caplog, altered):
    made = shown("sleep")
    sealed("other")
    with triggers.lifted(connection):
        ALTERATIONS[altered](made)
    with caplog.at_level(logging.CRITICAL):
        response = read("/articles/sleep/")
    assert response.status_code == 503
    assert "Altered words." not in response.text_shown
    assert "Slept" not in response.text_shown
    assert 'href="tel:988"' in response.text_shown
    assert response.headers["Cache-Control"] == "no-store"
    assert [record.levelname for record in caplog.records if "ALARM" in record.message] == ["CRITICAL"]


def test_contents_come_from_the_sealed_sections_where_there_are_three(shown, read):
    sections = [{"id": f"side-effects-{number}", "heading": "Side effects", "kind": "side_effects"} for number in "123"]
    shown("sleep", sections=sections)
    assert re.search(r'<a href="#side-effects-3">\s*Side effects\s*</a>', read("/articles/sleep/").text_shown)
    shown("rest", sections=sections[:2])
    assert "On this page" not in read("/articles/rest/").text_shown


def test_facts_of_an_older_format_are_shown(manuscript, read, clock):
    older = {name: value for name, value in facts("Sleep").items() if name in ("title", "authors", "locale")}
    made = ledger.seal_edition(
        page_id=manuscript("sleep").pk,
        kind="reviewed",
        content="{}",
        html="<p>Old words.</p>",
        metadata=older,
        frozen_at=timezone.now(),
        by=None,
    )
    ledger.publish(made, by=None)
    clock.shift(timedelta(seconds=2))
    assert read("/articles/sleep/").status_code == 200
    assert read("/articles/").status_code == 200


def test_article_that_speaks_of_suicide_shows_help_before_its_text_and_after_it(shown, read):
    shown("sleep", words="Sealed words.", crisis=True)
    text = read("/articles/sleep/").text_shown
    top, foot = text.index('id="crisis-line-top-heading"'), text.index('id="crisis-line-foot-heading"')
    assert top < text.index("Sealed words.") < foot
    shown("rest", words="Other words.", crisis=False)
    assert "crisis-line" not in read("/articles/rest/").text_shown


def test_help_lines_in_a_text_are_those_of_today(shown, read):
    slot = '<div class="live-help" data-live-help="all"></div>'
    made = shown("sleep", words=slot)
    CrisisService.objects.create(name="Night line", phone="+15550100", phone_display="555-0100", hours="At night")
    assert "555-0100" in read("/articles/sleep/").text_shown.partition('id="what-it-is"')[2]
    CrisisService.objects.update(phone_display="555-0199")
    assert "555-0199" in read("/articles/sleep/").text_shown.partition('id="what-it-is"')[2]
    made.refresh_from_db()
    assert "555" not in made.html


def test_emergency_slot_holds_the_emergency_number_alone(shown, read):
    slot = '<div class="live-help" data-live-help="emergency"></div>'
    shown("sleep", words=slot)
    section = read("/articles/sleep/").text_shown.partition('id="what-it-is"')[2].partition("</section>")[0]
    assert "tel:911" in section
    assert "tel:988" not in section


def test_foot_says_who_paid_and_what_authors_gain(shown, read):
    shown("sleep", funding="Demo Foundation", competing_interests="None declared", evidence_checked_on="2026-11-02")
    foot = read("/articles/sleep/").text_shown.partition('class="article-foot"')[2]
    assert "Demo Foundation" in foot
    assert "None declared" in foot
    assert "2 November 2026" in foot
