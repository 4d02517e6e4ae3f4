"""HTML from a stranger: refused if it would run something, else made whole by a browser's own rules.

The parser that reads it afterwards is slow on broken mark-up and gives no promise about it; nh3 repairs it first.
"""

import re

import nh3
from bs4 import BeautifulSoup

from blog.documents.addresses import runs_something
from blog.importers.limits import refuse_deep, refuse_markup, refuse_signs
from blog.importers.pictures import DATA_ADDRESS
from blog.importers.refusal import ImportRefused

# Elements that are no text or stand for something else than text; of every other the reader keeps the text.
EMBEDDED = {
    *("object", "embed", "applet", "frame", "video", "audio", "canvas"),
    *("input", "select", "textarea", "button"),
}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul", "caption"),
    *("tbody", "thead", "tfoot", "tr", "td", "th"),
}
INLINE = {"a", "b", "br", "del", "em", "i", "img", "s", "span", "strike", "strong", "sub", "sup", "u"}
# Read as their words alone; taken for what their attributes say.
_WORDS_ALONE = {
    *("abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "font", "ins", "kbd", "label", "mark"),
    *("optgroup", "option", "output", "q", "samp", "small", "time", "tt", "var", "area"),
}
_UNSEEN = {"script", "style", "title"}
_ADDRESSES = {
    *("href", "src", "action", "formaction", "data", "poster", "background", "xlink:href", "code", "codebase"),
}
# Words that stand in no text: what shows where the mouse rests, what a form begins with, what is read aloud alone.
UNSHOWN_WORDS = ("title", "value", "placeholder", "aria-label", "label", "summary", "abbr")
_ATTRIBUTES = {
    *("id", "class", "alt", "colspan", "rowspan", "start", "type", "checked", "srcdoc"),
    *UNSHOWN_WORDS,
    *_ADDRESSES,
}
# By which Word leads to a footnote, and says that a paragraph is an item of a list.
_OF_WORD = {"a": {"name"}, "p": {"style"}}
FORMULA = "formula"
_SCHEMES = {
    *("http", "https", "mailto", "tel", "sms", "ftp", "file", "data", "blob", "about", "cid"),
    *("javascript", "vbscript", "livescript", "mocha"),
}
_LOOSE = re.compile(r"&(?!#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{0,31};)|<(?!/?[a-zA-Z])")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Often left open, and closed by what follows.
_CLOSED_BY_OTHERS = {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "option",
    "optgroup",
    "colgroup",
}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_OPEN_AT_ONCE = 200
_MOST_TAGS = 50_000
_QUOTE = 60
_UNSHOWN = {"template", "noscript", "noframes", "noembed", "xmp", "plaintext", "listing"}
_OF_THEIR_OWN = re.compile(rf"(</?)({'|'.join(_UNSHOWN)}|svg|math|iframe)\b", re.IGNORECASE)
# Outside of a formula or drawing these are dropped with all that they hold.
_IN_FORMULAS = (
    *("annotation-xml", "annotation", "semantics", "maction", "merror", "mfrac", "mi", "mlabeledtr", "mmultiscripts"),
    *("mn", "mo", "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle"),
    *("msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover"),
)
_IN_DRAWINGS = ("text", "desc", "foreignobject", "tspan", "textpath", "g", "defs", "symbol", "switch")
_LINES_IN_DRAWINGS = {"text", "desc", "foreignobject"}
_DROPPED = re.compile(rf"(</?)({'|'.join((*_IN_FORMULAS, *_IN_DRAWINGS))})(?![\w:.-])", re.IGNORECASE)
_RUNS_IN_TAG = re.compile(r"<[a-z][^<>]{0,2000}?\b(?:java|vb)script\s*:", re.IGNORECASE)


def sound_html(markup):
    """The tree of `markup`. Raises ImportRefused for what would run, for elements nested without end, and for what a
    parser could spend minutes on.
    """
    refuse_markup(len(markup) - sum(len(data[0]) for data in DATA_ADDRESS.finditer(markup)))
    refuse_signs(markup.count("&"), sum(1 for _sign in _LOOSE.finditer(markup)))
    _refuse_towers(markup)
    clean = nh3.clean(
        # Inside of these a parser follows other rules, by which words would be dropped or not be seen as text.
        _DROPPED.sub(_as_text, _OF_THEIR_OWN.sub(_as_known, markup)),
        tags=BLOCKS | INLINE | EMBEDDED | _WORDS_ALONE | _UNSEEN,
        clean_content_tags=set(),
        attributes={"*": _ATTRIBUTES, **_OF_WORD},
        generic_attribute_prefixes={"on"},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    tree = BeautifulSoup(clean, "html.parser")
    refuse_what_runs(tree)
    if hidden := _RUNS_IN_TAG.search(markup):
        # In an element that no article takes, and so none is left in the tree.
        before = " ".join(re.sub(r"<[^<>]*>", " ", markup[: hidden.start()]).split())
        place = f"after the words “{before[-_QUOTE:]}”" if before else "at its beginning"
        raise ImportRefused(f"The document holds an address that runs a program {place}. {_ADVICE}")
    return tree


def _as_known(tag):
    name = tag[2].lower()
    if name == "math" and tag[1] == "<":
        return f'<object class="{FORMULA}"'
    return f"{tag[1]}{'div' if name in _UNSHOWN else 'object'}"


def _as_text(tag):
    return f"{tag[1]}{'div' if tag[2].lower() in _LINES_IN_DRAWINGS else 'span'}"


def refuse_what_runs(tree):
    """Raise ImportRefused with the place of the first script, event handler or address that runs something."""
    for element in tree.find_all(True):
        if element.name in ("script", "applet"):
            raise ImportRefused(
                f"The document holds a program (a <{element.name}> element) {_place(element)}. {_ADVICE}"
            )
        for name, value in element.attrs.items():
            what = ""
            if name.startswith("on"):
                what = "a program"
            elif name == "srcdoc" or (
                name in _ADDRESSES and runs_something(value) and not _shows(element, name, value)
            ):
                what = "an address that runs a program"
            if what:
                named = f"“{name}” of a <{element.name}> element"
                raise ImportRefused(f"The document holds {what} ({named}) {_place(element)}. {_ADVICE}")


def _shows(element, name, value):
    """Whether it is a picture with its data in its address, which is shown and not opened."""
    return element.name == "img" and name == "src" and value.lower().lstrip().startswith("data:image/")


_ADVICE = "Nothing of it was read. Take that out, or copy the text into a new document, and try again."


def _refuse_towers(markup):
    """Refuse elements that are opened and opened: parsers take time by the square of the height."""
    height = tags = 0
    for found in _TAG.finditer(markup):
        tags += 1
        name = found[2].lower()
        if name in _VOID or name in _CLOSED_BY_OTHERS:
            continue
        height = max(0, height - 1) if found[1] else height + 1
        if height > _OPEN_AT_ONCE:
            refuse_deep()
    if tags > _MOST_TAGS:
        raise ImportRefused(f"The document has more than {_MOST_TAGS:,} pieces of mark-up; that is no article.")


def _place(element):
    """Where an element is, by the words before it."""
    for text in element.find_all_previous(string=True):
        if text.parent.name not in _UNSEEN and (words := " ".join(str(text).split())):
            return f"after the words “{words[-_QUOTE:]}”"
    return "at its beginning"
