"""The groups that accounts belong to, and what each may do on a new installation.

A group is made once, with its permissions; what administrators change by hand afterwards stays as they left it.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

AUTHORS = "Authors"
REVIEWERS = "Reviewers"
ADMINS = "Administrators"

# Reviewers are clinicians, who write too: the independence of an approval is asked for each text, not for each person.
WRITING_PAGES = ("add_page", "change_page")
WRITING_FILES = (
    *("wagtailimages.add_image", "wagtailimages.choose_image"),
    *("wagtaildocs.add_document", "wagtaildocs.choose_document"),
)
# What articles share: whoever writes adds to it and mends it, for they notice first; only administrators delete.
SHARED = ("reference", "glossaryterm", "medicine", "condition")
WRITING = (
    "wagtailadmin.access_admin",
    *(f"blog.{may}_{model}" for model in SHARED for may in ("add", "change", "view")),
)

PAGE_PERMISSIONS = {
    AUTHORS: WRITING_PAGES,
    REVIEWERS: WRITING_PAGES,
    ADMINS: (*WRITING_PAGES, "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
}
FILE_PERMISSIONS = {
    AUTHORS: WRITING_FILES,
    REVIEWERS: WRITING_FILES,
    ADMINS: (
        *WRITING_FILES,
        *("wagtailimages.change_image", "wagtailimages.delete_image"),
        *("wagtaildocs.change_document", "wagtaildocs.delete_document"),
    ),
}
PERMISSIONS = {
    AUTHORS: WRITING,
    REVIEWERS: (*WRITING, "review.approve_submission", "reader.view_feedback"),
    # No approval of texts: who records credentials does not also sign. No accounts: whoever may change accounts in
    # Wagtail may make superusers of them, so that is for superusers.
    ADMINS: (
        *WRITING,
        *(f"blog.delete_{model}" for model in SHARED),
        *("people.add_person", "people.change_person", "people.delete_person", "people.view_person"),
        *("home.change_sitesettings", "home.add_crisisservice", "home.change_crisisservice"),
        *("home.delete_crisisservice", "home.view_crisisservice"),
        *("wagtailredirects.add_redirect", "wagtailredirects.change_redirect", "wagtailredirects.delete_redirect"),
        *("wagtailcore.add_collection", "wagtailcore.change_collection", "wagtailcore.delete_collection"),
        *("editions.view_edition", "editions.view_publication"),
        *("reader.view_feedback", "reader.delete_feedback"),
        *("shop.view_enquiry", "shop.change_enquiry", "shop.delete_enquiry"),
        *("shop.add_promotion", "shop.change_promotion", "shop.delete_promotion", "shop.view_promotion"),
        *("review.oversee_submission", "review.seal_unreviewed", "schedule.publish_editions"),
    ),
}

TABLES = {
    model._meta.db_table
    for model in (Group, Permission, Page, Collection, GroupPagePermission, GroupCollectionPermission)
}


def create_missing_groups():
    """Make the groups that do not exist; safe to call again and again."""
    for name in (AUTHORS, REVIEWERS, ADMINS):
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            _grant(group)


def _grant(group):
    group.permissions.set(filter(None, (_permission(label) for label in PERMISSIONS[group.name])))
    for root in Page.objects.filter(depth=1):
        for codename in PAGE_PERMISSIONS[group.name]:
            permission = _permission(f"wagtailcore.{codename}")
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for collection in Collection.objects.filter(depth=1):
        for label in FILE_PERMISSIONS[group.name]:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=_permission(label)
            )


def _permission(label):
    app_label, codename = label.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename).first()
