"""From what was read of a document to a draft in the tree."""

from django.db import transaction

from blog.content import content
from blog.enums import ContributionSource
from blog.importers.refusal import ImportRefused
from blog.models import ArticleIndexPage, ArticlePage, Contribution
from editions.canonical import canonical_json, digest


@transaction.atomic
def create_draft(imported, parent=None, owner=None, topics=()):
    """An article's draft with its first revision, below `parent` or the first article index.

    `owner` is a user or None, `topics` the topic pages it belongs to. Remembers by digest what the import brought.
    Raises ImportRefused.
    """
    parent = parent or ArticleIndexPage.objects.order_by("path").first()
    if parent is None:
        raise ImportRefused("There is no article index page yet to put the draft under; make one first.")
    article = ArticlePage(
        title=imported.title, body=imported.sections, owner=owner, live=False, has_unpublished_changes=True
    )
    article.topics = topics
    parent.add_child(instance=article)
    article.imported_digest = digest(canonical_json(content(article)))
    article.save()
    # A draft may lack what a finished article needs, such as its summary: nothing is cleaned here.
    article.save_revision(clean=False)
    Contribution.objects.record(article, owner, ContributionSource.IMPORTED)
    return article
