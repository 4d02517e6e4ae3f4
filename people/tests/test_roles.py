"""What each role may do on a new installation and after an upgrade, and that nobody's changes are undone."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from blog.tests.factories import site_tree
from people import roles
from people.models import Credential, GivenPermission, Person
from review.tests import factories

pytestmark = pytest.mark.django_db


def test_every_permission_that_a_role_names_exists():
    labels = {label for listed in (*roles.PERMISSIONS.values(), *roles.FILE_PERMISSIONS.values()) for label in listed}
    labels |= {f"wagtailcore.{codename}" for listed in roles.PAGE_PERMISSIONS.values() for codename in listed}
    known = {
        f"{row.content_type.app_label}.{row.codename}" for row in Permission.objects.select_related("content_type")
    }
    assert labels - known == set()


def test_migrate_makes_the_groups():
    assert set(Group.objects.values_list("name", flat=True)) >= {roles.AUTHORS, roles.REVIEWERS, roles.ADMINS}


def labels_of(group):
    """Everything that a group may do, as `app.codename`, with pages and files."""
    held = [*group.permissions.all()]
    held += [row.permission for row in (*group.page_permissions.all(), *group.collection_permissions.all())]
    return {f"{permission.content_type.app_label}.{permission.codename}" for permission in held}


def listed(role):
    return {label for label, _give in roles._listed(role)}


def test_what_administrators_changed_stays():
    group = Group.objects.get(name=roles.AUTHORS)
    group.permissions.clear()
    group.page_permissions.all().delete()
    group.collection_permissions.all().delete()
    call_command("migrate", verbosity=0)
    assert labels_of(group) == set()


def test_an_upgrade_gives_what_is_new_once_and_nothing_that_was_taken_away():
    group = Group.objects.get(name=roles.REVIEWERS)
    # As a version made it that knew nothing of what readers say; since then somebody has taken away the approval.
    GivenPermission.objects.filter(group=group, permission="reader.view_feedback").delete()
    group.permissions.remove(*Permission.objects.filter(codename__in=["view_feedback", "approve_submission"]))
    call_command("migrate", verbosity=0)
    assert labels_of(group) == listed(roles.REVIEWERS) - {"review.approve_submission"}
    group.permissions.remove(Permission.objects.get(codename="view_feedback"))
    call_command("migrate", verbosity=0)
    assert "reader.view_feedback" not in labels_of(group)


@pytest.mark.parametrize("kind", ["page", "collection"])
def test_an_upgrade_gives_what_is_new_for_pages_and_files(kind):
    group = Group.objects.get(name=roles.ADMINS)
    label = {"page": "wagtailcore.lock_page", "collection": "wagtaildocs.delete_document"}[kind]
    GivenPermission.objects.filter(group=group, permission=label).delete()
    getattr(group, f"{kind}_permissions").filter(permission__codename=label.partition(".")[2]).delete()
    call_command("migrate", verbosity=0)
    assert label in labels_of(group)


@pytest.mark.parametrize("role", [roles.AUTHORS, roles.REVIEWERS, roles.ADMINS])
def test_a_group_from_before_it_was_remembered_gets_what_came_later_and_keeps_its_administrators_changes(role):
    group = Group.objects.get(name=role)
    GivenPermission.objects.all().delete()
    group.permissions.clear()
    older = import_module("people.migrations.0005_groups_of_older_versions")
    older.remember(apps, None)
    call_command("migrate", verbosity=0)
    assert labels_of(group) - set(older.GIVEN[role]) == listed(role) - set(older.GIVEN[role])
    assert "wagtailadmin.access_admin" not in labels_of(group)
    assert "blog.add_medicine" in labels_of(group)


def test_a_group_that_was_deleted_is_made_again_whole():
    Group.objects.get(name=roles.REVIEWERS).delete()
    roles.bring_up_to_date()
    group = Group.objects.get(name=roles.REVIEWERS)
    assert group.permissions.filter(codename="approve_submission").exists()
    assert group.page_permissions.count() == len(roles.PAGE_PERMISSIONS[roles.REVIEWERS])


@pytest.mark.parametrize("role", ["author", "reviewer", "admin"])
def test_everybody_writes_below_the_index(client, role):
    client.force_login(getattr(factories, role)())
    _home, index = site_tree()
    assert client.get(reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])).status_code == 200


@pytest.mark.parametrize(("role", "may"), [("author", False), ("reviewer", False), ("admin", True)])
def test_other_pages_are_published_by_administrators(role, may):
    home, _index = site_tree()
    assert home.permissions_for_user(getattr(factories, role)()).can_publish() is may


@pytest.mark.parametrize(("role", "may"), [("author", False), ("reviewer", False), ("admin", True)])
def test_people_and_credentials_are_for_administrators(client, role, may):
    user = getattr(factories, role)()
    client.force_login(user)
    url = reverse(Person.snippet_viewset.get_url_name("edit"), args=[user.person.pk])
    data = {
        "name": "Dr Self",
        "slug": "dr-self",
        "credentials-TOTAL_FORMS": 1,
        "credentials-INITIAL_FORMS": 0,
        "credentials-MIN_NUM_FORMS": 0,
        "credentials-MAX_NUM_FORMS": 1000,
        "credentials-0-profession": "psychiatrist",
        "credentials-0-registration_number": "REG9",
        "credentials-0-valid_from": "2020-01-01",
        "credentials-0-valid_until": "2040-01-01",
    }
    client.post(url, data)
    assert Credential.objects.filter(registration_number="REG9").exists() is may
    assert Person.objects.filter(name="Dr Self").exists() is may


def test_authors_choose_people_for_a_byline(client):
    client.force_login(factories.author())
    response = client.get(reverse(Person.snippet_viewset.chooser_viewset.get_url_name("choose")))
    assert response.status_code == 200


def test_administrators_make_no_accounts_and_no_superusers(client):
    client.force_login(factories.admin())
    other = factories.author("other")
    data = {"username": "other", "first_name": "O", "last_name": "P", "email": "o@example.org", "is_superuser": "on"}
    client.post(reverse("wagtailusers_users:edit", args=[other.pk]), data)
    other.refresh_from_db()
    assert not other.is_superuser
