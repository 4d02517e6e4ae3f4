"""Marks inside a paragraph, and paragraphs as the rich text that the editor would have stored for them."""

import re
from html import escape

from blog.importers.parts import Listing

# Marks count at the edges of words only: 2*3*4 is arithmetic.
_MARKS = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    | \[(?P<label>[^\[\]]+)\]\((?P<address>(?:https?://|mailto:|tel:)[^\s()<>"]+)\)
    | (?<![\w*])\*\*(?P<bold>(?=\S)[^*]+?(?<=\S))\*\*(?![\w*])
    | (?<![\w_])__(?P<bold_too>(?=\S)[^_]+?(?<=\S))__(?![\w_])
    | (?<![\w*])\*(?P<emphasis>(?=\S)[^*]+?(?<=\S))\*(?![\w*])
    | (?<![\w_])_(?P<emphasis_too>(?=\S)[^_]+?(?<=\S))_(?![\w_])
    """,
    re.VERBOSE,
)


def inline_html(text, markdown):
    """One paragraph's text as HTML: bold and links become mark-up, emphasis (which articles do not have) its words."""
    if not markdown:
        return escape(text, quote=False)
    html, end = [], 0
    for found in _MARKS.finditer(text):
        html.append(escape(text[end : found.start()], quote=False))
        html.append(_marked(found))
        end = found.end()
    return "".join(html) + escape(text[end:], quote=False)


def plain_inline(text, markdown):
    """One paragraph's text for a field without mark-up; a link keeps its address."""
    if not markdown:
        return text
    return _MARKS.sub(lambda found: found[0] if found["label"] else _words(found), text)


def rich_text(parts, markdown):
    """Paragraphs and lists as stored rich text.

    The keys are those of the editor's own blocks: without them, opening and saving an import would change its text.
    """
    html, key = [], 0
    for part in parts:
        if isinstance(part, Listing):
            tag = "ol" if part.ordered else "ul"
            html.append(f"<{tag}>")
            for item in part.items:
                key += 1
                html.append(f'<li data-block-key="i{key:04}">{inline_html(item, markdown)}</li>')
            html.append(f"</{tag}>")
        else:
            key += 1
            html.append(f'<p data-block-key="i{key:04}">{inline_html(part.text, markdown)}</p>')
    return "".join(html)


def _marked(found):
    if found["label"]:
        return f'<a href="{escape(found["address"])}">{inline_html(found["label"], True)}</a>'
    bold = found["bold"] or found["bold_too"]
    if bold:
        return f"<b>{inline_html(bold, True)}</b>"
    return escape(_words(found), quote=False)


def _words(found):
    kinds = ("escaped", "bold", "bold_too", "emphasis", "emphasis_too")
    inner = next(found[kind] for kind in kinds if found[kind])
    return inner if found["escaped"] else plain_inline(inner, True)
