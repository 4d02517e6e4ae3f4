"""Requests to Wagtail's editor as a browser sends them."""

import json

from django.urls import reverse
from wagtail import blocks
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

OVERVIEW = (
    "overview",
    {
        "section_heading": "About us",
        "health_aspect": "overview",
        "body": rich_text("<p>The clinic is open.</p>", features=[]),
    },
)

LIST_ITEM = {"deleted": "", "type": "item"}


def form_of(article, *, sections=(OVERVIEW,), authors=None, **fields):
    """The article's form, filled in; `authors` are Persons (None: those of the draft)."""
    people = [row.person for row in article.authors.all()] if authors is None else authors
    return nested_form_data(
        {
            "title": article.title,
            "slug": article.slug,
            "summary": article.summary,
            "article_type": article.article_type,
            "audience": article.audience,
            "jurisdiction": article.jurisdiction,
            "funding": article.funding,
            "competing_interests": article.competing_interests,
            "review_interval_months": article.review_interval_months,
            "body": streamfield([(name, value) for name, value in sections]),
            "authors": inline_formset([{"person": person.pk} for person in people]),
            "references": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def form_value(block, stored):
    """A stored value of a block as the editor's form sends it."""
    if isinstance(block, blocks.StructBlock):
        return {name: form_value(child, stored[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        items = {
            str(at): {
                **LIST_ITEM,
                "order": str(at),
                "id": item["id"],
                "value": form_value(block.child_block, item["value"]),
            }
            for at, item in enumerate(stored)
        }
        return items | {"count": str(len(stored))}
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(stored)
    return "" if stored in (None, False) else str(stored)


def link_to(page_id, text="there"):
    """A Draft.js value with a link to a page, as the editor sends it."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "a",
                    "type": "unstyled",
                    "depth": 0,
                    "text": text,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"key": 0, "offset": 0, "length": len(text)}],
                }
            ],
            "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page_id, "parentId": 1}}},
        }
    )


def edit(client, article, action="", **options):
    """Post the editor's form; `action` is the name of a button, such as `action-submit`."""
    data = form_of(article, **options)
    if action:
        data[action] = "yes"
    return client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data)


def autosave(client, article, **options):
    """Post the form in the background, as the editor does while somebody types."""
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        form_of(article, **options),
        headers={"accept": "application/json"},
    )
