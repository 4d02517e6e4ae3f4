"""The groups that accounts belong to, and what each may do unless administrators change it.

A group gets each permission that is listed for it once: when it is made, or when the version that brings the permission
is installed. What was given is remembered, so what administrators take away afterwards stays away.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from people.models import GivenPermission

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
    for model in (Group, Permission, Page, Collection, GroupPagePermission, GroupCollectionPermission, GivenPermission)
}


@transaction.atomic
def bring_up_to_date():
    """Make the groups that do not exist, and give each what is listed for it and was never given to it; safe to call
    again and again.
    """
    given = set(GivenPermission.objects.values_list("group__name", "permission"))
    for role in (AUTHORS, REVIEWERS, ADMINS):
        group, _is_new = Group.objects.get_or_create(name=role)
        found = []
        for label, give in _listed(role):
            # None while the app that it belongs to has no tables yet.
            permission = None if (role, label) in given else _permission(label)
            if permission:
                give(group, permission)
                found.append(GivenPermission(group=group, permission=label))
        GivenPermission.objects.bulk_create(found)


def _listed(role):
    """Each permission of a role as `app.codename`, with the function that gives it."""
    yield from ((label, _give) for label in PERMISSIONS[role])
    yield from ((f"wagtailcore.{codename}", _give_for_pages) for codename in PAGE_PERMISSIONS[role])
    yield from ((label, _give_for_files) for label in FILE_PERMISSIONS[role])


def _give(group, permission):
    group.permissions.add(permission)


def _give_for_pages(group, permission):
    for root in Page.objects.filter(depth=1):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _give_for_files(group, permission):
    for root in Collection.objects.filter(depth=1):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _permission(label):
    app_label, codename = label.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename).first()
