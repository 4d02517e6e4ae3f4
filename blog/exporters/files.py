"""Documents as files: which kinds there are, what they are called, where their pictures come from."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.core.files.storage import storages
from django.utils.text import slugify
from wagtail.images import get_image_model

from blog.content_shapes import current
from blog.exporters.article import parts_of
from blog.exporters.markdown import markdown_of
from blog.exporters.word import word_of
from blog.importers.pictures import problem_of
from blog.importers.refusal import ImportRefused
from editions import record
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


def stored_pictures(content, html=""):
    """The files of the pictures that `content` shows, by image id.

    An upload that is gone or another by now is left out; with the `html` of an edition, the copy that its readers get
    stands in for it.
    """
    shown = [value for value in map(_image_of, current(content)["body"]) if value]
    wanted = {value["id"]: value.get("digest") for value in shown if value.get("id")}
    found = _copies(content, html)
    for image in get_image_model().objects.filter(pk__in=wanted):
        data = _bytes_of(image.file.storage, image.file.name)
        if data and digest(data) == wanted[image.pk] and _can_be_shown(data):
            found[image.pk] = data
    return found


def _copies(content, html):
    """What the record has of the pictures in `html`: its sections stand in the order of those of `content`, and are
    called what they were called when it was sealed.
    """
    soup = BeautifulSoup(html, "html.parser")
    pictures = {stored.get("id"): stored for stored in current(content)["body"] if stored["type"] == "image"}
    found, printed = {}, {}
    for sealed in content.get("body") or []:
        if not (stored := pictures.get(sealed.get("id"))):
            continue
        kind = sealed["type"]
        section = next(printed.setdefault(kind, iter(soup.select(f'section[data-kind="{kind}"]'))), None)
        # What any program reads is the address of the picture itself, not those that are offered to browsers.
        names = record.names_in(section.img.get("src", "") if section and section.img else "")
        value = _image_of(stored)
        if value and value.get("id") and names and not record.problem(names[0]):
            found[value["id"]] = _bytes_of(storages["record"], names[0])
    return found


def _image_of(stored):
    value = stored.get("value")
    image = value.get("image") if isinstance(value, dict) else None
    return image if isinstance(image, dict) else None


def file_name(title, kind, edition=None):
    """A name that every system takes: `how-we-work-edition-3.docx`."""
    stem = slugify(title)[:80].strip("-_") or "article"
    return f"{stem}{f'-edition-{edition}' if edition else ''}.{EXPORTS[kind].extension}"


def _bytes_of(storage, name):
    try:
        with storage.open(name, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def _can_be_shown(data):
    try:
        return not problem_of(data)
    except ImportRefused:
        return False
