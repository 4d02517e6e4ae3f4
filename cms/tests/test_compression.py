"""What goes out compressed: readers' text, and neither the admin nor pictures."""

import gzip
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.http import HttpResponse
from django.utils import timezone

from cms.compression import ReadersCompressionMiddleware


@pytest.fixture
def read(client, db):
    call_command("load_demo", verbosity=0)
    # At one moment, at which all articles are out: two answers to the same question are then the same.
    with time_machine.travel(timezone.now() + timedelta(seconds=5), tick=False):
        yield lambda address, accepted="gzip, br": client.get(address, headers={"accept-encoding": accepted})


def test_a_page_goes_out_compressed_to_whoever_can_read_that(read):
    sent, plain = read("/"), read("/", accepted="identity")
    assert sent.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(sent.content) == plain.content
    assert len(sent.content) < len(plain.content) / 2
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in sent.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_its_length_tells_nothing(read):
    assert len({len(read("/").content) for _ in range(20)}) > 1


def test_the_admin_is_not_compressed(read):
    assert "Content-Encoding" not in read("/admin/login/").headers


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [("text/html; charset=utf-8", "gzip"), ("application/feed+json", "gzip"), ("image/avif", None)],
)
def test_text_is_compressed_and_a_picture_is_not(rf, kind, encoding):
    middleware = ReadersCompressionMiddleware(lambda request: HttpResponse("a" * 1000, content_type=kind))
    assert middleware(rf.get("/", headers={"accept-encoding": "gzip"})).headers.get("Content-Encoding") == encoding
