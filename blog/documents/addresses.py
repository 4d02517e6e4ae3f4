"""What a link in a document may lead to, and how the site's own export writes links that lead into it."""

import re

from blog.documents.words import ADDRESS, PAGE, SOURCE, WORD

# Without the site's own form, anything else stays words: an article cannot link to it.
_KNOWN = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_OURS = re.compile(r"#(source|word)-(\d{1,6})|(page):(\d{1,18})|(address):(.*)", re.DOTALL)
_RUNS = re.compile(r"(?:javascript|vbscript|data|livescript|mocha):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")


def runs_something(address):
    """Whether a browser that follows `address` would run a program or open a page that the document brings along."""
    return bool(_RUNS.match(_INVISIBLE.sub("", address)))


def is_address(address):
    """Whether an article can link there."""
    return bool(_KNOWN.fullmatch(address)) and not runs_something(address)


def led_to(address):
    """`(kind, target)` of a link in the site's own export; None for what only a program would write."""
    found = _OURS.fullmatch(address)
    if found is None:
        return None if runs_something(address) or not address else (ADDRESS, address)
    anchor, number, page, page_id, _other, written = found.groups()
    if anchor:
        return (SOURCE if anchor == "source" else WORD), number
    if page:
        return PAGE, page_id
    return None if runs_something(written) else (ADDRESS, written)


def written_as(kind, target):
    """The address under which the export writes a link; the reverse of `led_to`."""
    if kind in (SOURCE, WORD):
        return f"#{kind}-{target}"
    if kind == PAGE:
        return f"page:{target}"
    return f"address:{target}" if _OURS.fullmatch(target) else target
