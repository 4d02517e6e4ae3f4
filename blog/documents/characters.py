"""Which characters a document can hold."""

import re

# Control characters, halves of surrogate pairs, what Unicode sets aside: no XML holds them, no program shows them.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def sayable(text):
    """`text` with U+FFFD for characters that no document holds, its lines ending in one new line each."""
    return _UNSAYABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
