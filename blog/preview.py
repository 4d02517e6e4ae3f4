"""A draft as readers would get it: the same renderer in the same page, plainly marked, kept by no cache or index."""

from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe

from blog.content import metadata
from blog.rendering import render_body
from editions.addresses import way_home


def preview(article, request):
    """The response that shows `article`, which may never have been saved, inside the reader's page."""
    html, sections = render_body(article)
    facts = metadata(article, sections) | {"reviewers": [], "reviewed_on": None, "next_review_due": None}
    response = TemplateResponse(
        request,
        "pages/article_preview.html",
        {
            "facts": facts,
            # Made by the renderer a moment ago; escaping it again would change it.
            "body": mark_safe(html),  # noqa: S308
            "breadcrumbs": [way_home(request)],
            "topics": [],
            "evidence_checked_on": article.evidence_checked_on,
        },
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
