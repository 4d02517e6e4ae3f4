"""Whether a text names a medicine that only a prescription gives."""

import re
import unicodedata

from django.conf import settings
from django.utils.module_loading import import_string

WORD = re.compile(r"[^\W_]+")


def prescription_medicines():
    """The generic and brand names of medicines that only a prescription gives, as the project tells them.

    The shop knows of no medicines itself: `PRESCRIPTION_MEDICINES` names a function without arguments that returns
    their names.
    """
    return import_string(settings.PRESCRIPTION_MEDICINES)()


def medicines_for(request):
    """The same, asked for once a request."""
    if not hasattr(request, "prescription_medicines"):
        request.prescription_medicines = prescription_medicines()
    return request.prescription_medicines


def named_in(text, medicines):
    """Those of `medicines` that `text` names, in their order; whole words, whatever their case, accents, hyphens or a
    plural's s.
    """
    words = _words(text)
    return [name for name in medicines if (plain := _words(name).strip()) and re.search(rf" {plain}s? ", words)]


def _words(text):
    """The words of `text` in plain small letters, a space round each."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    # A soft hyphen or an accent stands inside a word and is no end of it.
    letters = "".join(letter for letter in letters if unicodedata.category(letter) not in ("Cf", "Mn"))
    return " ".join(["", *WORD.findall(letters), ""])
