"""The address of an article: it belongs to the page and not to an edition, and readers who know an old one arrive."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import pre_save
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page, Site

from blog.refusals import Refused
from editions.models import PublicState

# What a redirect's old path can hold.
LONGEST_ADDRESS = 255
# Leaves room for the pages above and for a number that makes it unique.
LONGEST_SLUG = 100

IN_USE = "Another page beside this article has the address “{slug}”."
LEADS_ELSEWHERE = "Readers of “{title}” still come to this address, so choose another one."
TOO_LONG = "The old address is too long to leave a redirect, so it cannot be changed."


@transaction.atomic
def change_address(article, slug, by):
    """Give the article's row another slug; where readers may know the old address, a redirect stays behind.

    Drafts, submissions and editions are not touched. Raises Refused with a sentence when the address is not free.
    """
    row = type(article).objects.get(pk=article.pk)
    if sentence := objection_to(slug, row.get_parent(), row):
        raise Refused(sentence)
    before = row.url_path
    row.slug = slug
    row.save(update_fields=["slug", "url_path"], clean=False)
    log(instance=row, action="blog.change_address", user=by, data={"before": before, "after": row.url_path})
    return row


def objection_to(slug, parent, page=None):
    """Why a page (None for a new one) may not stand at `slug` below `parent`, as a sentence; empty when it may."""
    if not Page._slug_is_available(slug, parent, page):
        return IN_USE.format(slug=slug)
    leads = _redirects_from(f"{parent.url_path}{slug}/").select_related("redirect_page")
    if page is not None:
        leads = leads.exclude(redirect_page_id=page.pk)
    if redirect := leads.first():
        return LEADS_ELSEWHERE.format(title=redirect.redirect_page.title)
    return ""


def ever_public(pages, moment):
    """Those of `pages` that readers could open at some time up to `moment`, an article at least as a notice."""
    begun = PublicState.objects.filter(page_id=OuterRef("pk"), starts_at__lte=moment)
    return pages.filter(Q(live=True) | Q(first_published_at__isnull=False) | Exists(begun))


def leave_redirects(sender, instance, raw=False, update_fields=None, **kwargs):
    """Before a page's address changes, for whatever reason, leave a redirect for it and for every page below it.

    In the same transaction as the change, which Wagtail's own handlers are not; and for articles, whose rows are never
    live. Pages that no reader could open leave none.
    """
    if raw or not isinstance(instance, Page) or instance._state.adding:
        return
    if update_fields is not None and "url_path" not in update_fields:
        return
    before = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    if before is None or before == instance.url_path:
        return
    moving = Page.objects.filter(path__startswith=instance.path)
    for site in Site.objects.select_related("root_page"):
        # What stands at the top of a site, or above it, is no part of its readers' addresses.
        if before.startswith(site.root_page.url_path) and not site.root_page.path.startswith(instance.path):
            _leave_redirects_of(site, moving, before, instance.url_path)


def _leave_redirects_of(site, pages, before, after):
    root = site.root_page.url_path
    old_paths, new_paths = {}, []
    for page_id, url_path in ever_public(pages, timezone.now()).values_list("pk", "url_path"):
        old_paths[page_id] = _readers_path(url_path, root)
        if after.startswith(root):
            new_paths.append(_readers_path(after + url_path[len(before) :], root))
    if any(len(path) > LONGEST_ADDRESS for path in old_paths.values()):
        raise Refused(TOO_LONG)
    # A redirect away from where a page now stands would send its readers in a circle whenever it answers 404.
    Redirect.objects.filter(site=site, old_path__in=new_paths).delete()
    Redirect.objects.bulk_create(
        [
            Redirect(site=site, old_path=path, redirect_page_id=page_id, automatically_created=True)
            for page_id, path in old_paths.items()
        ],
        update_conflicts=True,
        unique_fields=["old_path", "site"],
        update_fields=["redirect_page", "redirect_page_route_path", "redirect_link", "automatically_created"],
    )


def _redirects_from(url_path):
    found = Q(pk__in=[])
    for site in Site.objects.select_related("root_page"):
        root = site.root_page.url_path
        if url_path.startswith(root):
            found |= Q(site=site, old_path=_readers_path(url_path, root))
    return Redirect.objects.filter(found, redirect_page__isnull=False)


def _readers_path(url_path, root):
    return Redirect.normalise_path("/" + url_path[len(root) :])


def connect():
    pre_save.connect(leave_redirects, dispatch_uid="leave_redirects")
