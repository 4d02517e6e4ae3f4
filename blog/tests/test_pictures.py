"""What an edition keeps of an upload: copies made from its pixels alone, named by their bytes."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.storage import storages
from PIL import Image

from blog import pictures
from blog.pictures import UnusablePicture, identity, recorded
from blog.tests.pictures import picture_file, replace, upload
from editions import record
from editions.canonical import digest

pytestmark = pytest.mark.django_db

PLACE = Image.Exif()
PLACE[0x010F] = "Camera of somebody"
PLACE.get_ifd(0x8825)[1] = "N"


@pytest.fixture(autouse=True)
def nothing_known():
    cache.clear()


def files_of(picture):
    return {name: storages["record"].open(name).read() for name in picture.names}


def widths_of(srcset):
    return [int(part.rpartition(" ")[2].removesuffix("w")) for part in srcset.split(", ")]


def opened(data):
    return Image.open(BytesIO(data))


def test_a_large_picture_is_kept_in_three_widths_of_two_kinds_and_a_usual_format():
    picture = recorded(upload(picture_file(2000, 1000)))
    assert (picture.width, picture.height) == (960, 480)
    assert [kind for kind, _srcset in picture.sources] == ["image/avif", "image/webp"]
    assert all(widths_of(srcset) == [480, 960, 1440] for _kind, srcset in picture.sources)
    files = files_of(picture)
    assert all(digest(data) == name.partition(".")[0] for name, data in files.items())
    assert [(opened(data).format, opened(data).width) for data in files.values()] == [
        ("JPEG", 960),
        ("AVIF", 480),
        ("AVIF", 960),
        ("AVIF", 1440),
        ("WEBP", 480),
        ("WEBP", 960),
        ("WEBP", 1440),
    ]


@pytest.mark.parametrize(("width", "widths"), [(300, [300]), (480, [480]), (700, [480, 700])])
def test_a_small_picture_is_never_made_larger(width, widths):
    picture = recorded(upload(picture_file(width, 40)))
    assert (picture.width, picture.height) == (width, 40)
    assert [widths_of(srcset) for _kind, srcset in picture.sources] == [widths, widths]


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_copy_tells_where_or_with_what_a_photograph_was_taken(file_format):
    data = picture_file(500, 300, file_format, exif=PLACE)
    assert dict(opened(data).getexif())
    image = upload(data, f"room.{file_format.lower()}")
    for copy in files_of(recorded(image)).values():
        assert not dict(opened(copy).getexif())
        assert b"Exif" not in copy and b"Camera" not in copy
        assert copy != data


def test_a_comment_is_not_kept():
    image = upload(picture_file(500, 300, comment=b"Patient 4711"))
    assert not any(b"4711" in copy for copy in files_of(recorded(image)).values())


def test_a_photograph_taken_on_its_side_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = recorded(upload(picture_file(400, 200, exif=exif)))
    assert (picture.width, picture.height) == (200, 400)


def test_a_drawing_keeps_its_sharp_lines_and_stands_on_white():
    data = picture_file(300, 200, "PNG", mode="RGBA", colour=(0, 0, 0, 0))
    picture = recorded(upload(data, "drawing.png"))
    assert picture.src.endswith(".png")
    for copy in files_of(picture).values():
        assert opened(copy).convert("RGB").getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(("mode", "colour"), [("P", 0), ("L", 90), ("1", 1), ("LA", (90, 255))])
def test_pictures_of_few_colours_are_kept(mode, colour):
    assert recorded(upload(picture_file(300, 200, "PNG", mode=mode, colour=colour), "few.png")).width == 300


def test_a_picture_for_print_is_kept():
    assert recorded(upload(picture_file(300, 200, mode="CMYK", colour=(0, 0, 0, 0)))).width == 300


def test_a_scan_of_16_bits_keeps_its_greys():
    picture = recorded(upload(picture_file(300, 200, "PNG", mode="I;16", colour=32768), "scan.png"))
    grey = opened(files_of(picture)[picture.src.removeprefix(record.ADDRESS)]).convert("L").getpixel((10, 10))
    assert 120 < grey < 136


def test_a_moving_picture_stands_still():
    frames = [Image.new("RGB", (300, 200), colour) for colour in ("red", "blue")]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    copies = files_of(recorded(upload(file.getvalue(), "moving.gif"))).values()
    assert all(getattr(opened(copy), "n_frames", 1) == 1 for copy in copies)


def test_the_same_bytes_are_the_same_picture_whatever_the_row():
    data = picture_file()
    first = recorded(upload(data, "a.jpg"))
    cache.clear()
    assert recorded(upload(data, "b.jpg")) == first


def test_a_picture_that_is_known_is_not_made_again(monkeypatch):
    image = upload()
    first = recorded(image)
    monkeypatch.setattr(pictures, "_pixels", lambda data: pytest.fail("made again"))
    assert recorded(image) == first


def test_a_known_picture_whose_files_are_gone_is_made_again():
    image = upload(picture_file(300, 200))
    picture = recorded(image)
    name = picture.src.removeprefix(record.ADDRESS)
    storages["record"].delete(name)
    assert recorded(image) == picture
    assert not record.problem(name)


def test_another_file_under_the_same_id_is_another_picture():
    image = upload(picture_file(colour="teal"))
    named, shown = identity(image), recorded(image)
    assert named["digest"] == digest(picture_file(colour="teal"))
    replace(image, picture_file(colour="navy"))
    assert identity(image) == {"id": image.pk, "digest": digest(picture_file(colour="navy"))}
    assert recorded(image).src != shown.src


def test_a_missing_file_is_told_in_words_and_has_no_digest():
    image = upload()
    image.file.storage.delete(image.file.name)
    assert identity(image) == {"id": image.pk, "digest": None}
    with pytest.raises(UnusablePicture, match="is missing"):
        recorded(image)


@pytest.mark.parametrize(
    "data", [b"", b"no picture", picture_file()[:300], picture_file(60, 40, "PNG")[:60], b"%!PS-Adobe-3.0 EPSF-3.0\n"]
)
def test_a_file_that_is_no_picture_is_told_in_words(data):
    image = upload()
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(data)
    with pytest.raises(UnusablePicture, match="cannot be read"):
        recorded(image)
