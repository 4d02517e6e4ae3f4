"""What Wagtail offers for pages in general and articles do not take, each with the sentence that says so."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from editions.models import Edition

PUBLISHING = "Articles are published from the publication desk after a second clinician approved them."
SCHEDULING = "An article gets its date at the publication desk after a second clinician approved it."
UNPUBLISHING = "Articles are withdrawn or taken down at the publication desk."
PRIVACY = (
    "Articles, their topics and the pages above them take no privacy setting; the publication desk decides what "
    "readers get."
)
ALIASES = "An article takes no alias, for its text would stand at two addresses. Make a copy instead."
DELETING = "“{title}” has approved editions, so its page is kept. Take it down at the publication desk instead."
DELETING_IN_REVIEW = "“{title}” is in clinical review, so its page is kept. Take it back from the review first."
DELETING_ABOVE = (
    "“{title}” has articles with approved editions below it, so it is kept. Take them down at the publication desk "
    "instead."
)
ARTICLES_STAY = (
    "Its articles stay public at their addresses: unpublishing hides this page only. Articles are withdrawn or taken "
    "down at the publication desk."
)


class Refused(PermissionDenied):
    """Wagtail was asked for something that articles do not take; `str()` is a sentence for people.

    A PermissionDenied, so that Wagtail's admin and its API answer with a refusal wherever nobody asked beforehand.
    """


def is_article(page):
    """Whether `page`, of whatever class it was loaded as, is an article's manuscript. No query.

    False for what is no page: Wagtail's templates that ask are shared with snippets.
    """
    return getattr(getattr(page, "specific_class", None), "is_manuscript", False)


def holds_articles(page):
    """Whether articles can stand below `page`. No query."""
    return bool(page.specific_class) and getattr(page.specific_class, "holds_articles", False)


def is_open_to_all(page):
    """Whether `page` takes no privacy setting: an article, a topic, or a page above articles. No query."""
    return is_article(page) or holds_articles(page) or getattr(page.specific_class, "is_topic", False)


def sealed_within(page):
    """The editions of `page` and of everything below it."""
    pages = Page.objects.filter(path__startswith=page.path)
    return Edition.objects.filter(page_id__in=pages.values("pk"))


def reason_to_keep(page):
    """Why `page` may not be deleted, as a sentence; empty when it may."""
    if is_article(page):
        if Edition.objects.filter(page_id=page.pk).exists():
            return DELETING.format(title=page.get_admin_display_title())
        if page.workflow_in_progress:
            return DELETING_IN_REVIEW.format(title=page.get_admin_display_title())
        return ""
    if sealed_within(page).exists():
        return DELETING_ABOVE.format(title=page.get_admin_display_title())
    return ""
