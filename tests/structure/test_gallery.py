"""The gallery shows each picture that was taken of the site, and none that was not."""

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "images" / "site"
MOST = 6_000_000  # bytes; the pictures are in the repository's history for ever


def test_gallery_and_readme_show_every_picture_that_is_there():
    shown = set(re.findall(r"images/site/([a-z0-9-]+\.png)\)", (DOCS / "gallery.md").read_text(encoding="utf-8")))
    shown |= set(
        re.findall(r"images/site/([a-z0-9-]+\.png)\)", (DOCS.parent / "README.md").read_text(encoding="utf-8"))
    )
    assert shown == {picture.name for picture in PICTURES.glob("*.png")}


def test_pictures_stay_small():
    assert sum(picture.stat().st_size for picture in PICTURES.glob("*.png")) <= MOST
