"""Documents as files: which kinds there are, what they are called, where their pictures come from."""

from dataclasses import dataclass

from django.utils.text import slugify
from wagtail.images import get_image_model

from blog.content_shapes import current
from blog.exporters.article import parts_of
from blog.exporters.markdown import markdown_of
from blog.exporters.word import word_of
from blog.importers.pictures import problem_of
from blog.importers.refusal import ImportRefused
from editions.canonical import digest


@dataclass(frozen=True)
class Export:
    """A kind of file that articles leave as."""

    name: str
    extension: str
    media_type: str


EXPORTS = {
    "docx": Export("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "md": Export("Markdown", "md", "text/markdown; charset=utf-8"),
}


def exported(content, kind, pictures=None):
    """The bytes of `content` as a file; `kind` is a key of EXPORTS, `pictures` are bytes by image id."""
    parts = parts_of(current(content), pictures or {})
    return word_of(parts, content.get("title") or "") if kind == "docx" else markdown_of(parts)


def stored_pictures(content):
    """The files of the pictures that `content` shows, by image id; without those that are gone or others by now."""
    wanted = {}
    for stored in content.get("body") or []:
        value = (stored.get("value") or {}).get("image") if isinstance(stored.get("value"), dict) else None
        if isinstance(value, dict) and value.get("id"):
            wanted[value["id"]] = value.get("digest")
    found = {}
    for image in get_image_model().objects.filter(pk__in=wanted):
        data = _bytes_of(image)
        if data and digest(data) == wanted[image.pk] and _can_be_shown(data):
            found[image.pk] = data
    return found


def file_name(title, kind, edition=None):
    """A name that every system takes: `how-we-work-edition-3.docx`."""
    stem = slugify(title)[:80].strip("-_") or "article"
    return f"{stem}{f'-edition-{edition}' if edition else ''}.{EXPORTS[kind].extension}"


def _bytes_of(image):
    try:
        with image.file.storage.open(image.file.name, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def _can_be_shown(data):
    try:
        return not problem_of(data)
    except ImportRefused:
        return False
