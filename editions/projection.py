"""`PublicState`: the timeline of a page, stored so that a reader's question is one indexed look-up."""

from editions import sealing
from editions.models import Publication, PublicState
from editions.timeline import SHOWN, timeline


def publications_of(page_id):
    """All publications of a page, in the order of the chain, with the small columns of their editions."""
    return list(
        Publication.objects.filter(page_id=page_id)
        .select_related("edition")
        .defer("edition__content", "edition__html", "edition__metadata")
        .order_by("pk")
    )


def states(publications):
    """Unsaved `PublicState` rows for all publications of one page, signed with the current key."""
    rows = []
    last_shown = None
    newest = max((row.pk for row in publications), default=None)
    for interval in timeline(publications):
        if interval.state == SHOWN:
            last_shown = interval.publication.edition
        # A notice names the article as readers knew it; a title that was never public stays unknown.
        edition = interval.publication.edition if interval.state == SHOWN else last_shown
        row = PublicState(
            page_id=interval.publication.page_id,
            state=interval.state,
            edition=edition,
            publication=interval.publication,
            starts_at=interval.starts_at,
            ends_at=interval.ends_at,
        )
        row.key_id, row.mac = sealing.sign(sealing.state_text(row, edition, interval.publication, newest))
        rows.append(row)
    return rows


def project(page_id, publications=None):
    """Write the projection of one page anew.

    A row keeps its id as long as its interval begins when it did, for a list looks up by id what it found before.
    """
    rows = states(publications if publications is not None else publications_of(page_id))
    PublicState.objects.filter(page_id=page_id).exclude(starts_at__in=[row.starts_at for row in rows]).delete()
    PublicState.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["page_id", "starts_at"],
        update_fields=["state", "edition", "publication", "ends_at", "key_id", "mac"],
    )


def was_shown(page_id, before):
    """Whether readers got the article at any time before the moment `before`."""
    return PublicState.objects.filter(page_id=page_id, state=SHOWN, starts_at__lt=before).exists()
