"""What Wagtail's menus offer for an article: handing it in, its address, and the page that readers see."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.admin.widgets.button import Button

from blog.refusals import is_article
from editions.models import Edition, PublicState


class SubmitArticleMenuItem(SubmitForModerationMenuItem):
    """Says what handing in means here: nothing is published by it, and an approved text is never changed."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        approved_before = page and page.pk and Edition.objects.filter(page_id=page.pk).exists()
        return context | {"label": "Submit a new version" if approved_before else "Submit for clinical review"}


def name_the_submission(menu_items, request, context):
    """Put another item in the place of Wagtail's, whose words are "Submit to" and the workflow's name."""
    page = context.get("page")
    parent = context.get("parent_page")
    if (page and is_article(page)) or (page is None and parent and getattr(parent, "holds_articles", False)):
        for position, item in enumerate(menu_items):
            if type(item) is SubmitForModerationMenuItem:
                menu_items[position] = SubmitArticleMenuItem(order=item.order)


def with_what_is_shown(pages, moment):
    """Pages, each with whether readers are shown it at `moment`, in the listing's own query, for `address_of`."""
    shown = PublicState.objects.at(moment).shown().filter(page_id=OuterRef("pk"))
    return pages.annotate(shown_now=Exists(shown))


def address_of(page):
    """The address at which readers are shown the article now, or None."""
    # Listings say it beforehand for all their rows.
    shown = getattr(page, "shown_now", None)
    if shown is None:
        shown = PublicState.objects.at(timezone.now()).shown().for_page(page.pk).exists()
    return page.url if shown else None


def view_live_button(page, priority):
    """Buttons that open what readers see; none while they see nothing."""
    if is_article(page) and (url := address_of(page)):
        yield Button("View live", url=url, icon_name="doc-empty", attrs={"rel": "noreferrer"}, priority=priority)


def change_address_button(page, user, priority):
    if is_article(page) and page.permissions_for_user(user).can_change_address():
        url = reverse("article_address", args=[page.pk])
        yield Button("Change address", url=url, icon_name="link", priority=priority)
