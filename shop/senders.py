"""How many enquiries one visitor may send, counted in the database: it is one for all web servers.

Nobody's network address is stored. What is, a digest under a key that changes every day, goes with the first enquiry or
purge after its hour.
"""

from datetime import timedelta

from editions.visitors import visitor
from shop.models import EnquirySender

MOST = 10
WITHIN = timedelta(hours=1)


def has_sent_enough(request):
    """Whether as many enquiries as one may send came from this visitor's network within the last hour."""
    who = sender(request)
    return bool(who) and EnquirySender.objects.filter(who=who, at__gt=request.moment - WITHIN).count() >= MOST


def note(request):
    """Count one more enquiry, and let go of those that count no longer."""
    EnquirySender.objects.filter(at__lte=request.moment - WITHIN).delete()
    if who := sender(request):
        EnquirySender.objects.create(who=who, at=request.moment)


def sender(request):
    """A digest of the network that the request came from; empty where it has no address."""
    return visitor(request, "shop.senders")
