"""Where a request came from, for counting how often somebody sends a form, without a list of who sent it."""

import ipaddress
from datetime import UTC

from django.conf import settings
from django.utils.crypto import salted_hmac


def visitor(request, purpose, about=""):
    """A digest of the network that the request came from, and of what it is `about`; empty where it has no address, as
    through a socket.

    Its key changes every day, so nobody is known again on the next, nor for another `purpose`.
    """
    network = network_of(request.META)
    day = request.moment.astimezone(UTC).date()
    parts = filter(None, [str(day), network and str(network), about])
    return salted_hmac(purpose, " ".join(parts), algorithm="sha256").hexdigest() if network else ""


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
