"""What the publication desk lists, as querysets over the ledger; each is one query however many articles there are."""

from datetime import timedelta

from django.db.models import (
    Count,
    Exists,
    F,
    JSONField,
    OuterRef,
    Q,
    Subquery,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce

from editions.models import Edition, Publication, PublicState
from editions.timeline import SHOWN, WITHDRAWN

EXPIRING_WITHIN = timedelta(days=30)


def waiting(now):
    """Approved editions that can be given a date, the latest approval first."""
    return _titled(Edition.objects.awaiting_a_date(now))


def overtaken(now):
    """Approved editions that nobody gave a date in time: their review lapsed, or the article was withdrawn since."""
    return _titled(Edition.objects.overtaken(now))


def scheduled(now):
    """Publications that have not taken effect, the earliest first: editions, withdrawals and take-downs."""
    newest = Edition.objects.newest().filter(page_id=OuterRef("page_id")).annotate(name=_title("metadata"))
    title = Coalesce(_title("edition__metadata"), Subquery(newest.values("name")))
    return (
        Publication.objects.standing()
        .filter(effective_at__gt=now)
        .annotate(title=title)
        .select_related("edition")
        .defer("edition__content", "edition__html")
        .order_by("effective_at", "pk")
    )


def going_live(now):
    """Those of `scheduled` that show an edition."""
    return scheduled(now).filter(state=SHOWN)


def live(now):
    """What readers are shown at `now`, the newest first."""
    return _states().at(now).shown().order_by("-starts_at", "-pk")


def expiring(now):
    """Those of `live` that end by themselves within `EXPIRING_WITHIN`, the next to end first."""
    return live(now).filter(_ends_by_itself(now)).order_by("ends_at", "pk")


def withdrawn(now):
    """Pages whose readers get a notice at `now`, the newest first."""
    return _states().at(now).filter(state=WITHDRAWN).order_by("-starts_at", "-pk")


def taken_down(now):
    """The last thing that readers got of each page that was once public and of which they get nothing at `now`."""
    later = PublicState.objects.filter(page_id=OuterRef("page_id"), starts_at__lte=now, ends_at__gt=OuterRef("ends_at"))
    return _states().filter(~Exists(later), ends_at__lte=now).order_by("-ends_at", "-pk")


def shown_now(page_ids, now):
    """A dict of page id to the number of the edition that readers are shown at `now`; one query."""
    states = PublicState.objects.at(now).shown().filter(page_id__in=page_ids)
    return dict(states.values_list("page_id", "edition__number"))


def with_title(rows, words):
    """Those of `rows` (any queryset of this module) whose article's title contains `words`."""
    return rows.filter(title__icontains=words) if words else rows


def counts(now, words=""):
    """How many rows each tab has; four queries."""
    states = with_title(_states().at(now), words).aggregate(
        live=Count("pk", filter=Q(state=SHOWN)),
        expiring=Count("pk", filter=Q(state=SHOWN) & _ends_by_itself(now)),
        withdrawn=Count("pk", filter=Q(state=WITHDRAWN)),
    )
    return {
        "waiting": with_title(waiting(now), words).count(),
        "scheduled": with_title(scheduled(now), words).count(),
        "live": states["live"],
        "expiring": states["expiring"],
        "withdrawn": states["withdrawn"] + with_title(taken_down(now), words).count(),
    }


def _titled(editions):
    return editions.annotate(title=_title("metadata")).defer("content", "html").order_by("-made_at", "-pk")


def _states():
    return (
        PublicState.objects.annotate(title=_title("edition__metadata"))
        .select_related("edition", "publication")
        .defer("edition__content", "edition__html")
    )


def _ends_by_itself(now):
    return Q(ends_at=F("publication__expires_at"), ends_at__lte=now + EXPIRING_WITHIN)


def _title(metadata):
    """The title in the canonical JSON of an edition's metadata, as an expression."""
    return KeyTextTransform("title", Cast(F(metadata), JSONField()))
