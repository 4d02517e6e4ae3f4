"""The text of an imported document, put together again from its sections: what the tests compare with the source."""

from blog.importers.cues import ENUMERATES
from blog.importers.lists import english_list
from blog.rich_text import plain_text


def lines_of(imported):
    """The article's lines: title, headings, paragraphs and list items, in order."""
    lines = [imported.title]
    for _kind, value in imported.sections:
        lines += section_lines(value)
    return [line for line in lines if line]


def section_lines(value):
    lines = [value.get("section_heading") or value.get("heading") or ""]
    lines += plain_text(value.get("intro") or value.get("body") or "").split("\n")
    lines += [point["text"] for point in value.get("points", [])]
    lines += [plain_text(item["body"]) for item in value.get("items", [])]
    terms = [row["term_plain"] for row in value.get("rows", [])]
    if terms and ENUMERATES.search(f"{lines[-1]} "):
        lines[-1] += f" {english_list(terms)}."
    else:
        lines += terms
    return lines
