"""Groups that stand from before it was remembered what they were given: the first version gave them what is listed here.

What a later version listed for them counts as not given yet, and comes to them at the end of this migration's run; of
what the first one gave, administrators may have taken something away, which stays away.
"""

from django.db import migrations

WRITING = [
    "wagtailadmin.access_admin",
    *(f"blog.{may}_reference" for may in ("add", "change", "view")),
    *("wagtailcore.add_page", "wagtailcore.change_page"),
    *("wagtailimages.add_image", "wagtailimages.choose_image"),
    *("wagtaildocs.add_document", "wagtaildocs.choose_document"),
]
GIVEN = {
    "Authors": WRITING,
    "Reviewers": [*WRITING, "review.approve_submission"],
    "Administrators": [
        *WRITING,
        "blog.delete_reference",
        *(f"wagtailcore.{name}" for name in ("publish_page", "bulk_delete_page", "lock_page", "unlock_page")),
        *(f"wagtailimages.{may}_image" for may in ("change", "delete")),
        *(f"wagtaildocs.{may}_document" for may in ("change", "delete")),
        *(f"people.{may}_person" for may in ("add", "change", "delete", "view")),
        *("home.change_sitesettings", *(f"home.{may}_crisisservice" for may in ("add", "change", "delete", "view"))),
        *(f"wagtailredirects.{may}_redirect" for may in ("add", "change", "delete")),
        *(f"wagtailcore.{may}_collection" for may in ("add", "change", "delete")),
        *("review.oversee_submission", "review.seal_unreviewed", "schedule.publish_editions"),
    ],
}


def remember(apps, schema_editor):
    GivenPermission = apps.get_model("people", "GivenPermission")
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GIVEN):
        rows = [GivenPermission(group=group, permission=label) for label in GIVEN[group.name]]
        GivenPermission.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("people", "0004_what_groups_were_given")]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
