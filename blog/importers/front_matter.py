"""What Markdown programs write above the text: YAML, TOML, or Pandoc's lines that begin with a percent sign."""

import re
from dataclasses import replace

from blog.documents.parts import Heading, Remark
from blog.documents.words import Words, spaced

_MOST_LINES = 200
_FENCED = {"---": (("---", "..."), ":"), "+++": (("+++",), "=")}
# A name and its value, and below it what belongs to it.
_LINE = re.compile(r"[\w\"'.-]+[ \t]*[:=]|\[|[\s#}\])-]|$")
_TITLE = re.compile(r"title[ \t]*[:=][ \t]*(.*)", re.IGNORECASE)
_PANDOC = re.compile(r"%[ \t]+(\S.*(?:\n[ \t]+\S.*)*)\n(?:%.*(?:\n[ \t]+\S.*)*\n){0,2}(?=[ \t]*\n)")
LEFT_OUT = "The lines above the text, which a program reads, were left out except for a title."


def split_header(text):
    """`(header, body)`; no header is an empty one. Lines end in a new line."""
    if found := _PANDOC.match(text):
        return found[0], text[found.end() :]
    first, *lines = text.split("\n", _MOST_LINES)
    if first.rstrip() not in _FENCED:
        return "", text
    ends, sign = _FENCED[first.rstrip()]
    end = next((place for place, line in enumerate(lines[:_MOST_LINES]) if line.rstrip() in ends), None)
    inside = lines[:end] if end is not None else []
    # Below a line across the page comes a blank one.
    if (
        not any(sign in line for line in inside)
        or not inside[0].strip()
        or not all(_LINE.match(line) for line in inside)
    ):
        return "", text
    return "\n".join([first, *inside, lines[end]]), "\n".join(lines[end + 1 :])


def with_header(document, header):
    """`document` below the title that its header names; what else that says is in its remarks."""
    title, rest = _title_and_rest(header)
    parts = document.parts
    if title and not (parts and isinstance(parts[0], Heading) and spaced(parts[0].text) == title):
        parts = [Heading(Words.of(title), 1), *parts]
    remarks = [Remark(LEFT_OUT, rest)] if rest else []
    return replace(document, parts=parts, remarks=[*remarks, *document.remarks])


def _title_and_rest(header):
    if found := _PANDOC.match(f"{header}\n"):
        return spaced(found[1]), spaced(header[found.end(1) :].replace("%", " "))
    title, rest = "", []
    for line in header.split("\n")[1:-1]:
        found = _TITLE.match(line)
        if found and not title and (title := _unquoted(found[1].strip())):
            continue
        rest.append(line)
    return title, spaced("\n".join(rest))


def _unquoted(value):
    """A value of one line; empty for one that goes on below."""
    if value[:1] in (">", "|", "[", "{"):
        return ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return spaced(value)
