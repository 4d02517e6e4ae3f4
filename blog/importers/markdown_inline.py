"""What stands inside a Markdown paragraph: bold, links, footnote marks, line breaks and pictures."""

import re

from blog.documents.addresses import led_to
from blog.documents.parts import Remark
from blog.documents.words import ADDRESS, NOTE, Link, Span, Words, merged, spaced

EMPTY_PARAGRAPH = "<p></p>"
CODE = "Code was kept as text. Look whether readers need it."
QUOTES = "A quotation stands in paragraphs like any other text. Look whether readers see whose words they are."
_STAYS = {
    "HTML was kept as it was typed. Take it out, or put what it stands for in its place.": re.compile(
        r"(?<!\\)</?[a-zA-Z][a-zA-Z0-9-]{0,40}(?:[\s/][^<>]{0,2000})?>"
    ),
    "The marks of code were kept as they were typed. Take them out.": re.compile(
        r"(?<![\\`])(`{1,3})[^`]{1,2000}\1(?!`)"
    ),
    "Words that are struck out were kept, with their marks. Take them out if they should not be read.": re.compile(
        r"(?<!\\)~~[^\s~][^~]{0,2000}~~"
    ),
}
_STRONG, _EMPHASIS = "strong", "em"


class InlineReader:
    """Turns a parser's tokens into words; pictures and remarks on the way gather in `pictures` and `remarks`.

    `ours`: the text is the site's own export, whose marks count inside words too and which knows `<b>` and `<br>`.
    `shown` knows where the text's pictures are.
    """

    def __init__(self, ours, shown):
        self.ours, self.shown = ours, shown
        self.pictures, self.remarks, self.noted = [], [], set()
        # Names of addresses that something leads to.
        self.labels = set()

    def words(self, tokens, in_note=False):
        """The Words of `tokens`; a footnote's mark inside a footnote is only text."""
        tokens = tokens or []
        pieces, weight, link, spans = [], 0, None, []
        literal = self._marks_that_are_text(tokens)
        for place, token in enumerate(tokens):
            kind = token.type
            text = ""
            self.labels.add(token.meta.get("label"))
            if kind == "text":
                text = self.typed(token.content)
            elif kind == "softbreak":
                text = " "
            elif kind == "hardbreak":
                text = "\n"
            elif kind == "html_inline":
                change, text = self._tag(token.content)
                weight += change
            elif place in literal:
                text = token.markup
            elif kind == f"{_STRONG}_open":
                weight += 1
            elif kind == f"{_STRONG}_close":
                weight -= 1
            elif kind == "link_open":
                link, spans = token, []
            elif kind == "link_close":
                pieces.extend(self._link(link, spans))
                link = None
            elif kind == "image":
                self._picture(token)
            elif kind == "footnote_ref":
                if in_note:
                    text = f"[^{token.meta['label']}]"
                else:
                    self.noted.add(token.meta["label"])
                    pieces.append(Link(NOTE, token.meta["label"]))
            if text:
                (pieces if link is None else spans).append(Span(text, weight > 0))
        return Words(merged(pieces))

    def typed(self, text):
        """`text` with the addresses of pictures as they were typed; plain text has none."""
        return self.shown.typed(text) if self.shown else text

    def kept(self, message, quote):
        """Remark on a kind of mark-up that no article has, where it comes first."""
        if not any(remark.message == message for remark in self.remarks):
            self.remarks.append(Remark(message, spaced(quote)))

    def look_for_what_stays(self, text):
        """Remark on what stays in a text as it was typed."""
        if self.ours or self.shown is None:
            return
        for message, mark_up in _STAYS.items():
            if found := mark_up.search(text):
                self.kept(message, found[0])

    def is_empty_paragraph(self, text):
        """Whether it is a paragraph without words, which the site's own export writes as HTML."""
        return self.ours and text == EMPTY_PARAGRAPH

    def _link(self, token, spans):
        address = token.attrs["href"]
        if self.shown.stands_for(address):
            return spans
        if title := token.attrs.get("title"):
            self.remarks.append(Remark("What a link says when it is pointed at was left out.", self.typed(title)))
        kind, target = (led_to(address) if self.ours else None) or (ADDRESS, address)
        return [Link(kind, target, merged(spans))]

    def _picture(self, token):
        caption = Words.of(self.typed(token.attrs.get("title", "")))
        self.pictures.append(
            self.shown.picture(token.attrs["src"], self.typed("".join(_plain(token.children))), caption)
        )

    def _tag(self, tag):
        """`(change of weight, text)` of an HTML tag in the site's own export; in other documents there are none."""
        match tag.lower().replace(" ", ""):
            case "<b>":
                return 1, ""
            case "</b>":
                return -1, ""
            case "<br>" | "<br/>":
                return 0, "\n"
            case "<p>" | "</p>":
                return 0, ""
        return 0, tag

    def _marks_that_are_text(self, tokens):
        """Places of marks of emphasis inside words: 2*3*4 is arithmetic."""
        if self.ours:
            return set()
        found, opened = set(), []
        for place, token in enumerate(tokens):
            if token.type in (f"{_EMPHASIS}_open", f"{_STRONG}_open"):
                opened.append(place)
            elif token.type in (f"{_EMPHASIS}_close", f"{_STRONG}_close") and opened:
                start = opened.pop()
                if _is_word(_character(tokens[:start], -1)) or _is_word(_character(tokens[place + 1 :], 0)):
                    found |= {start, place}
        return found


def _plain(tokens):
    for token in tokens or []:
        if token.type == "image":
            yield from _plain(token.children)
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield token.content


def _character(tokens, end):
    """The character at the near end of the neighbouring text; blank where something else stands there."""
    ordered = tokens if end == 0 else reversed(tokens)
    for token in ordered:
        if token.type != "text":
            return ""
        if token.content:
            return token.content[end]
    return ""


def _is_word(character):
    return character.isalnum() or character == "_"
