"""Feeds: the newest editions of the site and of a topic, as programs read them, and 304 where nothing changed."""

from datetime import timedelta

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog import addresses
from blog.models import ArticlePage, TopicPage
from blog.tests.factories import TopicFactory
from editions import ledger
from editions.tests.factories import live_edition
from home.models import SiteSettings
from reader.tests.conftest import REVIEWED

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FORMS = ["/feed.atom", "/feed.json"]


@pytest.fixture
def atom(client):
    return lambda path="/feed.atom": ElementTree.fromstring(client.get(path).content)


@pytest.fixture
def items(client):
    return lambda path="/feed.json": client.get(path).json()["items"]


def texts(element, *names):
    return [found.text for found in element.findall("/".join(ATOM + name for name in names))]


def test_atom_feed_tells_of_the_newest_editions(shown, site, atom, topic, start):
    SiteSettings.objects.create(site=site, brand_name="Calm & Clinic")
    shown("sleep", summary="How <b>sleep</b> helps.", topics=[{"id": topic.pk, "title": "Depression"}])
    shown("rest")
    feed = atom()
    assert texts(feed, "title") == ["Calm & Clinic"]
    assert texts(feed, "entry", "title") == ["Rest", "Sleep"]
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [
        "https://clinic.example/feed.atom",
        "https://clinic.example/",
    ]
    entry = feed.findall(f"{ATOM}entry")[1]
    assert entry.find(f"{ATOM}link").get("href") == "https://clinic.example/articles/sleep/"
    assert texts(entry, "summary") == ["How <b>sleep</b> helps."]
    assert texts(entry, "author", "name") == ["Demo author"]
    assert entry.find(f"{ATOM}category").get("term") == "Depression"
    assert texts(entry, "updated") == [(start + timedelta(seconds=1)).isoformat()]
    assert texts(feed, "updated") == texts(feed.find(f"{ATOM}entry"), "updated")


def test_json_feed_tells_the_same(shown, site, client):
    shown("sleep", summary="How sleep helps.")
    response = client.get("/feed.json")
    assert response.headers["Content-Type"].startswith("application/feed+json")
    told = response.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "https://clinic.example/feed.json"
    (item,) = told["items"]
    assert item["url"] == "https://clinic.example/articles/sleep/"
    assert item["content_text"] == item["summary"] == "How sleep helps."
    assert item["authors"] == [{"name": "Demo author"}]
    assert item["date_modified"].endswith("Z")


def test_both_forms_name_an_edition_alike_wherever_its_article_moves(shown, atom, items):
    made = shown("sleep")
    before = items()[0]["id"]
    assert before.startswith("urn:uuid:")
    addresses.change_address(ArticlePage.objects.get(pk=made.page_id), "rest", by=None)
    (item,) = items()
    assert item["url"].endswith("/articles/rest/")
    assert [item["id"]] == texts(atom(), "entry", "id") == [before]


def test_newer_edition_is_an_entry_of_its_own(shown, items, clock):
    made = shown("sleep")
    (before,) = items()
    live_edition(made.page_id, title="Sleep well", **REVIEWED)
    clock.shift(2)
    (after,) = items()
    assert after["title"] == "Sleep well"
    assert after["id"] != before["id"]
    assert after["date_modified"] > before["date_modified"]


def test_what_nobody_reviewed_is_in_no_feed(shown, items, atom, topic):
    nobody = {"kind": "unreviewed", "reviewers": [], "reviewed_on": None, "next_review_due": None}
    shown("seed", topics=[{"id": topic.pk, "title": "Depression"}], **nobody)
    assert items() == items("/depression/feed.json") == []
    assert texts(atom(), "entry", "id") == []


def test_feed_of_a_topic_holds_its_articles_alone(shown, items, atom, topic, client):
    shown("sleep", topics=[{"id": topic.pk, "title": "Depression"}])
    shown("rest")
    assert [item["title"] for item in items("/depression/feed.json")] == ["Sleep"]
    feed = atom("/depression/feed.atom")
    assert texts(feed, "entry", "title") == ["Sleep"]
    assert texts(feed, "title")[0].endswith(": Depression")
    assert texts(feed, "id") != texts(atom(), "id")
    assert texts(feed, "author", "name") == texts(atom(), "title")


@pytest.mark.parametrize("path", ["/articles/", "/articles/sleep/", "/nowhere/", "/hidden/", "/a/b/c/"])
@pytest.mark.parametrize("name", ["feed.atom", "feed.json"])
def test_only_the_site_and_its_topics_have_feeds(shown, client, path, name):
    shown("sleep")
    TopicFactory(title="Hidden", slug="hidden", live=False)
    assert client.get(path + name).status_code == 404


def test_feed_of_a_topic_that_moved_is_led_on(topic, client):
    page = TopicPage.objects.get(pk=topic.pk)
    page.slug = "low-mood"
    page.save_revision().publish()
    response = client.get("/depression/feed.atom")
    assert response.status_code == 301
    assert response.headers["Location"].endswith("/low-mood/feed.atom")


def test_pages_tell_programs_of_their_feeds(shown, topic, read):
    shown("sleep")
    for path in ["/", "/articles/sleep/", "/depression/", "/nowhere/"]:
        text = read(path).text_shown
        assert 'type="application/atom+xml"' in text
        assert 'href="/feed.atom"' in text
        assert 'href="/feed.json"' in text
    assert 'href="/depression/feed.atom"' in read("/depression/").text_shown


@pytest.mark.parametrize("path", FORMS)
def test_who_has_the_newest_is_told_so(shown, client, clock, path):
    made = shown("sleep")
    first = client.get(path)
    assert first.headers["Cache-Control"] == "no-cache"
    known = [{"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}]
    for headers in known:
        response = client.get(path, headers=headers)
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == first["ETag"]
    ledger.withdraw(made.page_id, by=None, reason="Out of date.")
    clock.shift(2)
    for headers in known:
        assert client.get(path, headers=headers).status_code == 200


def test_words_of_the_site_change_the_tag(site, client):
    before = client.get("/feed.atom")["ETag"]
    SiteSettings.objects.create(site=site, brand_name="Another name")
    assert client.get("/feed.atom", headers={"if-none-match": before}).status_code == 200


@pytest.mark.parametrize("path", FORMS)
def test_empty_feed_is_a_feed(tree, client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert "Last-Modified" not in response.headers
    assert client.get(path, headers={"if-none-match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", FORMS)
def test_without_any_site_there_is_no_feed(db, client, path):
    Site.objects.all().delete()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(("path", "count"), [("/feed.atom", 5), ("/feed.json", 5), ("/depression/feed.atom", 6)])
def test_queries_are_as_many_for_one_article_as_for_many(shown, client, topic, path, count):
    counts = []
    for many in [1, 7]:
        for number in range(many):
            shown(f"a{many}-{number}", topics=[{"id": topic.pk, "title": "Depression"}])
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
    assert counts == [count, count], [query["sql"] for query in queries]


@pytest.mark.parametrize("words", ["\x01\x08\x0b\x1f", "\ufffe\uffff", "]]></summary>", "<b>&amp;", "\U0001f642 é"])
def test_any_words_make_a_feed_that_programs_can_read(shown, atom, items, words):
    shown("sleep", title=f"Sleep{words}", summary=words, authors=[{"name": words}])
    assert texts(atom(), "entry", "title") == [item["title"] for item in items()]
