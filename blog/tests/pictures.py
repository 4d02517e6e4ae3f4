"""Picture files, and uploads of them, for tests."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images import get_image_model


def picture_file(width=1600, height=900, file_format="JPEG", *, mode="RGB", colour="teal", **options):
    """The bytes of a picture of one colour; `options` are Pillow's for the format."""
    file = BytesIO()
    Image.new(mode, (width, height), colour).save(file, file_format, **options)
    return file.getvalue()


def upload(data=None, name="room.jpg"):
    """Wagtail's image of the bytes `data`."""
    file = ContentFile(data or picture_file(), name=name)
    return get_image_model().objects.create(title="Room", file=file)


def replace(image, data, name="other.jpg"):
    """Another file under the same id, the old one deleted, as Wagtail's form does."""
    image.file.delete(save=False)
    image.file = ContentFile(data, name=name)
    image.save()


def section(image, **fields):
    """An article's section that shows `image`."""
    value = {"image": image, "alt_text": "A quiet room", "decorative": False, "section_heading": ""}
    return ("image", {**value, "caption": "", "credit": "", **fields})
