"""What can be an article's title."""

from blog.importers.refusal import ImportRefused

TITLE_LIMIT = 255
NO_TITLE = "The document has no title: it must begin with one, on a line of its own."


def usable_title(title):
    """`title` if a page can have it. Raises ImportRefused."""
    if not title.strip():
        raise ImportRefused(NO_TITLE)
    if len(title) > TITLE_LIMIT:
        raise ImportRefused(f"The title has {len(title)} characters; at most {TITLE_LIMIT} can be kept.")
    return title
