"""How many enquiries one visitor may send, counted in the database: it is one for all web servers.

Nobody's network address is stored. What is, a digest under a key that changes every day, goes with the first enquiry or
purge after its hour.
"""

import ipaddress
from datetime import UTC, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

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
    """A digest of the network that the request came from; empty where it has no address, as through a socket."""
    network = network_of(request.META)
    day = request.moment.astimezone(UTC).date()
    return salted_hmac("shop.senders", f"{day} {network}", algorithm="sha256").hexdigest() if network else ""


def network_of(meta):
    """The address of who asked, and of IPv6 the part that a household has; None if there is none.

    `VISITOR_ADDRESS_HEADER` names the header in which a trusted proxy writes it, behind what the client claims.
    """
    header = settings.VISITOR_ADDRESS_HEADER
    written = meta.get(header, "").rpartition(",")[2].strip() if header else meta.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return None
    return address if address.version == 4 else ipaddress.ip_network((address, 64), strict=False)
