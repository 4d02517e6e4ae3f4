"""Footnotes in HTML: a link in the text and a link back, whoever made the page (Word, Google Docs, pandoc)."""

import re

MARK = "footnote-mark"
_BLOCKS = ("li", "p", "div", "aside", "dd")
_INLINE = ("a", "span", "sup", "b", "strong")
# What holds all paragraphs of a note in Word's HTML.
_OF_WORD = re.compile(r"(?:ftn|edn)\d+")
# Google Docs writes comments as it writes footnotes.
COMMENT = re.compile(r"cmnt\d+")
# What marks a note or leads back; anything else in such a link is words.
_SIGN = re.compile(r"(?:[\[(]?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,8}|[^\w\s]{1,4})[\])]?)?", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def take_notes(tree):
    """Put a `MARK` element with the note's key where each footnote is marked, and take the notes out of the tree.

    Returns the elements with the notes' texts by key; of a comment no mark is left. A mark and its note are two links
    that lead to each other.
    """
    ids = {}
    for element in tree.find_all(id=True):
        ids.setdefault(element["id"], element)
    for element in tree.find_all("a", attrs={"name": True}):
        ids.setdefault(element["name"], element)
    found, marks, back_links = {}, [], set()
    for link in tree.find_all("a", href=True):
        key = link["href"][1:]
        target = ids.get(key) if link["href"].startswith("#") and key else None
        # Of two links that lead to each other, the first is the mark.
        if target is None or id(link) in back_links or not _SIGN.fullmatch(link.get_text().strip()):
            continue
        note = _note_at(target)
        names = {name for name in (link.get("id"), link.parent.get("id"), link.get("name")) if name}
        if note is None or any(parent is note for parent in link.parents):
            continue
        ways_back = [back for back in note.find_all("a", href=True) if back["href"][1:] in names]
        if ways_back:
            marks.append((link, key))
            back_links.update(map(id, ways_back))
            found.setdefault(key, (note, []))[1].extend(ways_back)
    for link, key in marks:
        alone = link.parent.name == "sup" and len(link.parent.get_text()) == len(link.get_text())
        mark = link.parent if alone else link
        if COMMENT.fullmatch(key):
            mark.extract()
        else:
            mark.replace_with(tree.new_tag(MARK, attrs={"data-key": key}))
    notes = {}
    for key, (note, ways_back) in found.items():
        for back in ways_back:
            if _SIGN.fullmatch(back.get_text().strip()):
                back.extract()
            else:
                back.unwrap()
        notes[key] = note.extract()
    return notes


def _note_at(target):
    """The element with a note's text, at which or in which its name is; None for a part of the article itself."""
    if target.name in _INLINE:
        target = target.find_parent("div", id=_OF_WORD) or target.find_parent(_BLOCKS)
    if target is None or target.name not in _BLOCKS or target.find(_HEADINGS):
        return None
    return target
