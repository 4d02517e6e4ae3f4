"""What a page costs a reader's phone and our database, held for every page that can be reached by links.

`python -m benchmarks.page_weight` weighs what a browser really asks for; this fails as soon as a page gets heavier.
"""

import gzip
import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest
import time_machine
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import ArticlePage
from cms.tests.public_pages import public_pages, tree

MOST, MOST_JAVASCRIPT = 100_000, 15_000  # bytes
MOST_QUERIES, MOST_QUERIES_OF_AN_ARTICLE = 10, 6
IMPORTED = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")


@pytest.fixture
def demo(db):
    """A moment at which the demo's articles are out, and stays."""
    call_command("load_demo", verbosity=0)
    with time_machine.travel(timezone.now() + timedelta(seconds=5), tick=False):
        yield


@pytest.fixture
def pages(client, demo):
    return public_pages(client)


def file_at(address):
    found = finders.find(address.removeprefix("/static/"))
    assert found, f"{address} is asked for and is not there"
    return Path(found).read_bytes()


def scripts(page):
    """Address → bytes of each script that a page loads, and of what those import."""
    waiting, found = list(page.xpath("//script/@src")), {}
    while waiting:
        address = waiting.pop()
        if address not in found:
            found[address] = file_at(address)
            waiting += [urljoin(address, name) for name in IMPORTED.findall(found[address].decode())]
    return found


def test_no_page_has_more_javascript_than_15_kilobytes_even_uncompressed(pages):
    assert any(scripts(tree(page)) for page in pages.values())
    heavy = {address: sum(map(len, scripts(tree(page)).values())) for address, page in pages.items()}
    assert {address: size for address, size in heavy.items() if size > MOST_JAVASCRIPT} == {}


def test_no_page_is_heavier_than_100_kilobytes_without_pictures(pages):
    """Text as gzip, fonts as they are; the font that Latin text needs is preloaded, so that it is in the page."""
    weights = {}
    for address, answer in pages.items():
        page = tree(answer)
        texts = [answer.content, *scripts(page).values()]
        texts += [file_at(found) for found in page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href")]
        fonts = [file_at(found) for found in page.xpath("//link[@rel='preload'][@as='font']/@href")]
        assert fonts, address
        weights[address] = sum(len(gzip.compress(text)) for text in texts) + sum(map(len, fonts))
    assert {address: weight for address, weight in weights.items() if weight > MOST} == {}


def test_no_page_asks_the_database_more_than_ten_times_and_no_article_more_than_six(client, pages):
    articles = {article.get_url() for article in ArticlePage.objects.all()}
    assert articles <= set(pages)
    asked = {}
    for address, first in pages.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == first.status_code
        if len(queries) > (MOST_QUERIES_OF_AN_ARTICLE if address in articles else MOST_QUERIES):
            asked[address] = [query["sql"] for query in queries]
    assert asked == {}
