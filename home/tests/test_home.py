"""The front page: sections that editors put together, and a layout of its own where they put none."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.tests.factories import TopicFactory
from home.blocks import HomeBody
from home.models import HomePage
from shop.tests.factories import PromotionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def compose(tree):
    """Gives the front page these `(kind, value)` sections."""

    def save(*sections):
        home = HomePage.objects.get()
        home.body = list(sections)
        home.save()

    return save


@pytest.fixture
def offered(tree):
    PromotionFactory(text="20% off for a better price")


def headings(read):
    return [section["heading"] for section in read("/").context["sections"]]


def test_without_sections_it_shows_topics_the_latest_and_the_offer(read, shown, topic, offered):
    shown("sleep")
    assert headings(read) == ["Topics", "Latest reviewed"]
    assert "20% off" in read("/").text_shown


def test_sections_stand_in_the_order_that_was_given_under_their_own_headings(read, compose, shown, topic):
    shown("sleep")
    compose(
        ("introduction", {"heading": "Who we are", "text": "An online clinic.\n\nWe write plainly."}),
        ("latest_reviewed", {"heading": "New", "how_many": 2}),
        ("topics", {"heading": ""}),
    )
    assert headings(read) == ["Who we are", "New", "Topics"]
    text = read("/").text_shown
    assert "<p>An online clinic.</p>" in text
    assert "<p>We write plainly.</p>" in text


def test_latest_are_reviewed_ones_and_as_many_as_was_said(read, compose, shown):
    for number in range(4):
        shown(f"sleep-{number}")
    shown("seed", kind="unreviewed", reviewers=[], reviewed_on=None, next_review_due=None)
    compose(("latest_reviewed", {"heading": "", "how_many": 3}))
    (section,) = read("/").context["sections"]
    assert [entry["title"] for entry in section["articles"]] == ["Sleep-3", "Sleep-2", "Sleep-1"]


def test_services_lead_to_pages_and_addresses_that_are_there(read, compose, topic):
    hidden = TopicFactory(title="Hidden", slug="hidden", live=False)
    links = [
        {"page": topic, "label": "A first talk", "note": "Half an hour"},
        {"address": "/services/", "label": "All services", "note": ""},
        {"page": hidden, "label": "Not yet", "note": ""},
    ]
    compose(("services", {"heading": "", "text": "Ask us.", "links": links}))
    text = read("/").text_shown
    assert headings(read) == ["What we offer"]
    assert 'href="/depression/">A first talk' in text
    assert "Half an hour" in text
    assert 'href="/services/">All services' in text
    assert "Not yet" not in text


def test_section_with_nothing_to_show_is_left_out(read, compose, tree):
    compose(("topics", {"heading": "By subject"}), ("services", {"heading": "Ask", "text": "", "links": []}))
    assert headings(read) == []


def test_offer_is_shown_where_the_page_has_a_place_for_it_and_below_everything(read, compose, offered):
    compose(("promotion", None), ("introduction", {"heading": "Who we are", "text": "A clinic."}))
    text = read("/").text_shown
    assert text.index("Who we are") < text.index("</main>") < text.index("20% off")
    compose(("introduction", {"heading": "Who we are", "text": "A clinic."}))
    assert "20% off" not in read("/").text_shown


def test_words_are_printed_as_words(read, compose, tree):
    compose(("introduction", {"heading": "<b>Who</b>", "text": "<script>alert(1)</script>"}))
    text = read("/").text_shown
    assert "<b>Who</b>" not in text
    assert "<script>alert" not in text


def test_full_page_takes_no_query_more(client, compose, shown, topic, offered):
    shown("sleep")
    services = {"heading": "", "text": "", "links": [{"page": topic, "label": f"Service {n}"} for n in range(6)]}
    words = {"heading": "", "text": "Words", "links": [{"page": topic, "label": "More"}]}
    counts = []
    for sections in [
        [],
        [
            *[("introduction", words), ("topics", {}), ("latest_reviewed", {"how_many": 12})],
            *[("services", services), ("promotion", None)],
        ],
    ]:
        compose(*sections)
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        counts.append(len(queries))
    assert counts == [10, 10], [query["sql"] for query in queries]


def test_what_is_stored_may_lack_fields(read, tree, topic):
    """Blocks gain fields in time, and what was stored before them stays as it was."""
    kinds = ["introduction", "topics", "latest_reviewed", "services", "promotion", "unheard_of"]
    HomePage.objects.update(body=json.dumps([{"type": kind, "value": {}} for kind in kinds]))
    assert read("/").status_code == 200


def test_a_section_that_may_stand_once_is_refused_twice():
    body = HomeBody()
    twice = body.normalize([("topics", {"heading": ""}), ("topics", {"heading": ""})])
    with pytest.raises(ValidationError):
        body.clean(twice)


def test_editor_puts_sections_together_and_sees_them(admin_client, tree):
    home = HomePage.objects.get()
    text = admin_client.get(f"/admin/pages/{home.pk}/edit/").content.decode()
    for name in HomeBody().child_blocks:
        assert name in text
    home.body = [("introduction", {"heading": "Only a draft", "text": "Words"})]
    home.save_revision()
    draft = admin_client.get(f"/admin/pages/{home.pk}/view_draft/")
    assert draft.status_code == 200
    assert "Only a draft" in draft.content.decode()
