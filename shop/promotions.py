"""Which offer readers get. Decided here, each time anew: an offer goes by itself when its evidence is old."""

from datetime import timedelta
from typing import NamedTuple

from editions.addresses import address, site_of
from editions.local_time import local, moment_text
from shop.medicines import medicines_for, named_in
from shop.models import Promotion

FRESH = timedelta(days=31)
DISMISSED = "promotion_dismissed"
# A season: after that, who was asked to hide one may be shown it again.
HIDDEN_FOR = timedelta(days=90)


class Shown(NamedTuple):
    """An offer as readers get it."""

    pk: int
    label: str
    text: str
    terms_url: str


def reasons_to_keep_back(promotion, terms_can_be_read, at, medicines):
    """Why readers do not get `promotion` at the moment `at`, as sentences; empty when they do.

    Source: CAP code (conditions stated with the claim, monitored evidence for lowest prices; 12.12: no prescription
    medicine); FTC Endorsement and Deceptive Pricing Guides.
    """
    today = local(at).date()
    checked = promotion.evidence_checked_on
    found = []
    if promotion.starts_at is None:
        found.append("It has no beginning.")
    elif promotion.starts_at > at:
        found.append(f"It begins on {moment_text(promotion.starts_at)}.")
    if promotion.ends_at is None:
        found.append("It has no end.")
    elif promotion.ends_at <= at:
        found.append(f"It ended on {moment_text(promotion.ends_at)}.")
    if promotion.terms_page_id is None:
        found.append("It has no terms.")
    elif not terms_can_be_read:
        found.append("Readers cannot open its terms.")
    if checked is None or checked > today:
        found.append("Nobody has said when its evidence was checked.")
    elif today - checked > FRESH:
        found.append(f"Its evidence was checked {(today - checked).days} days ago; it may be {FRESH.days} days old.")
    if not promotion.evidence_note.strip():
        found.append("Nobody has said what its evidence is.")
    if named := named_in(f"{promotion.label} {promotion.text}", medicines):
        found.append(f"It names a prescription medicine: {named[0]}.")
    return found


def reasons_now(promotion, at, medicines):
    """The same for staff, of a promotion with its page of terms."""
    terms = promotion.terms_page
    return reasons_to_keep_back(promotion, bool(terms and terms.live and terms.get_site()), at, medicines)


def promotion_for(request):
    """The Shown that this visitor gets on a page with room for one, or None. Two queries, one when nothing runs.

    The one that began last, and no other: who hides it is not given the one before.
    """
    running = Promotion.objects.running(request.moment).select_related("terms_page")
    candidates = [(promotion, _terms_url(promotion.terms_page, request)) for promotion in running]
    medicines = medicines_for(request) if candidates else []
    for promotion, url in candidates:
        if not reasons_to_keep_back(promotion, bool(url), request.moment, medicines):
            hidden = request.COOKIES.get(DISMISSED) == str(promotion.pk)
            return None if hidden else Shown(promotion.pk, promotion.label, promotion.text, url)
    return None


def _terms_url(page, request):
    """Where readers of this site find the terms; None if they cannot."""
    site = site_of(request)
    if page is None or not page.live or site is None or not page.url_path.startswith(site.root_page.url_path):
        return None
    return address(page.url_path, request)
