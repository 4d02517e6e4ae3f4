"""What of a copied web page is the site's and not the article's. Each function takes its parts out of the list."""

import re

from blog.documents.parts import Heading, Paragraph

_OFFER = re.compile(
    r"\d\s?% off|\bdiscount|\b(?:best|better|lowest) price|\bmost affordable|\bfree shipping|\bspecial offer",
    re.IGNORECASE,
)
_EMPTY_CART = re.compile(r"\b(?:cart|basket|bag)\b.*\bempty\b|\bno items\b.*\b(?:cart|basket|bag)\b", re.IGNORECASE)
_ABOUT_CART = re.compile(r"\b(?:cart|basket|bag)\b", re.IGNORECASE)
_COUNT = re.compile(r"\d+")
_ACTION = re.compile(r"^(?:browse|shop|continue|start|return|go|see|view)\b[^.!?]{0,40}$", re.IGNORECASE)
# The empty cart's count, heading, body and link stand in so many parts at most, last in the document.
_CART_PARTS = 4


def take_promotion(parts):
    """The price banner above the title."""
    if len(parts) > 1 and _is_line(parts[0]) and _OFFER.search(parts[0].text):
        return {"promotion_text": parts.pop(0).text}
    return {}


def take_tagline(parts, below_a_banner):
    """The line between banner and title; without a banner, two short lines are a title and the first heading."""
    if below_a_banner and len(parts) > 1 and isinstance(parts[0], Heading) and isinstance(parts[1], Heading):
        return {"tagline": parts.pop(0).text}
    return {}


def take_cart(parts):
    """The words of an empty cart at the end; none of them unless the end is nothing else."""
    places = range(max(1, len(parts) - _CART_PARTS), len(parts))
    start = next((place for place in places if _speaks_empty(parts[place])), None)
    if start is None:
        return {}
    tail = parts[start + 1 :]
    found = {}
    count, *rest = _lines(parts[start])
    if _COUNT.fullmatch(count) and rest:
        found["cart_count"], found["cart_empty_heading"] = count, " ".join(rest)
    else:
        if start > 1 and _is_count(parts[start - 1]):
            start -= 1
            found["cart_count"] = parts[start].text
        found["cart_empty_heading"] = " ".join([count, *rest])
    for name, pattern in [("cart_empty_body", _ABOUT_CART), ("cart_browse_label", _ACTION)]:
        if tail and _is_line(tail[0]) and pattern.search(tail[0].text):
            found[name] = tail.pop(0).text
    if tail:
        return {}
    del parts[start:]
    return found


def _speaks_empty(part):
    return _is_line(part) and bool(_EMPTY_CART.search(part.text))


def _is_count(part):
    return _is_line(part) and bool(_COUNT.fullmatch(part.text))


def _is_line(part):
    return isinstance(part, (Heading, Paragraph))


def _lines(part):
    return getattr(part, "lines", ()) or (part.text,)
