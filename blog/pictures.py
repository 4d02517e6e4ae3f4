"""Pictures of articles: from a file that somebody uploaded to the files of the record that an edition shows.

An edition must not change with its uploads, so it shows copies. They are made anew from the pixels and hold nothing
else: no place and time of a photograph, no camera, no comment.
"""

from dataclasses import astuple, dataclass
from io import BytesIO

from django.core.cache import cache
from PIL import Image, ImageCms, ImageOps

from editions import record
from editions.canonical import digest

# Up to two and a half times the column of text, for dense screens.
WIDTHS = (480, 960, 1440)
# For `src`, which browsers and programs read that know neither AVIF nor WebP.
USUAL_WIDTH = 960
SIZES = "(min-width: 42rem) 38rem, calc(100vw - 2.5rem)"
QUALITY = 85
# What browsers are offered, the smallest files first: they take the first kind that they know. AVIF at 65 looks as WebP
# does at 85. A slower speed than 8 takes three times as long to save a few hundredths of the bytes, and somebody waits.
OFFERED = {
    "avif": {"quality": 65, "speed": 8},
    "webp": {"quality": QUALITY},
}
# Others that Pillow knows are read by programs that were never meant for strangers' files.
READ = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
# Line drawings come as these; JPEG would smear them.
DRAWN = ("GIF", "PNG")
# Part of the cache's key: raise it when the copies of the same file come out differently.
RECIPE = 2

_MISSING = "The file of this picture is missing. Upload it again, or choose another picture."
_BROKEN = (
    "The file of this picture cannot be read. Save it again as JPEG, PNG, GIF, WebP or AVIF and upload it, or choose "
    "another picture."
)


class UnusablePicture(Exception):
    """A picture that nobody can be shown; says what to do."""


@dataclass(frozen=True)
class Picture:
    """What a template needs of a picture in the record: `width` and `height` in pixels belong to `src`; `sources` are
    `(media type, srcset)`, the best first.
    """

    src: str
    width: int
    height: int
    sources: tuple = ()
    sizes: str = SIZES

    @property
    def names(self):
        """The names of its files in the record."""
        return record.names_in(" ".join([self.src, *(srcset for _type, srcset in self.sources)]))


def recorded(image):
    """The `Picture` of Wagtail's `image`, whose files are in the record from here on; raises UnusablePicture."""
    data = _original(image)
    key = f"blog.picture:{RECIPE}:{digest(data)}"
    known = cache.get(key)
    if known:
        picture = Picture(*known)
        if not any(map(record.problem, picture.names)):
            return picture
    picture = _record(data)
    # A preview asks at each pause of a typist.
    cache.set(key, astuple(picture), timeout=None)
    return picture


def pixels(image):
    """Wagtail's `image` as Pillow's, the right way up, in the colours of the web, on white; raises UnusablePicture."""
    data = _original(image)
    try:
        return _pixels(data)[0]
    except Exception as problem:  # As below.
        raise UnusablePicture(_BROKEN) from problem


def identity(image):
    """What is sealed of `image`: its id, and the digest of the file's bytes (None: missing), which another file under
    the same id does not have.
    """
    try:
        return {"id": image.pk, "digest": digest(_original(image))}
    except UnusablePicture:
        return {"id": image.pk, "digest": None}


def _original(image):
    try:
        # Not the row's open file, which may have been read before it was replaced.
        with image.file.storage.open(image.file.name, "rb") as file:
            return file.read()
    except (OSError, ValueError) as problem:
        raise UnusablePicture(_MISSING) from problem


def _record(data):
    try:
        whole, is_drawn = _pixels(data)
        *fewer, most = WIDTHS
        narrower = [_narrowed(whole, width) for width in (*(w for w in fewer if w < whole.width), most)]
        offered = {
            extension: [(copy.width, _encoded(copy, extension.upper(), **options)) for copy in narrower]
            for extension, options in OFFERED.items()
        }
        usual = _narrowed(whole, USUAL_WIDTH)
        if is_drawn:
            fallback = _encoded(usual, "PNG", optimize=True), "png"
        else:
            fallback = _encoded(usual, "JPEG", quality=QUALITY, optimize=True, progressive=True), "jpg"
    except Exception as problem:  # Pillow's decoders raise whatever they trip over, SyntaxError for one.
        raise UnusablePicture(_BROKEN) from problem
    return Picture(
        src=record.ADDRESS + record.keep(*fallback),
        width=usual.width,
        height=usual.height,
        sources=tuple((f"image/{extension}", _srcset(copies, extension)) for extension, copies in offered.items()),
    )


def _srcset(copies, extension):
    """`copies`, pairs of width and bytes, put into the record, as the `srcset` of a `source`."""
    return ", ".join(f"{record.ADDRESS}{record.keep(copy, extension)} {width}w" for width, copy in copies)


def _pixels(data):
    """The picture the right way up, in the colours of the web, on white; and whether it is a drawing."""
    picture = Image.open(BytesIO(data), formats=READ)
    is_drawn = picture.format in DRAWN
    picture.load()
    picture = _in_web_colours(_eight_bits(ImageOps.exif_transpose(picture)))
    # On white as on paper: lines drawn on nothing would vanish for readers of the dark scheme.
    clean = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        clean.paste(picture, mask=picture)
    else:
        clean.paste(picture.convert("RGB"))
    return clean, is_drawn


def _eight_bits(picture):
    """Scans of 16 bits in their full range; converted as they are they come out white."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture


def _in_web_colours(picture):
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        # A profile that makes no sense for these pixels; without it they are taken for what they nearly always are.
        return picture


def _narrowed(picture, width):
    """`picture` no wider than `width`, and never wider than it was."""
    if picture.width <= width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _encoded(picture, file_format, **options):
    file = BytesIO()
    picture.save(file, file_format, **options)
    return file.getvalue()
