"""What an import put where, for the person who ran it."""

from blog.clinical_rules.sentences import sentences
from blog.rich_text import plain_text

_TEXTS = ("intro", "body")
_LISTS = {"points": "points", "items": "stages", "rows": "rows", "pathways": "pathways"}


def report(imported):
    """Lines of text: the title, each section with what it holds, and apart from them the site's own text."""
    lines = [f"Title: {imported.title}", "Sections:"]
    lines += [f"  {_line(kind, value)}" for kind, value in imported.sections] or ["  none"]
    if imported.chrome:
        lines.append("Not part of the article, but of the site it was copied from:")
        lines += [f"  {name}: {text}" for name, text in imported.chrome.items()]
    return "\n".join(lines)


def _line(kind, value):
    heading = value.get("section_heading") or value.get("heading") or ""
    found = [f"{_count(value[name])} sentences of text" for name in _TEXTS if value.get(name)]
    found += [f"{len(value[name])} {word}" for name, word in _LISTS.items() if value.get(name)]
    named = f"{kind} “{heading}”" if heading else kind
    return f"{named}: {', '.join(found) or 'empty'}"


def _count(source):
    return sum(len(sentences(line)) for line in plain_text(source).split("\n"))
