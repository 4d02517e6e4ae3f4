"""Pictures that a document brings along: which of them can be taken, and which would be a danger."""

import base64
import binascii
import re
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from blog.documents.parts import Picture
from blog.documents.words import Words
from blog.importers.limits import MOST_PICTURES
from blog.importers.refusal import ImportRefused
from blog.pictures import READ

# A sheet of A4 scanned at 600 dots to the inch has 35 million.
MOST_PIXELS = 50_000_000
NO_WORDS = Words()
_LONGEST = 2_000
EXTENSIONS = {"AVIF": "avif", "GIF": "gif", "JPEG": "jpg", "PNG": "png", "WEBP": "webp"}

# Base64 lines are folded by some programs; in Markdown they are one line.
DATA_ADDRESS = re.compile(r"data:(image/[a-z0-9.+-]{1,40});base64,([A-Za-z0-9+/=\s]*)", re.IGNORECASE)


class Pictures:
    """The pictures of one document as it is read; counts them."""

    def __init__(self):
        self.count = 0

    def checked(self, data):
        """`(data, problem)`: the data if it is a picture that the site can show, else None and what is wrong with it.

        Raises ImportRefused for what would fill the machine.
        """
        self.count += 1
        if self.count > MOST_PICTURES:
            raise ImportRefused(f"The document has more than {MOST_PICTURES} pictures; an article needs far fewer.")
        problem = problem_of(data)
        return (None if problem else data), problem

    def at(self, address, alt, caption=NO_WORDS):
        """The Picture that a document shows from `address`. Nothing is fetched."""
        if not address.lower().lstrip().startswith("data:"):
            return Picture(alt, None, place=address, caption=caption)
        found = DATA_ADDRESS.fullmatch(address.strip())
        # A drawing may hold words.
        drawn = f"it is no JPEG, PNG, GIF, WebP or AVIF but {address[:_LONGEST]}"
        try:
            data, problem = self.checked(base64.b64decode(found[2])) if found else (None, drawn)
        except binascii.Error:
            data, problem = None, "its data is cut off"
        return Picture(alt, data, problem=problem, caption=caption)


def problem_of(data):
    """Why the site cannot show the picture, as the end of a sentence; empty when it can. Raises ImportRefused."""
    try:
        with Image.open(BytesIO(data), formats=READ) as picture:
            width, height = picture.size
    except Image.DecompressionBombError as bomb:
        raise ImportRefused(_too_many_pixels()) from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError):
        return "it is no JPEG, PNG, GIF, WebP or AVIF"
    # Pillow's decoders raise whatever they trip over.
    except Exception:
        return "its file is broken"
    if width * height > MOST_PIXELS:
        raise ImportRefused(_too_many_pixels())
    return ""


def file_extension(data):
    """`png` for a PNG, for a file's name."""
    with Image.open(BytesIO(data), formats=READ) as picture:
        return EXTENSIONS[picture.format]


def size_of(data):
    """Width and height in pixels."""
    with Image.open(BytesIO(data), formats=READ) as picture:
        return picture.size


def _too_many_pixels():
    return (
        f"A picture in this document has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller, 2,000 "
        "pixels wide for instance, and try again."
    )
