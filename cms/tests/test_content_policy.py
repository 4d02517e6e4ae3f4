"""Readers' pages under the strict policy: it is sent, and what is printed has no need of an exception to it."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.models import Page

from blog.models import ArticlePage
from cms.tests.public_pages import public_pages, tree
from home.models import HomePage
from people.models import User
from schedule import acts

pytestmark = pytest.mark.django_db

READERS = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
DATA = ("application/ld+json", "application/json")
FETCHED = (
    "//script/@src | //img/@src | //iframe/@src | //embed/@src | //object/@data | //source/@src | //video/@src"
    " | //audio/@src | //track/@src | //input/@src | //*/@poster | //form/@action | //button/@formaction"
    " | //link[not(contains('canonical alternate next prev license', @rel))]/@href"
)
SCRIPTED = "//@*[starts-with(name(), 'on')] | //@*[starts-with(normalize-space(.), 'javascript:')]"


@pytest.fixture
def demo(db):
    """The demo site at a moment when its articles are out."""
    call_command("load_demo", verbosity=0)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)) as clock:
        yield clock


def policy(response):
    return set(response.headers["Content-Security-Policy"].split("; "))


def against_the_policy(page):
    """What a page's tree holds that the browser would refuse, a line each."""
    found = [f"script inside: {text}" for text in page.xpath(f"//script[not(@src) and not({_is_data()})]/text()")]
    found += [f"style inside: {place.text_content()}" for place in page.xpath("//style")]
    found += [f"style attribute: {value}" for value in page.xpath("//@style")]
    found += [f"event handler: {value}" for value in page.xpath(SCRIPTED)]
    found += ["a base of its own" for _ in page.xpath("//base")]
    addresses = [*page.xpath(FETCHED), *_candidates(page)]
    return found + [f"from elsewhere: {address}" for address in addresses if not _is_ours(address)]


def _is_data():
    return " or ".join(f"@type='{kind}'" for kind in DATA)


def _candidates(page):
    for value in page.xpath("//@srcset | //@imagesrcset"):
        yield from (candidate.split()[0] for candidate in value.split(","))


def _is_ours(address):
    parts = urlsplit(address.strip())
    return (parts.scheme, parts.netloc) in {("", ""), ("http", "testserver")}


def test_every_page_of_readers_holds_nothing_that_is_refused(client, demo):
    pages = public_pages(client)
    found = [f"{address}: {line}" for address, page in pages.items() for line in against_the_policy(tree(page))]
    assert found == []
    assert {frozenset(policy(page)) for page in pages.values()} == {frozenset(READERS)}


def test_those_are_pages_of_every_type(client, demo):
    reached = public_pages(client)
    for kind in {type(page) for page in Page.objects.live().filter(depth__gt=1).specific()}:
        assert any(page.get_url() in reached for page in kind.objects.live()), kind.__name__
    assert all(page.get_url() in reached for page in ArticlePage.objects.all())
    assert [address for address, page in reached.items() if page.status_code != 200] == ["/no-such-page/"]


def test_notices_and_the_page_for_a_broken_server(client, demo):
    admin = User.objects.get(username="demo-admin")
    withdrawn, retired = ArticlePage.objects.order_by("pk")[:2]
    acts.withdraw(withdrawn.pk, by=admin, reason="It was wrong.", seen=acts.head(withdrawn.pk))
    acts.retire(retired.pk, by=admin, reason="It was old.", seen=acts.head(retired.pk))
    demo.shift(timedelta(seconds=5))
    for page in (withdrawn, retired):
        response = client.get(page.get_url())
        assert response.status_code == 410
        assert policy(response) == READERS
        assert against_the_policy(tree(response)) == []
    for template in ("500.html", "pages/unavailable.html"):
        assert against_the_policy(html.document_fromstring(render_to_string(template))) == []


@pytest.mark.parametrize(
    "words",
    [
        "<script>go()</script>",
        "<style>p { color: red }</style>",
        '<p style="color: red">Red</p>',
        '<p onclick="go()">Press</p>',
        '<a href=" javascript:go()">Press</a>',
        '<img src="https://cdn.example.com/a.png">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="/a.png" srcset="/b.png 2x, //cdn.example.com/c.png 3x">',
        '<link rel="stylesheet" href="//fonts.example.com/a.css">',
        '<iframe src="https://video.example.com/1"></iframe>',
        '<form action="https://forms.example.com/"></form>',
    ],
)
def test_what_is_refused_is_seen(words):
    assert against_the_policy(html.document_fromstring(f"<html><body>{words}</body></html>"))


def test_links_and_data_are_not_refused():
    words = '<a href="https://doi.org/10.1000/1">Source</a><script type="application/ld+json">{}</script><img src="/a">'
    assert against_the_policy(html.document_fromstring(f"<html><body>{words}</body></html>")) == []


def test_a_failure_is_answered_under_the_policy(demo, monkeypatch):
    monkeypatch.setattr(HomePage, "serve", lambda page, request: 1 / 0)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert policy(response) == READERS


def test_a_draft_may_be_framed_by_our_own_editor_alone(client, demo):
    client.force_login(User.objects.get(username="demo-admin"))
    for kind in (ArticlePage, HomePage):
        response = client.get(f"/admin/pages/{kind.objects.first().pk}/view_draft/")
        assert policy(response) == READERS - {"frame-ancestors 'none'"} | {"frame-ancestors 'self'"}


def test_screens_of_staff_load_nothing_from_elsewhere(client):
    sent = policy(client.get("/admin/login/"))
    assert {"default-src 'none'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'self'"} <= sent
    assert not [directive for directive in sent if "unsafe-eval" in directive or "http" in directive]
