"""The words by which the form is known: fixed headings, and the first row of each table of fields."""

import re

ABOUT = ("About this article", "Form 1")
SECTION = "Section"
# A section whose heading field is blank stands under the heading that readers see all the same.
USUAL_HEADING = ", under its usual heading"
FIELDS = ("Field", "Value")
SOURCES, SOURCE_ITEM = "Sources", "Source"
WORDS, WORD_ITEM = "Words explained", "Word"

MISSING_PICTURE = "The file of this picture is missing."
HOW_TO_EDIT = "How to edit"
EDITING = (
    "Change the words. Leave the headings and the left columns of the tables as they are, and the document can be "
    "imported again."
)
AUTHOR, CONDITION, TOPIC, MEDICINE, FURTHER = "Author", "Condition", "Topic", "Medicine", "Further source"
# What each of an author's lines is, in order.
AUTHOR_LINES = ("name", "post_nominals", "profession", "affiliation")

TITLE_LEVEL, SECTION_LEVEL, FIELD_LEVEL = 1, 2, 3
DEEPEST_LEVEL = 6

# Near the start of a Markdown file, as people's programs may have set it.
IN_MARKDOWN = re.compile(r"^\|\s*About this article\s*\|\s*Form \d+\s*\|\s*$", re.MULTILINE)


def item_heading(label, number, name=""):
    return f"{label} {number}" + (f": {name}" if name else "")


def item_name(label, heading):
    """What an item is called by its heading, which may have lost its label and number."""
    found = re.fullmatch(rf"{re.escape(label)}\s+\d+(?:: ?(.*))?", heading, re.DOTALL | re.IGNORECASE)
    return (found[1] or "") if found else heading
