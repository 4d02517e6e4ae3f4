"""Words of a page that stand in its attributes and not in its text."""

from blog.documents.parts import Remark
from blog.documents.words import spaced
from blog.importers.html_safety import UNSHOWN_WORDS

TYPED = "What a field of a form says was left out of the article. Put in what readers need."
HIDDEN = "Words that show only where the mouse rests, or are only read aloud, were left out. Put in what readers need."
_IN_FORMS = {"value", "placeholder", "label"}


def unshown_words(tree):
    """Remarks on the words in attributes of `tree`, each once, but for those that the element says itself."""
    found = {}
    for element in tree.find_all(True):
        names = (*UNSHOWN_WORDS, "alt") if element.name in ("input", "area") else UNSHOWN_WORDS
        for name in names:
            words = spaced(element.get(name, ""))
            if words and words not in found and words != spaced(element.get_text(" ")):
                found[words] = Remark(TYPED if name in _IN_FORMS else HIDDEN, words)
    return list(found.values())
