"""Lists that programs write as something else: Word's as paragraphs, Google Docs' each level apart from the others."""

import re
from dataclasses import dataclass

from bs4 import NavigableString, Tag

from blog.documents.parts import Remark
from blog.documents.words import spaced

UNKNOWN_MARK = "The mark before this item of a list was not understood. It is a paragraph with its mark: look at it."
_WORDS_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)\b")
_MARGIN = re.compile(r"margin-left:\s*(\d*\.?\d+)(in|pt|cm)\b")
# How far Word sets each level in.
_STEP = {"in": 0.5, "pt": 36, "cm": 1.27}
# Word sets the words apart from their mark by spaces that do not break.
_MARK = re.compile(r"\s*?(?P<mark>[^\s\xa0]{1,12})[ \t\r\n]*\xa0[\s\xa0]*")
_NUMBER = re.compile(r"\(?(\d{1,4})[.)]?")
_LETTERS = re.compile(r"\(?(?:[a-zA-Z]|[ivxlcdmIVXLCDM]{2,6})[.)]")
_UNKNOWN = -1
_GOOGLES_LIST = re.compile(r"lst-kix_\w+-(\d)")


@dataclass
class _Item:
    """`number` is None for a bullet, 0 where letters count."""

    element: Tag
    level: int
    number: int | None


def set_lists(tree):
    """Make lists of what stands for lists in `tree`. Returns remarks on what was not understood."""
    remarks = []
    run = []
    for element in tree.find_all(("p", "ul", "ol")):
        items = _words_item(element, remarks) if element.name == "p" else _googles_items(element)
        if run and not (items and _next_to(run[-1].element, element)):
            _build(tree, run)
            run = []
        run += items
    if run:
        _build(tree, run)
    return remarks


def _words_item(element, remarks):
    style = element.get("style", "")
    if not any(name.startswith("MsoList") for name in element.get("class", ())) and "mso-list" not in style:
        return []
    found = _MARK.match(element.get_text())
    level = _WORDS_LIST.search(style)
    number = _counted(found["mark"]) if found else _UNKNOWN
    if number == _UNKNOWN:
        # Others are set in like an item, and are none.
        if level:
            remarks.append(Remark(UNKNOWN_MARK, spaced(element.get_text())))
        return []
    _take_off(element, found.end())
    return [_Item(element, int(level[1]) if level else _set_in(style), number)]


def _googles_items(element):
    level = _GOOGLES_LIST.search(" ".join(element.get("class", ())))
    items = element.find_all("li", recursive=False)
    if level is None or any(child not in items and str(child).strip() for child in element.children):
        return []
    if element.name == "ul":
        return [_Item(item, int(level[1]) + 1, None) for item in items]
    start = element.get("start", "1")
    start = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
    return [_Item(item, int(level[1]) + 1, start + place) for place, item in enumerate(items)]


def _counted(mark):
    """The number that a mark is: None for a bullet, 0 for a letter."""
    if found := _NUMBER.fullmatch(mark):
        return int(found[1])
    # Word's bullets are letters of fonts with pictures.
    if len(mark) == 1:
        return None
    return 0 if _LETTERS.fullmatch(mark) else _UNKNOWN


def _set_in(style):
    margin = _MARGIN.search(style)
    return max(1, round(float(margin[1]) / _STEP[margin[2]])) if margin else 1


def _take_off(element, length):
    """Take the first `length` characters out of an element."""
    for text in list(element.find_all(string=True)):
        kept = str(text)[length:]
        length -= len(text)
        text.replace_with(NavigableString(kept))
        if length <= 0:
            return


def _next_to(before, element):
    """Whether nothing stands between an item and the paragraph or list after it."""
    block = before if before.name == "p" else before.parent
    if block is element:
        return True
    between = block.next_sibling
    while isinstance(between, NavigableString) and not between.strip():
        between = between.next_sibling
    return between is element


def _build(tree, items):
    """Put nested lists in the place of `items`."""
    first = items[0].element if items[0].element.name == "p" else items[0].element.parent
    place = tree.new_tag("div")
    first.insert_before(place)
    # From the outermost: (level, list, its last number).
    opened = []
    for item in items:
        outside = item.element.parent if item.element.name == "li" else None
        line = item.element.extract()
        line.name = "li"
        if outside is not None and not outside.find("li", recursive=False):
            outside.decompose()
        while opened and opened[-1][0] > item.level:
            opened.pop()
        if opened and opened[-1][0] == item.level and not _goes_on(opened[-1][2], item.number):
            opened.pop()
        if not opened or opened[-1][0] < item.level:
            within = opened[-1][1].find_all("li", recursive=False)[-1] if opened else place
            listing = tree.new_tag("ul" if item.number is None else "ol")
            if item.number:
                listing["start"] = str(item.number)
            elif item.number == 0:
                listing["type"] = "a"
            within.append(listing)
            opened.append((item.level, listing, item.number))
        opened[-1][1].append(line)
        opened[-1] = (*opened[-1][:2], item.number)


def _goes_on(last, number):
    return number == (last + 1 if last else last)
