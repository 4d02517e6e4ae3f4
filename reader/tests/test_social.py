"""The card that is shown where somebody shares a page: its words, its own address, and a picture drawn of its title."""

import logging
import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from blog.tests.factories import TopicFactory
from editions import ledger, triggers
from editions.models import Edition
from editions.tests.factories import live_edition
from home.models import SiteSettings
from reader.tests.conftest import REVIEWED

pytestmark = pytest.mark.django_db

HOST = "https://clinic.example"
NOBODY = {"kind": "unreviewed", "reviewers": [], "reviewed_on": None, "next_review_due": None}


@pytest.fixture(autouse=True)
def nothing_kept():
    """Pictures of one test are not there in the next."""
    folder = Path(storages["social"].location)
    for file in folder.glob("*"):
        file.unlink()
    return folder


@pytest.fixture
def card(client):
    """What a page says of itself: its properties by name, and its canonical address."""

    def told(path):
        text = client.get(path).content.decode()
        found = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text))
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
        return found | {"canonical": canonical[0] if canonical else None}

    return told


@pytest.fixture
def picture(client, card):
    """The answer at the address of a page's picture."""
    return lambda path: client.get(card(path)["og:image"].removeprefix(HOST))


def test_article_tells_what_it_is_and_where(shown, site, card):
    SiteSettings.objects.create(site=site, brand_name="Calm & Clinic")
    shown("sleep", summary="How sleep helps.")
    told = card("/articles/sleep/")
    assert told["og:type"] == "article"
    assert told["og:title"] == "Sleep"
    assert told["og:description"] == "How sleep helps."
    assert told["og:site_name"] == "Calm &amp; Clinic"
    assert told["og:url"] == told["canonical"] == f"{HOST}/articles/sleep/"
    assert told["og:image:alt"] == "Sleep. Calm &amp; Clinic"
    assert told["og:image"].startswith(f"{HOST}/social/edition-")
    assert told["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Clinic"),
        ("/depression/", "Depression"),
        ("/articles/", "Articles"),
        ("/a-to-z/", "Topics and medicines A to Z"),
    ],
)
def test_pages_of_wagtail_and_a_to_z_have_a_card_too(site, topic, card, client, path, title):
    told = card(path)
    assert told["og:type"] == "website"
    assert told["og:title"] == title
    assert told["canonical"] == HOST + path
    assert client.get(told["og:image"].removeprefix(HOST)).status_code == 200


def test_next_page_of_a_list_is_a_page_of_its_own_and_other_questions_are_not(site, shown, card):
    for number in range(21):
        shown(f"a{number}")
    assert card("/articles/?page=2")["canonical"] == f"{HOST}/articles/?page=2"
    assert card("/articles/?page=1&sort=x")["canonical"] == f"{HOST}/articles/"


@pytest.mark.parametrize("path", ["/nowhere/", "/articles/gone/", "/articles/withdrawn/", "/search/?q=sleep"])
def test_what_is_not_meant_to_be_found_has_no_card(site, shown, card, clock, path):
    ledger.retire(shown("gone").page_id, by=None, reason="Old.")
    ledger.withdraw(shown("withdrawn").page_id, by=None, reason="Wrong.")
    clock.shift(2)
    assert not {"og:title", "og:image"} & card(path).keys()
    assert card(path)["canonical"] is None


def test_old_edition_has_no_card(site, shown, card):
    shown("sleep")
    assert "og:image" not in card("/articles/sleep/editions/1/")


def test_picture_is_a_png_of_the_size_that_is_told_and_kept_for_ever(site, shown, card, picture):
    shown("sleep")
    response = picture("/articles/sleep/")
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    told = card("/articles/sleep/")
    size = (int(told["og:image:width"]), int(told["og:image:height"]))
    assert Image.open(BytesIO(response.content)).size == size == (1200, 630)
    assert not response.cookies


def test_picture_is_drawn_once(site, shown, picture, nothing_kept):
    shown("sleep")
    first = picture("/articles/sleep/")
    (kept,) = nothing_kept.glob("*.png")
    kept.write_bytes(b"what was kept")
    assert picture("/articles/sleep/").content == b"what was kept" != first.content


def test_picture_that_cannot_be_kept_is_shown_all_the_same(site, shown, picture, settings, tmp_path):
    (tmp_path / "file").write_text("no folder")
    settings.STORAGES = settings.STORAGES | {
        "social": settings.STORAGES["social"] | {"OPTIONS": {"location": tmp_path / "file" / "below"}}
    }
    shown("sleep")
    assert picture("/articles/sleep/").content.startswith(b"\x89PNG")


def test_address_changes_with_title_brand_and_review(site, shown, card, clock):
    made = shown("sleep", **NOBODY)
    addresses = [card("/articles/sleep/")["og:image"]]
    SiteSettings.objects.create(site=site, brand_name="Another name")
    addresses.append(card("/articles/sleep/")["og:image"])
    live_edition(made.page_id, title="Sleep", **REVIEWED)
    clock.shift(2)
    addresses.append(card("/articles/sleep/")["og:image"])
    assert len(set(addresses)) == 3


def test_picture_of_what_nobody_reviewed_is_another_one(site, shown, picture, clock):
    made = shown("sleep", **NOBODY)
    unreviewed = picture("/articles/sleep/").content
    live_edition(made.page_id, title="Sleep", **REVIEWED)
    clock.shift(2)
    assert picture("/articles/sleep/").content != unreviewed


def test_address_from_before_the_site_was_renamed_leads_to_the_picture_of_today(site, shown, card, client):
    shown("sleep")
    before = card("/articles/sleep/")["og:image"].removeprefix(HOST)
    SiteSettings.objects.create(site=site, brand_name="Another name")
    response = client.get(before)
    assert response.status_code == 302
    assert HOST + response.headers["Location"] == card("/articles/sleep/")["og:image"]
    assert response.headers["Cache-Control"] == "no-cache"


def test_edition_that_no_reader_got_has_no_picture(site, sealed, client):
    made = sealed("sleep")
    assert client.get(f"/social/edition-{made.pk}-{'0' * 64}.png").status_code == 404


def test_page_that_readers_cannot_open_has_no_picture(site, client, tree, manuscript):
    hidden = TopicFactory(slug="hidden", live=False)
    private = tree[0].add_child(instance=Page(title="Private", slug="private"))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for pk in [hidden.pk, private.pk, manuscript("draft").pk, 999_999_999]:
        assert client.get(f"/social/page-{pk}-{'0' * 64}.png").status_code == 404


def test_altered_edition_gets_no_picture_and_raises_an_alarm(site, shown, client, caplog):
    made = shown("sleep")
    with triggers.lifted(connection):
        Edition.objects.filter(pk=made.pk).update(metadata=made.metadata.replace("Sleep", "Slept"))
    with caplog.at_level(logging.CRITICAL):
        assert client.get(f"/social/edition-{made.pk}-{'0' * 64}.png").status_code == 404
    assert "ALARM" in caplog.text


def test_picture_takes_three_queries_once_and_then_none(site, shown, card, client):
    shown("sleep")
    address = card("/articles/sleep/")["og:image"].removeprefix(HOST)
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        asked.append(len(queries))
    assert asked == [3, 0], [query["sql"] for query in queries]
