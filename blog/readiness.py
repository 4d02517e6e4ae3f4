"""What keeps an article from being handed in, beside what its fields and sections refuse themselves."""

from dataclasses import dataclass

from blog.blocks.images import PictureBlock
from blog.clinical_checks.verdict import judge
from blog.clinical_rules.prose import RICH_TEXT
from blog.content import content
from blog.models.history import Waiver
from blog.rendering import broken_links

QUOTE_LIMIT = 80
# How many gaps are told where there is no form to tell each at its place.
TOLD_AT_ONCE = 3
# What is kept with the medicine or with a word stands nowhere in the editor.
LONG_TEXT = RICH_TEXT | {"boxed_warning", "term", "plain_definition"}


@dataclass(frozen=True)
class Gap:
    """Something that a draft lacks: a sentence that says what to do, and the place in the editor where to do it.

    `field` is one of the article's, `block_id` a section of its body, `path` the field in that (`rows.2.band`).
    """

    field: str
    message: str
    block_id: str = ""
    path: str = ""


def gaps(article):
    """The gaps of a draft, none when it can be handed in; told as it would be frozen, with the answers given to it."""
    found = []
    if not len(article.body):
        found.append(Gap("body", "Add at least one section. There is nothing to review yet."))
    for link in broken_links(article):
        message = (
            f"A link in “{link.heading}” leads to a page that readers cannot open: it was deleted or is not "
            "published, or nothing of it was ever approved. Remove the link, or link to another page."
        )
        found.append(Gap("body", message, link.block_id))
    for child in article.body:
        if isinstance(child.block, PictureBlock) and (problem := child.block.picture_problem(child.value)):
            found.append(Gap("body", problem, child.id))
    blocking = judge(content(article), Waiver.objects.answers(article.pk)).blocking
    return found + [gap_of(flag) for flag in blocking]


def gap_of(flag):
    """A finding that keeps an article from being handed in, as a gap."""
    message = flag.message
    # In a long text the place has to be found; a short field is the place.
    if flag.quote and flag.field.rpartition(".")[2] in LONG_TEXT:
        message = f"“{_shortened(flag.quote)}”: {message}"
    if flag.rule.waivable:
        message = f"{message} If it has to stay, say why under “Clinical checks”."
    if flag.block_id:
        return Gap("body", message, flag.block_id, flag.field)
    field = flag.field.partition(".")[0]
    return Gap("body" if field in ("", "glossary") else field, message)


def in_a_sentence(found):
    """The first of some gaps, and how many more there are, for who hands in without the editor's form."""
    more = len(found) - TOLD_AT_ONCE
    sentences = [gap.message for gap in found[:TOLD_AT_ONCE]]
    if more > 0:
        sentences.append(f"There {'is one more' if more == 1 else f'are {more} more'}: see “Clinical checks”.")
    return " ".join(sentences)


def _shortened(quote):
    return quote if len(quote) <= QUOTE_LIMIT else f"{quote[: QUOTE_LIMIT - 1].rstrip()}…"
