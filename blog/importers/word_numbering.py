"""Numbers of Word's lists that an article cannot have: letters, lists that start late or go on after other text."""

from io import BytesIO

from defusedxml.ElementTree import parse

from blog.documents.parts import Remark
from blog.documents.words import spaced
from blog.importers.word_safety import local_name

_LOOK = "look whether the text refers to them."
GOES_ON = f"A numbered list goes on here after other text. In the article its numbers start at 1 again: {_LOOK}"
OTHER_START = f"A numbered list does not start at 1 here. In the article its numbers do: {_LOOK}"
LETTERS = f"A list is counted by letters or roman numerals here. In the article its items have numbers: {_LOOK}"
_BULLETS, _NUMBERS = ("bullet", "none"), ("decimal", "decimalZero")


def numbering_remarks(file, text_of):
    """Remarks on the lists of `file`, a WordFile; `text_of` gives the words of a paragraph's element."""
    if "word/numbering.xml" not in file.names or "word/document.xml" not in file.names:
        return
    levels, styles = _levels(_root(file, "word/numbering.xml")), _styles(file)
    ended, before = set(), None
    for paragraph in _root(file, "word/document.xml").iter():
        if local_name(paragraph) != "p":
            continue
        number, level = _numbering(paragraph, styles)
        kind, start = levels.get((number, level), ("bullet", "1"))
        if number is not None and level == "0" and kind not in _BULLETS and number != before:
            words = spaced(text_of(paragraph))
            if number in ended:
                yield Remark(GOES_ON, words)
            elif kind not in _NUMBERS:
                yield Remark(LETTERS, words)
            elif start != "1":
                yield Remark(OTHER_START, words)
            ended.add(number)
        # A list inside an item does not end the item's own.
        if number is None or level == "0":
            before = number


def _levels(root):
    """`{(number, level): (kind, start)}` of the lists that the document defines."""
    kinds = {}
    for kind in root.iter():
        if local_name(kind) == "abstractNum":
            for level in _children(kind, "lvl"):
                key = _value(kind, "abstractNumId"), _value(level, "ilvl")
                kinds[key] = (_said(level, "numFmt") or "decimal", _said(level, "start") or "1")
    found = {}
    for number in root.iter():
        if local_name(number) == "num":
            again = {_value(each, "ilvl"): _said(each, "startOverride") for each in _children(number, "lvlOverride")}
            for (kind, level), (form, start) in kinds.items():
                if kind == _said(number, "abstractNumId"):
                    found[_value(number, "numId"), level] = (form, again.get(level) or start)
    return found


def _styles(file):
    """The list that each style of paragraphs belongs to."""
    if "word/styles.xml" not in file.names:
        return {}
    found = {}
    for style in _root(file, "word/styles.xml").iter():
        if local_name(style) == "style":
            for properties in _children(style, "pPr"):
                for numbered in _children(properties, "numPr"):
                    found[_value(style, "styleId")] = _said(numbered, "numId")
    return found


def _numbering(paragraph, styles):
    """`(number, level)` of a paragraph's list; None for a paragraph in none."""
    for properties in _children(paragraph, "pPr"):
        for numbered in _children(properties, "numPr"):
            number = _said(numbered, "numId")
            return (None if number == "0" else number), _said(numbered, "ilvl") or "0"
        return styles.get(_said(properties, "pStyle")), "0"
    return None, "0"


def _root(file, name):
    return parse(BytesIO(file.read(name)), forbid_dtd=True).getroot()


def _children(element, name):
    return [child for child in element if local_name(child) == name]


def _said(element, name):
    """The value of the child element of that name."""
    return next((_value(child, "val") for child in _children(element, name)), None)


def _value(element, name):
    return next((value for key, value in element.attrib.items() if key.rsplit("}", 1)[-1] == name), None)
