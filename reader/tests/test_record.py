"""Pictures of editions: found by the digest of their bytes, kept for ever, and shown only while they have it."""

import hashlib
import logging

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from blog.tests.factories import UserFactory
from editions import ledger
from editions.tests import factories
from review.tests.factories import author

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded():
    made = []

    def record(data, extension="png", name=None):
        name = name or f"{hashlib.sha256(data).hexdigest()}.{extension}"
        made.append(storages["record"].save(name, ContentFile(data)))
        return made[-1]

    yield record
    for name in made:
        storages["record"].delete(name)


@pytest.fixture
def shown(recorded, clock):
    """`recorded`, and an edition that shows the picture is public."""

    def show(data, extension="png", name=None):
        name = recorded(data, extension, name)
        factories.live_edition(words=f'<img src="/record/{name}">')
        clock.shift(2)
        return name

    return show


def test_picture_is_shown_and_may_be_kept_for_ever(shown, client):
    response = client.get(f"/record/{shown(b'picture')}")
    assert b"".join(response.streaming_content) == b"picture"
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_picture_of_a_draft_is_not_there_for_readers_though_they_know_its_address(recorded, client):
    name = recorded(b"picture")
    assert client.get(f"/record/{name}").status_code == 404
    client.force_login(UserFactory())
    assert client.get(f"/record/{name}").status_code == 404


def test_staff_see_the_picture_of_a_draft_and_no_cache_keeps_it(recorded, client):
    client.force_login(author())
    response = client.get(f"/record/{recorded(b'picture')}")
    assert b"".join(response.streaming_content) == b"picture"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_picture_comes_with_the_edition_that_shows_it_and_not_before(recorded, client, clock):
    name = recorded(b"picture")
    edition = factories.edition(words=f'<img src="/record/{name}">')
    assert client.get(f"/record/{name}").status_code == 404
    ledger.publish(edition, by=None)
    assert client.get(f"/record/{name}").status_code == 404
    clock.shift(1)
    assert client.get(f"/record/{name}").status_code == 200


def test_script_in_a_drawing_may_not_run(shown, client):
    response = client.get(f"/record/{shown(b'<svg/>', 'svg')}")
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_altered_picture_is_not_shown_and_raises_an_alarm(shown, client, caplog):
    name = shown(b"other bytes", name=f"{hashlib.sha256(b'picture').hexdigest()}.png")
    with caplog.at_level(logging.CRITICAL):
        assert client.get(f"/record/{name}").status_code == 404
    assert "ALARM" in caplog.text


@pytest.mark.parametrize(
    "name",
    [
        "0" * 64 + ".png",
        "0" * 64 + ".html",
        "0" * 64 + ".PNG",
        "0" * 63 + ".png",
        "../" + "0" * 64 + ".png",
        "..%2F..%2Fdb.sqlite3",
        "0" * 64 + ".png%00",
        "0" * 64 + ".png%0A",
    ],
)
def test_nothing_else_is_found(client, name):
    assert client.get(f"/record/{name}").status_code == 404


def test_picture_is_answered_to_head_and_not_to_post(shown, client):
    name = shown(b"picture")
    assert client.head(f"/record/{name}").status_code == 200
    assert client.post(f"/record/{name}").status_code == 405
