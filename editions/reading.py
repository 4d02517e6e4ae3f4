"""What readers may be shown: only rows whose MAC and digests hold. Fails closed."""

import logging

from editions import sealing
from editions.canonical import digest
from editions.errors import TamperedEvidence
from editions.timeline import WITHDRAWN

logger = logging.getLogger(__name__)


def trusted(state):
    """`state` itself, if it and its edition are what was sealed. Raises `TamperedEvidence` otherwise.

    Checks the row's MAC, which covers the page's newest publication (`with_newest_publication`): a row from before it
    does not hold. Checks the digest of each body that was loaded: a listing that defers `html` is not made to fetch it.
    """
    edition = state.edition
    text = sealing.state_text(state, edition, state.publication, state.newest_publication)
    if not sealing.signed(text, state.key_id, state.mac):
        raise TamperedEvidence(f"The public state {state.pk} of page {state.page_id} does not bear its MAC.")
    if edition:
        loaded = {"html", "metadata"} - edition.get_deferred_fields()
        for field in loaded:
            if digest(getattr(edition, field)) != getattr(edition, f"{field}_digest"):
                raise TamperedEvidence(f"The {field} of edition {edition.pk} is not what was sealed.")
    return state


def trusted_only(states):
    """Those of `states` that can be trusted, in their order; an alarm for each that cannot."""
    kept = []
    for state in states:
        try:
            kept.append(trusted(state))
        except TamperedEvidence as problem:
            logger.critical("ALARM: %s", problem)
    return kept


def notice_reason(state):
    """The reason that a withdrawn state gives its readers."""
    publication = state.publication
    if publication.state == WITHDRAWN:
        return publication.reason
    if state.edition and state.edition.lapses_at == publication.expires_at:
        return "It was due for a new clinical review, which has not been finished."
    return "It was published for a limited time, which has ended."
