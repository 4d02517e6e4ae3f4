"""The names in a BibTeX record, told apart, with each of their letters."""

import re
from functools import lru_cache

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts, split_multiple_persons_names
from pylatexenc.latex2text import LatexNodes2Text

# A letter of its own (`\o`, `\AA`), or an accent and the letter below it (`\v{C}`, `\"O`, `\'{\i}`).
_LETTER = re.compile(
    r"""\\(?:
        (?:aa|AA|ae|AE|dh|DH|dj|DJ|i|j|l|L|ng|NG|o|O|oe|OE|ss|th|TH)(?![A-Za-z])(?:\{\}|[ ]+(?!and\s))?
      | (?:["'`^~=.][ ]*|[bcdHkruv](?:[ ]+|(?=[{\\])))(?:\{(?:[A-Za-z]|\\[ij])\}|\\[ij](?![A-Za-z])|[A-Za-z])
    )""",
    re.VERBOSE,
)
_COMMAND_AFTER_AND = re.compile(r"(\sand\s+)(?=\\)", re.IGNORECASE)


def names_in(text):
    """`(names, odd)`: `(family, given)` of each person named in `text`, still in LaTeX but for its letters, and those
    names that are not written as BibTeX has them, which stay whole.
    """
    # The splitter takes a backslash and what follows it for no part of a word, so letters are written out before it,
    # and what else begins a name with a command has an empty group before that.
    text = _COMMAND_AFTER_AND.sub(r"\1{}", _LETTER.sub(lambda found: _written_out(found[0]), text))
    names, odd = [], []
    for name in split_multiple_persons_names(text):
        try:
            parts = parse_single_name_into_parts(name)
        except InvalidNameError:
            names.append((name, ""))
            odd.append(name)
        else:
            names.append((" ".join([*parts.von, *parts.last]), " ".join(parts.first)))
    return names, odd


@lru_cache(maxsize=1_000)
def _written_out(command):
    return LatexNodes2Text().latex_to_text(command).strip()
