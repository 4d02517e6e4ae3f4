"""For search engines: what is meant to be found, and nothing else."""

from datetime import timedelta

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from blog import addresses
from blog.models import ArticlePage
from blog.tests.factories import TopicFactory
from editions import ledger
from home.models import HomePage
from reader import sitemap

pytestmark = pytest.mark.django_db

NAMES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def locations(client):
    """The addresses in a map, without the site's own part."""

    def found(path="/sitemap.xml"):
        listed = ElementTree.fromstring(client.get(path).content).iter(f"{NAMES}loc")
        return [location.text.removeprefix("https://clinic.example") for location in listed]

    return found


def test_map_holds_pages_and_what_is_shown_of_articles(site, shown, sealed, manuscript, topic, locations):
    shown("sleep")
    sealed("approved")
    manuscript("draft")
    TopicFactory(title="Hidden", slug="hidden", live=False)
    assert locations() == ["/", "/articles/", "/depression/", "/a-to-z/", "/articles/sleep/"]


def test_map_is_xml_with_the_moment_of_each_edition(site, shown, client, start):
    shown("sleep")
    response = client.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    (url,) = (
        url
        for url in ElementTree.fromstring(response.content)
        if url.find(f"{NAMES}loc").text.endswith("/articles/sleep/")
    )
    assert url.find(f"{NAMES}lastmod").text == f"{start + timedelta(seconds=1):%Y-%m-%dT%H:%M:%S}.000000Z"


def test_what_nobody_reviewed_is_not_for_engines(site, shown, locations):
    shown("seed", kind="unreviewed", reviewers=[], reviewed_on=None, next_review_due=None)
    assert "/articles/seed/" not in locations()


@pytest.mark.parametrize("end", [ledger.withdraw, ledger.retire])
def test_article_that_was_taken_back_leaves_the_map(site, shown, locations, clock, end):
    end(shown("sleep").page_id, by=None, reason="Out of date.")
    clock.shift(2)
    assert "/articles/sleep/" not in locations()


def test_map_follows_an_article_to_its_new_address(site, shown, locations):
    made = shown("sleep")
    addresses.change_address(ArticlePage.objects.get(pk=made.page_id), "rest", by=None)
    assert locations()[-1] == "/articles/rest/"


def test_page_that_not_everybody_may_open_is_left_out(site, tree, locations):
    private = tree[0].add_child(instance=Page(title="Private", slug="private"))
    assert "/private/" in locations()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert "/private/" not in locations()


def test_map_is_of_its_own_site(site, shown, client):
    shown("sleep")
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Other clinic", slug="other"))
    Site.objects.create(hostname="other.example", root_page=home)
    text = client.get("/sitemap.xml", headers={"host": "other.example"}).content.decode()
    assert "http://other.example/</loc>" in text
    assert "sleep" not in text


def test_many_pages_are_in_several_files(site, shown, topic, locations, client, monkeypatch):
    whole = locations()
    monkeypatch.setattr(sitemap, "A_FILE", 2)
    assert locations() == ["/sitemap-1.xml", "/sitemap-2.xml"]
    assert locations("/sitemap-1.xml") + locations("/sitemap-2.xml") == whole
    for number in ["0", "3", "9" * 40]:
        assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_who_has_the_newest_map_is_told_so(site, shown, client):
    shown("sleep")
    first = client.get("/sitemap.xml")
    assert client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]}).status_code == 304
    shown("rest")
    assert client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("many", [1, 9])
def test_queries_are_as_many_for_one_article_as_for_many(shown, client, many):
    for number in range(many):
        shown(f"a{number}")
        TopicFactory(title=f"Topic {number}", slug=f"t{number}")
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as queries:
        client.get("/sitemap.xml")
    assert len(queries) == 6, [query["sql"] for query in queries]


def test_robots_are_told_where_the_map_is_and_what_is_not_for_them(site, client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert "Sitemap: https://clinic.example/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines
    assert lines[0] == "User-agent: *"


def test_without_any_site_there_is_no_map(db, client):
    Site.objects.all().delete()
    assert client.get("/sitemap.xml").status_code == 404
    assert "Sitemap" not in client.get("/robots.txt").content.decode()
