"""The picture that stands for the site where somebody shares a page: readers get a cut of it, never the upload."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Pixels
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file_jpeg
from wagtail.models import Site

from home.models import SiteSettings
from home.social_picture import SIZE

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(db):
    return get_image_model().objects.create(title="Our door", file=get_test_image_file_jpeg(size=(900, 900)))


@pytest.fixture
def settings_with(tree):
    def save(**fields):
        return SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), **fields)

    return save


def shared_picture(page):
    return page.text_shown.split('property="og:image" content="')[1].split('"')[0]


def test_pages_that_are_no_articles_are_shared_with_it(read, client, shown, settings_with, picture):
    shown("sleep")
    settings_with(social_picture=picture)
    address = shared_picture(read("/"))
    assert address.endswith(".jpg")
    assert shared_picture(read("/articles/")) == address
    assert 'og:image:type" content="image/jpeg' in read("/").text_shown
    assert shared_picture(read("/articles/sleep/")).endswith(".png")
    answer = client.get("/" + address.split("/", 3)[3])
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "immutable" in answer.headers["Cache-Control"]
    assert Pixels.open(BytesIO(answer.content)).size == SIZE


def test_without_one_a_picture_is_drawn(read, settings_with, tree):
    settings_with()
    assert shared_picture(read("/")).endswith(".png")


def test_deleted_upload_is_not_shared_any_more(read, settings_with, picture):
    settings_with(social_picture=picture)
    picture.delete()
    assert shared_picture(read("/")).endswith(".png")


def test_hidden_data_of_a_photograph_stays_behind(settings_with, client, read, db):
    file, hidden = BytesIO(), Pixels.Exif()
    hidden[0x010E] = "taken at home"
    Pixels.new("RGB", (1300, 700), "teal").save(file, "JPEG", exif=hidden)
    file.seek(0)
    upload = get_test_image_file_jpeg()
    upload.file = file
    settings_with(social_picture=get_image_model().objects.create(title="Photograph", file=upload))
    answer = client.get("/" + shared_picture(read("/")).split("/", 3)[3])
    assert b"taken at home" not in answer.content


def test_picture_whose_file_is_gone_is_refused_in_words(settings_with, picture):
    saved = settings_with()
    picture.file.delete(save=False)
    picture.file.name = "original_images/gone.jpg"
    saved.social_picture = picture
    with pytest.raises(ValidationError, match="Upload it again"):
        saved.full_clean()


@pytest.mark.parametrize("wanted", ["0" * 64, "f" * 64])
def test_address_that_no_picture_has_is_answered(client, wanted, tree):
    assert client.get(f"/social/site-{wanted}.jpg").status_code == 404
