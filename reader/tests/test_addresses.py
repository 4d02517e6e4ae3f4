"""Every address is answered: ours from the ledger, Wagtail's by Wagtail, anything else with an honest 404."""

from urllib.parse import unquote_to_bytes

import pytest
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname

from blog.tests.factories import ArticleFactory, TopicFactory
from editions import ledger
from editions.addresses import choose_site, site_of
from editions.tests.factories import live_edition
from home.models import HomePage

pytestmark = pytest.mark.django_db

ODD = [
    "/%00/",
    "/articles/sleep/%00",
    "/articles/sleep/%0A",
    "/articles%2Fsleep/",
    "//articles/sleep/",
    "//",
    "//[/",
    "/articles//sleep/",
    "/./articles/../articles/sleep/",
    "/%ff%fe/",
    "/%F0%9F%99%82/",
    "/%ED%A0%80/",
    "/na%C3%AFve/",
    "/" + "a" * 10_000 + "/",
    "/" + "a/" * 2_000,
    "/articles/sleep/?" + "b" * 10_000,
    "/?page=%00",
    "/articles/?page=%00",
    "/articles/?page=99999999999999999999999999",
    "/articles/?page=-1",
    "/record/%00.png",
    "/record/" + "a" * 64 + ".png/",
    "/_util/",
]


@pytest.mark.parametrize("path", ODD, ids=lambda path: ascii(path[:30]))
def test_odd_address_is_answered(shown, client, path):
    shown("sleep")
    path, _, query = path.partition("?")
    # Past the client's own reading of the address, as a server would hand it on.
    response = client.get("/", PATH_INFO=unquote_to_bytes(path).decode("latin-1"), QUERY_STRING=query)
    assert response.status_code < 500


@hypothesis_settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.binary(max_size=60), query=st.text(st.characters(codec="latin-1"), max_size=20))
def test_any_address_is_answered(tree, path, query):
    client, path = Client(), path.decode("latin-1")
    for info in [f"/{path}", f"/articles/{path}/", f"/record/{path}.png"]:
        assert client.get("/", PATH_INFO=info, QUERY_STRING=f"page={query}").status_code < 500


def test_unicode_address_is_found(shown, read):
    shown("schlaf-für-müde")
    assert read("/articles/schlaf-für-müde/").status_code == 200


def test_article_right_below_the_front_page_is_found(tree, read, clock):
    live_edition(tree[0].add_child(instance=Page(title="Draft", slug="sleep", live=False)).pk, title="Sleep")
    clock.shift(2)
    response = read("/sleep/")
    assert response.status_code == 200
    assert [step["url"] for step in response.context["breadcrumbs"]] == ["/"]


def test_same_slug_elsewhere_is_another_page(shown, read, tree):
    shown("sleep")
    assert read("/sleep/").status_code == 404
    assert read("/articles/sleep/sleep/").status_code == 404


def test_article_of_another_site_is_not_read_here(tree, clock, read, client):
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Other clinic", slug="other"))
    Site.objects.create(hostname="other.example", root_page=home)
    article = ArticleFactory(slug="sleep")
    live_edition(article.pk)
    clock.shift(2)
    assert read("/articles/sleep/").status_code == 200
    assert client.get("/articles/sleep/", headers={"host": "other.example"}).status_code == 404


def test_redirect_is_followed_where_nothing_is_found(tree, client):
    Redirect.objects.create(old_path="/old-article", redirect_link="/articles/")
    response = client.get("/old-article/")
    assert (response.status_code, response.headers["Location"]) == (301, "/articles/")
    assert response.headers["Cache-Control"] == "no-cache"


def test_redirect_does_not_hide_a_notice_of_what_is_gone(shown, client, clock):
    made = shown("sleep")
    ledger.retire(made.page_id, by=None, reason="Out of date.")
    clock.shift(2)
    Redirect.objects.create(old_path="/articles/sleep", redirect_link="/articles/")
    assert client.get("/articles/sleep/").status_code == 410


def test_pages_of_wagtail_are_served_by_wagtail(tree, read):
    TopicFactory(slug="anxiety", title="Anxiety")
    response = read("/anxiety/")
    assert response.status_code == 200
    assert "<h1>Anxiety</h1>" in response.text_shown


def test_unpublished_page_of_wagtail_is_not_found(tree, read):
    TopicFactory(slug="anxiety", live=False)
    assert read("/anxiety/").status_code == 404


def test_form_sent_to_a_page_of_wagtail_is_checked_as_ever(tree):
    TopicFactory(slug="anxiety")
    assert Client(enforce_csrf_checks=True).post("/anxiety/").status_code == 403


def test_missing_page_says_so_with_the_crisis_number(tree, read):
    response = read("/nowhere/")
    assert response.status_code == 404
    assert "We cannot find this page" in response.text_shown
    assert 'href="tel:988"' in response.text_shown


def test_without_any_site_nothing_is_found(db, read):
    Site.objects.all().delete()
    assert read("/articles/").status_code == 404
    assert 'href="tel:988"' in read("/").text_shown


HOSTS = ["a.example", "b.example", "c.example"]


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sites=st.lists(st.tuples(st.sampled_from(HOSTS), st.sampled_from([80, 8000])), unique=True, max_size=4),
    default=st.integers(-1, 3),
    host=st.sampled_from(HOSTS),
    port=st.sampled_from(["80", "8000", "9000"]),
)
def test_site_is_chosen_as_wagtail_chooses_it(db, sites, default, host, port):
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    Site.objects.bulk_create(
        Site(hostname=hostname, port=at, is_default_site=place == default, root_page=root)
        for place, (hostname, at) in enumerate(sites)
    )
    try:
        expected = get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        expected = None
    assert choose_site(list(Site.objects.order_by("pk")), host, port) == expected


def test_site_is_kept_where_wagtail_looks_for_it(tree, django_assert_num_queries):
    request = RequestFactory().get("/")
    with django_assert_num_queries(1):
        site = site_of(request)
        assert Site.find_for_request(request) is site
        assert site.root_page.title == tree[0].title
