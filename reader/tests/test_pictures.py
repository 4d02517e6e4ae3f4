"""An edition's pictures are its own: what becomes of the upload afterwards changes nothing that readers get."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from blog.tests.factories import UserFactory
from blog.tests.pictures import picture_file, section, upload
from editions import ledger
from editions.canonical import digest
from review.tests import factories
from search.passages import passages


@pytest.fixture
def image(db):
    return upload(picture_file(2000, 1000, colour="teal"))


@pytest.fixture
def article(tree, clock, image):
    """An article that shows the picture, approved and published."""
    made, edition = factories.approved_article(
        slug="room", body=[section(image, caption="The aquarium in our treatment room")]
    )
    ledger.publish(edition, by=None)
    clock.shift(timedelta(seconds=2))
    made.edition = edition
    return made


@pytest.fixture
def administrator(db):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


def shown(client):
    """The page's picture as a browser gets it: each address with its bytes."""
    response = client.get("/articles/room/")
    assert response.status_code == 200
    picture = BeautifulSoup(response.content, "html.parser").find(class_="article-body").picture
    offered = [part for source in picture.find_all("source") for part in source["srcset"].split(", ")]
    addresses = [picture.img["src"], *(part.split(" ")[0] for part in offered)]
    found = {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        found[address] = b"".join(answer.streaming_content)
        assert address.startswith(f"/record/{digest(found[address])}.")
    return found


def replace_the_file(administrator, image):
    new = SimpleUploadedFile("other.jpg", picture_file(2000, 1000, colour="navy"), content_type="image/jpeg")
    data = {"title": "Room", "file": new, "collection": image.collection_id, "tags": ""}
    return administrator.post(reverse("wagtailimages:edit", args=[image.pk]), data)


def crop(administrator, image):
    focus = {"focal_point_x": 50, "focal_point_y": 50, "focal_point_width": 20, "focal_point_height": 20}
    data = {"title": "Room", "collection": image.collection_id, "tags": "", **focus}
    return administrator.post(reverse("wagtailimages:edit", args=[image.pk]), data)


def delete(administrator, image):
    return administrator.post(reverse("wagtailimages:delete", args=[image.pk]))


@pytest.mark.parametrize("act", [replace_the_file, crop, delete])
def test_readers_get_the_same_bytes_whatever_becomes_of_the_upload(
    client, article, image, administrator, act, django_capture_on_commit_callbacks
):
    before = shown(client)
    assert len(before) == 7
    with django_capture_on_commit_callbacks(execute=True):
        assert act(administrator, image).status_code == 302
    kept = get_image_model().objects.filter(pk=image.pk).first()
    assert not image.file.storage.exists(image.file.name) or (kept and kept.focal_point_x == 50)
    assert shown(client) == before


def test_the_next_edition_shows_the_new_file(client, article, image, administrator, clock):
    before = shown(client)
    replace_the_file(administrator, image)
    author = article.owner
    edition = factories.approve(factories.submit(article, author))
    assert edition.content_digest != article.edition.content_digest
    ledger.publish(edition, by=None)
    clock.shift(timedelta(seconds=2))
    assert not set(shown(client)) & set(before)


def test_search_finds_the_caption_and_not_the_description(article):
    (passage,) = [passage for passage in passages(article.edition) if passage.kind == "image"]
    assert passage.text == "The aquarium in our treatment room"
