"""What keeps an article from being handed in, beside the rules of its fields and sections."""

from dataclasses import dataclass

from blog.blocks.images import PictureBlock
from blog.rendering import broken_links


@dataclass(frozen=True)
class Gap:
    """Something that a draft lacks: a sentence that says what to do, and the place in the editor where to do it."""

    field: str
    message: str
    block_id: str = ""


def gaps(article, has_authors=None):
    """The gaps of a draft, none when it can be handed in.

    `has_authors` is for a form, whose rows are not on the article yet.
    """
    found = []
    if has_authors is None:
        has_authors = bool(article.authors.all())
    if not len(article.body):
        found.append(Gap("body", "Add at least one section. There is nothing to review yet."))
    if not has_authors:
        found.append(Gap("authors", "Name at least one author. Readers are told who wrote the article."))
    for link in broken_links(article):
        message = (
            f"A link in “{link.heading}” leads to a page that readers cannot open: it was deleted, or nothing of it "
            "was ever approved. Remove the link, or link to another page."
        )
        found.append(Gap("body", message, link.block_id))
    for child in article.body:
        if isinstance(child.block, PictureBlock) and (problem := child.block.picture_problem(child.value)):
            found.append(Gap("body", problem, child.id))
    return found
