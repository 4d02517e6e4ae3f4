"""Where the picture that stands for a page is found: drawn once for the words that it shows, then kept."""

import logging
from dataclasses import astuple, dataclass

from django.core.files.storage import storages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from editions.canonical import canonical_json, digest
from editions.errors import TamperedEvidence
from editions.models import PublicState
from editions.reading import trusted
from editions.whole_files import write_whole
from reader.freshness import ALWAYS_ASK
from reader.record import FOR_EVER
from reader.social_pictures import RECIPE, draw

log = logging.getLogger(__name__)

# Who shares a page leaves its banner behind.
UNREVIEWED = "Not clinically reviewed"


@dataclass(frozen=True)
class Words:
    """What a picture shows; for an edition also the digest of the metadata that its title is from."""

    title: str
    brand: str
    note: str = ""
    sealed: str = ""

    @property
    def digest(self):
        return digest(canonical_json([RECIPE, *astuple(self)]))


def of_edition(edition, brand):
    note = "" if edition.is_reviewed else UNREVIEWED
    return Words(edition.facts["title"], brand, note, edition.metadata_digest)


def picture_address(kind, pk, words):
    """The address of the picture of the edition or page (`kind`) with the id `pk`, below the site's root."""
    return reverse("social-picture", kwargs={"kind": kind, "pk": pk, "wanted": words.digest})


def brand_of(request):
    """What the request's site is called."""
    return render_to_string("components/brand_name.txt", {"request": request}).strip()


def picture_of_the_site(request):
    """The address of the picture that was set for pages that are no articles, below the site's root; empty without."""
    return render_to_string("components/site_picture.txt", {"request": request}).strip()


@require_safe
def social_picture(request, kind, pk, wanted):
    """A PNG; to be kept for ever, for its address is made of its words. Where a page's words are others now, the way to
    the picture that it has; Http404 for what no reader could open. Three queries to draw one, none afterwards.
    """
    name = f"{wanted}.png"
    data = _kept(name)
    if data is None:
        words = {"edition": _words_of_edition, "page": _words_of_page}[kind](request, int(pk))
        if words.digest != wanted:
            response = HttpResponseRedirect(picture_address(kind, pk, words))
            response.headers["Cache-Control"] = ALWAYS_ASK
            return response
        data = draw(words.title, words.brand, words.note)
        _keep(name, data)
    return HttpResponse(data, content_type="image/png", headers={"Cache-Control": FOR_EVER})


def _words_of_edition(request, pk):
    states = PublicState.objects.shown().with_newest_publication().filter(edition=pk, starts_at__lte=request.moment)
    states = states.select_related("edition", "publication").defer("edition__content", "edition__html")
    state = states.order_by("-starts_at").first()
    if state is None:
        raise Http404("No reader got this edition.")
    try:
        return of_edition(trusted(state).edition, brand_of(request))
    except TamperedEvidence as problem:
        log.critical("ALARM: no picture is drawn of edition %s: %s", pk, problem)
        raise Http404("This edition does not verify.") from None


def _words_of_page(request, pk):
    title = Page.objects.filter(pk=pk, live=True).public().values_list("title", flat=True).first()
    if title is None:
        raise Http404("No reader can open this page.")
    return Words(title, brand_of(request))


def _kept(name):
    try:
        with storages["social"].open(name) as file:
            return file.read()
    except OSError:
        return None


def _keep(name, data):
    """A picture that cannot be kept is drawn again for the next who asks."""
    try:
        write_whole(storages["social"], name, data)
    except OSError:
        log.warning("The picture %s could not be kept.", name, exc_info=True)
