"""One spelling for every value, so that a digest of it means the value and not its formatting."""

import hashlib
import json
from datetime import UTC, datetime


def canonical_json(value):
    """`value` as JSON text: keys sorted, no white space, no escapes beyond JSON's own.

    Takes dicts with string keys, lists, strings, integers, booleans and None.
    Raises ValueError for NaN and infinities, for lone surrogates and for repeated or non-string keys,
    TypeError for other types: what has more than one spelling may not be sealed.
    """
    _refuse_ambiguous(value)
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    text.encode("utf-8")
    return text


def _refuse_ambiguous(value):
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError(f"Keys must be text, not {key!r}.")
            _refuse_ambiguous(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _refuse_ambiguous(item)
    elif isinstance(value, float):
        raise TypeError("A float has no single spelling; give a number as an integer or as text.")


def digest(text):
    """SHA-256 of `text` (UTF-8) or bytes, as 64 hexadecimal digits."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    return hashlib.sha256(data).hexdigest()


def canonical_moment(moment):
    """An aware datetime as UTC with microseconds, `2027-03-03T14:00:00.000000Z`; None stays None."""
    return moment and moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def parse_moment(text):
    """The aware datetime that `canonical_moment` wrote."""
    return datetime.fromisoformat(text)
