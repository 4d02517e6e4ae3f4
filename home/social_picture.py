"""The site's own picture for sharing pages that are no articles: cut from an upload, and served apart from uploads."""

from io import BytesIO

from django.core.files.storage import storages
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from PIL import Image, ImageOps

from blog.pictures import QUALITY, pixels
from editions.canonical import digest
from editions.whole_files import write_whole

SIZE = (1200, 630)
FOR_EVER = "public, max-age=31536000, immutable"


def card(image):
    """The bytes of a JPEG of `SIZE` from the middle of Wagtail's `image`; raises UnusablePicture."""
    file = BytesIO()
    cut = ImageOps.fit(pixels(image), SIZE, Image.Resampling.LANCZOS)
    cut.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def keep(image):
    """The digest under which readers get the card of `image` from here on; raises UnusablePicture."""
    data = card(image)
    found = digest(data)
    write_whole(storages["social"], _name(found), data)
    return found


@require_safe
def site_picture(request, wanted):
    """The card with the digest `wanted`, to be kept for ever; no query. Http404 where no settings ever had it."""
    try:
        with storages["social"].open(_name(wanted)) as file:
            data = file.read()
    except OSError:
        raise Http404("There is no such picture.") from None
    return HttpResponse(data, content_type="image/jpeg", headers={"Cache-Control": FOR_EVER})


def _name(found):
    return f"site-{found}.jpg"
