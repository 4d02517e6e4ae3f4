"""Topics and medicines from A to Z, by every name that readers may know them by."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from blog.models import TopicPage
from editions.addresses import address, site_of, way_home
from editions.all_shown import shown_here
from editions.prepared import Prepared
from home.names import Target, a_to_z
from home.navigation import page_type

TOPICS = Prepared(
    lambda topic_type: (
        TopicPage.objects.filter(live=True, content_type=topic_type)
        .order_by("title", "pk")
        .values_list("pk", "title", "url_path")
    ),
    topic_type=int,
)


@require_safe
def a_to_z_page(request):
    """All names of what is shown at the request's moment; nine queries at most, however many there are."""
    articles = [
        (article.facts, Target(article.facts["title"], address(url_path, request), not article.is_reviewed))
        for article, url_path in shown_here(request)
    ]
    letters = a_to_z(_topics(request), articles)
    context = {
        "letters": letters,
        "is_empty": not any(letter.entries for letter in letters),
        "breadcrumbs": [way_home(request)] if site_of(request) else [],
    }
    response = render(request, "pages/a_to_z.html", context)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _topics(request):
    site = site_of(request)
    rows = TOPICS.rows(topic_type=page_type(TopicPage)) if site else []
    return [
        (pk, Target(title, address(url_path, request)))
        for pk, title, url_path in rows
        if url_path.startswith(site.root_page.url_path)
    ]
