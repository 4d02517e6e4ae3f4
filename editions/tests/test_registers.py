"""The registers can be looked at by those who may, and changed by nobody."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from editions.models import Edition, Publication
from editions.registers import EditionRegister, PublicationRegister
from editions.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence():
    factories.live_edition(title="Sleep and low mood", reason="First import")
    return Edition.objects.get(), Publication.objects.get()


def address(register, action, *arguments):
    return register().url_helper.get_action_url(action, *arguments)


@pytest.fixture
def reader_of_registers(django_user_model):
    user = django_user_model.objects.create_user("auditor", password="a password")
    names = ["access_admin", "view_edition", "view_publication"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


def test_rows_are_listed_and_opened(client, evidence, reader_of_registers):
    client.force_login(reader_of_registers)
    for register, row in zip((EditionRegister, PublicationRegister), evidence, strict=True):
        listed = client.get(address(register, "index"))
        assert listed.status_code == 200 and "Sleep and low mood" in listed.text
        assert client.get(address(register, "inspect", row.pk)).status_code == 200


def test_search_in_the_register(client, evidence, reader_of_registers):
    client.force_login(reader_of_registers)
    assert "Sleep and low mood" in client.get(address(EditionRegister, "index"), {"q": "low mood"}).text
    assert "Sleep and low mood" not in client.get(address(EditionRegister, "index"), {"q": "migraine"}).text


@pytest.mark.parametrize("asked", ["low\0mood", "a" * 100_000, " ".join("abc" * 1000), "%", "'\";--"])
def test_any_search_is_answered(client, evidence, reader_of_registers, asked):
    client.force_login(reader_of_registers)
    assert client.get(address(EditionRegister, "index"), {"q": asked}).status_code == 200


@pytest.mark.parametrize("register", [EditionRegister, PublicationRegister])
@pytest.mark.parametrize("action", ["create", "edit", "delete"])
def test_not_even_a_superuser_changes_a_row(client, admin_user, evidence, register, action):
    client.force_login(admin_user)
    url = address(register, action, *([] if action == "create" else [1]))
    for response in (client.get(url), client.post(url, {})):
        assert response.status_code in (302, 403, 404)
        assert response.get("Location") in (None, reverse("wagtailadmin_home"))
    assert Edition.objects.count() == 1 and Publication.objects.count() == 1


def test_who_may_not_look_is_sent_away(client, evidence, django_user_model):
    user = django_user_model.objects.create_user("author", password="a password")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    assert client.get(address(EditionRegister, "index")).status_code in (302, 403)


def test_list_asks_a_constant_number_of_questions(client, evidence, reader_of_registers, django_assert_max_num_queries):
    client.force_login(reader_of_registers)
    for page_id in range(2, 12):
        factories.live_edition(page_id)
    for register in (EditionRegister, PublicationRegister):
        with django_assert_max_num_queries(15):
            client.get(address(register, "index"))
