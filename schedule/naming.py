"""How publications and articles are named to people."""

from wagtail.models import Page

from editions.models import Edition, Publication
from editions.projection import publications_of
from editions.timeline import WITHDRAWN, standing


def no_longer_planned(publication, now):
    """Why a publication can no longer be changed, in a sentence; empty while it can."""
    if Publication.objects.filter(cancels=publication).exists():
        return f"{_capital(what(publication))} was cancelled or moved before, so there is nothing to change."
    if publication.effective_at <= now:
        return f"{_capital(what(publication))} has taken effect. It can be withdrawn, but not changed or cancelled."
    return ""


def what(publication):
    """A publication as a thing: edition 4, the withdrawal."""
    if publication.edition:
        return f"edition {publication.edition.number}"
    return "the withdrawal" if publication.state == WITHDRAWN else "the taking down"


def title_of(publication):
    return publication.edition.facts["title"] if publication.edition else title_of_page(publication.page_id)


def title_of_page(page_id):
    """The title under which readers know an article, else that of its newest edition or its page."""
    rows = [row for row in standing(publications_of(page_id)) if row.edition]
    edition = rows[-1].edition if rows else Edition.objects.filter(page_id=page_id).order_by("-number").first()
    if edition:
        return edition.facts["title"]
    page = Page.objects.filter(pk=page_id).first()
    return page.get_admin_display_title() if page else f"Article {page_id}"


def _capital(text):
    return text[0].upper() + text[1:]
