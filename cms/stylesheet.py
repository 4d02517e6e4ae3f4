"""One stylesheet for every page of readers: the files of `static/css/` one after the other, without a build step."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SOURCES = Path(settings.BASE_DIR, "static", "css")
NAME = "css/site.css"

# Base names the layers, and what dresses an article goes by this order (components/article_styles.html has it too); the
# files that follow are layered, so theirs means nothing.
FIRST = [
    "tokens.css",
    "base.css",
    "chrome.css",
    "parts.css",
    "article.css",
    "article-how-it-works.css",
    "article-side-effects.css",
    "article-tables.css",
    "article-evidence.css",
    "article-help.css",
    "article-answers.css",
    "article-safety.css",
    "article-marks.css",
]
# Screens of staff load these by themselves.
NOT_FOR_READERS = "admin-"


def sources():
    """The paths of the files in their order; a new file in the folder is among them without being named."""
    names = sorted(path.name for path in SOURCES.glob("*.css") if not path.name.startswith(NOT_FOR_READERS))
    return [SOURCES / name for name in [*FIRST, *(name for name in names if name not in FIRST)]]


def stylesheet():
    return b"".join(path.read_bytes() for path in sources())


class SiteStylesheetFinder(BaseFinder):
    """Offers `css/site.css` to whatever serves or collects static files, as it stands at that moment."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.folder = Path(settings.STYLESHEET_DIR)
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != NAME:
            return []
        found = str(self._written())
        return [found] if find_all else found

    def list(self, ignore_patterns):
        self._written()
        return [(NAME, self.storage)]

    def _written(self):
        target, content = self.folder / NAME, stylesheet()
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            # Under another name first: a second process must never serve the half of it.
            with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
                file.write(content)
            made = Path(file.name)
            made.chmod(0o644)
            made.replace(target)
        return target
