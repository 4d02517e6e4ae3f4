"""What was read, as the stream that is stored: with ids for everything, and rows in the places of Local keys."""

import re
from html import escape
from uuid import uuid4

from blog.documents.families import Family, blank, family
from blog.documents.parts import Paragraph
from blog.documents.words import Words
from blog.importers.imported import Local
from blog.importers.inline import rich_text

_MARK = re.compile(r'(<a linktype="(?:citation|glossary)" id=")((?:source|word):\d+)(">)')


def stored_stream(sections, stream_block, rows):
    """The sections as the JSON of a StreamField; `rows` are the rows' ids by Local key."""
    return [
        {"type": kind, "id": str(uuid4()), "value": _stored(stream_block.child_blocks[kind], value, rows)}
        for kind, value in sections
    ]


def _stored(block, value, rows):
    match family(block):
        case Family.GROUP:
            value = value or {}
            return {
                name: _stored(child, value.get(name, blank(child)), rows) for name, child in block.child_blocks.items()
            }
        case Family.LIST:
            return [
                {"type": "item", "id": str(uuid4()), "value": _stored(block.child_block, item, rows)} for item in value
            ]
        case Family.RICH:
            # The editor keeps a paragraph without words for a field that is blank.
            found = value or rich_text([Paragraph(Words())])
            return _MARK.sub(lambda mark: f"{mark[1]}{escape(str(rows[mark[2]]))}{mark[3]}", found)
    return rows[value] if isinstance(value, Local) else value
