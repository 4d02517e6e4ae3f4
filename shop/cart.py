"""What a visitor has chosen.

The session holds ids and numbers, `{"v": 1, "items": {"12": 2}}`, and nothing else: names and prices are read anew each
time, so that nobody asks for what is not offered any more, or at a price of last week.
"""

import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field

from shop.models import ServicePage
from shop.offers import Offer, offers_of
from shop.prices import amount_text

KEY = "cart"
VERSION = 1
MOST_LINES = 20
# Longer than every number that anybody may mean; past this, only that it is too large matters.
DIGITS = re.compile(r"[0-9]{1,12}")


@dataclass(frozen=True)
class Line:
    offer: Offer
    quantity: int

    @property
    def amount(self):
        """What the line costs at least; None where the price is on request."""
        return None if self.offer.price_from is None else self.offer.price_from * self.quantity


@dataclass(frozen=True)
class Cart:
    """The lines that can be asked for at this moment, and sentences on what else the session holds."""

    lines: list[Line] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def count(self):
        return sum(line.quantity for line in self.lines)

    @property
    def items(self):
        """As the session holds them, a dict of id to number: without what cannot be asked for."""
        return {line.offer.pk: line.quantity for line in self.lines}

    @property
    def total(self):
        """What all costs at least, in each currency: From $240; empty where every price is on request."""
        sums = defaultdict(int)
        for line in self.lines:
            if line.amount is not None:
                sums[line.offer.currency] += line.amount
        amounts = [amount_text(amount, currency) for currency, amount in sorted(sums.items())]
        return f"From {' and '.join(amounts)}" if amounts else ""

    @property
    def fingerprint(self):
        """Digest of what is asked for and at which prices: another one means that something has changed."""
        shown = [(line.offer.pk, line.quantity, line.offer.title, line.offer.price) for line in self.lines]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()

    @property
    def has_price_on_request(self):
        return any(line.amount is None for line in self.lines)


def stored(session):
    """The ids and numbers in `session`, a dict; an empty one for whatever this version did not write."""
    cart = session.get(KEY)
    items = cart.get("items") if isinstance(cart, dict) and cart.get("v") == VERSION else None
    if not isinstance(items, dict):
        return {}
    return {
        int(pk): quantity
        for pk, quantity in items.items()
        if DIGITS.fullmatch(str(pk)) and type(quantity) is int and quantity > 0
    }


def store(session, items):
    """Keep `items`, a dict of id to number, in `session`; an empty cart leaves nothing there."""
    if items:
        session[KEY] = {"v": VERSION, "items": {str(pk): quantity for pk, quantity in items.items()}}
    elif KEY in session:
        del session[KEY]


def cart_of(request):
    """The Cart of this visitor, and its count where the header finds it. Two queries, none for an empty cart."""
    items = stored(request.session)
    # Readers' ids may be of any size, a database's may not.
    ids = [pk for pk in list(items)[:MOST_LINES] if pk < 2**31]
    cart = filled(items, offers_of(ServicePage.objects.published().among(ids), request) if ids else [])
    request.cart_count = cart.count
    return cart


def filled(items, offers):
    """The Cart of `items`, a dict of id to number, as far as `offers` allow."""
    lines, notices, gone = [], [], 0
    found = {offer.pk: offer for offer in offers if offer.url}
    for pk, quantity in list(items.items())[:MOST_LINES]:
        offer = found.get(pk)
        if offer is None:
            # Without its name: a page that is not public any more may have one that is not public yet.
            gone += 1
        elif not offer.can_be_booked:
            notices.append(f"“{offer.title}” cannot be booked any more, so it is no longer in your cart.")
        else:
            lines.append(Line(offer, min(quantity, offer.max_quantity)))
            if quantity > offer.max_quantity:
                notices.append(at_most(offer))
    if gone:
        what = "Something that you had chosen is" if gone == 1 else f"{gone} services that you had chosen are"
        notices.append(f"{what} not offered any more, and no longer in your cart.")
    if len(items) > MOST_LINES:
        notices.append(f"A cart holds {MOST_LINES} different services; the others were left out.")
    return Cart(lines, notices)


def number_in(text):
    """The whole number that `text` is, or None; of any length, in plain digits."""
    text = (text or "").strip()
    if not re.fullmatch(r"[0-9]+", text):
        return None
    return int(text.lstrip("0")[:12] or 0)


def with_more(cart, offer, number):
    """`cart`'s items with `number` more of `offer`, and a sentence on what became of it."""
    items = cart.items
    if not number:
        return items, f"Nothing was added. {choose_a_number(offer)}"
    if offer.pk not in items and len(items) >= MOST_LINES:
        return items, f"Nothing was added: a cart holds {MOST_LINES} different services. Remove one first."
    wanted = items.get(offer.pk, 0) + number
    items[offer.pk] = min(wanted, offer.max_quantity)
    return items, at_most(offer) if wanted > offer.max_quantity else f"“{offer.title}” is in your cart."


def with_number(cart, offer, number):
    """`cart`'s items with exactly `number` of `offer`, which is none at 0, and a sentence on what became of it."""
    items = cart.items
    if number is None:
        return items, f"Nothing was changed. {choose_a_number(offer)}"
    if number == 0:
        return without(cart, offer.pk)
    if offer.pk not in items:
        return items, f"Nothing was changed: “{offer.title}” is not in your cart."
    items[offer.pk] = min(number, offer.max_quantity)
    return items, at_most(offer) if number > offer.max_quantity else f"“{offer.title}”: {items[offer.pk]} in your cart."


def without(cart, pk):
    """`cart`'s items without the service `pk`, and a sentence on what became of it."""
    items = cart.items
    removed = next((line.offer for line in cart.lines if line.offer.pk == pk), None)
    if removed is None:
        return items, "That service is not in your cart."
    del items[pk]
    return items, f"“{removed.title}” is no longer in your cart."


def at_most(offer):
    if offer.max_quantity == 1:
        return f"“{offer.title}” is in your cart. It can be asked for once at a time."
    most = offer.max_quantity
    return f"“{offer.title}” can be asked for {most} times at once, so there are {most} in your cart."


def choose_a_number(offer):
    if offer.max_quantity == 1:
        return f"“{offer.title}” can be asked for once at a time."
    return f"Choose a number from 1 to {offer.max_quantity}."
