"""Fill the database of a benchmark with public articles: `python -m benchmarks.more_articles 200`.

Uses the settings of the environment; refuses a database that does not hold the demo.
"""

import sys

import django


def main(count):
    django.setup()
    from django.utils import timezone

    from blog.content import content, metadata
    from blog.models import ArticleIndexPage, ArticlePage
    from blog.rendering import render_body
    from cms.demo import article
    from editions import ledger
    from editions.canonical import canonical_json

    index = ArticleIndexPage.objects.first()
    if index is None:
        sys.exit("Run `manage.py load_demo` first.")
    editions = []
    for number in range(1, count + 1):
        words = {"title": f"Demonstration article number {number}", "slug": f"demonstration-{number}"}
        page = ArticlePage(live=False, **article.FIELDS | words)
        index.add_child(instance=page)
        html, sections = render_body(page)
        facts = metadata(page, sections) | {
            "reviewers": [],
            "reviewed_on": timezone.localdate().isoformat(),
            "next_review_due": None,
        }
        editions.append(
            ledger.seal_edition(
                page_id=page.pk,
                kind="reviewed",
                content=canonical_json(content(page)),
                html=html,
                metadata=facts,
                frozen_at=timezone.now(),
                by=None,
            )
        )
    # In lots, for an act must be done before the moment that it sets.
    for start in range(0, len(editions), 20):
        lot = editions[start : start + 20]
        ledger.perform(lambda writer, lot=lot: [writer.publish(edition) for edition in lot], by=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
