"""Evidence cannot be altered through the database either, and missing triggers are noticed and put back."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from editions import triggers
from editions.models import Edition, Publication, Seal
from editions.tests import factories

pytestmark = pytest.mark.django_db

TABLES = [model._meta.db_table for model in triggers.append_only_models("editions")]


@pytest.fixture(autouse=True)
def evidence():
    picture = f'<img src="/record/{"0" * 64}.png">'
    factories.live_edition(topics=[{"id": 40, "title": "Depression"}], words=picture)


def refuses(statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", TABLES)
def test_update_is_refused(table):
    column = "position" if table == "editions_seal" else "id"
    refuses(f"UPDATE {table} SET {column} = {column} + 100")  # noqa: S608


@pytest.mark.parametrize("table", TABLES)
def test_delete_is_refused(table):
    refuses(f"DELETE FROM {table}")  # noqa: S608


@pytest.mark.parametrize("table", TABLES)
def test_emptying_the_table_is_refused(table):
    if connection.vendor == "postgresql":
        connection.check_constraints()
        refuses(f"TRUNCATE {table} CASCADE")
    else:
        refuses(f"DELETE FROM {table} WHERE 1")  # noqa: S608


def test_django_cannot_save_or_delete_a_row_again():
    for row in (Edition.objects.get(), Publication.objects.get(), Seal.objects.first()):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_update=True)
    with pytest.raises(DatabaseError), transaction.atomic():
        Seal.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.bulk_update(list(Edition.objects.all()), ["html"])


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize("pragma", ["ON", "OFF"])
@pytest.mark.parametrize("by", ["id", "number"])
def test_insert_or_replace_is_refused_by_any_unique_column(pragma, by):
    edition = Edition.objects.get()
    columns = [field.column for field in Edition._meta.concrete_fields if field.column != "id" or by == "id"]
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers = {pragma}")
        try:
            refuses(f"INSERT OR REPLACE INTO editions_edition ({names}) SELECT {names} FROM editions_edition")  # noqa: S608
        finally:
            cursor.execute("PRAGMA recursive_triggers = ON")
    assert Edition.objects.get().pk == edition.pk


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_replication_role_does_not_skip_the_triggers():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    refuses("DELETE FROM editions_seal")


def test_missing_triggers_are_named_by_the_system_check_and_put_back_by_migrate():
    assert triggers.missing() == []
    triggers.remove()
    absent = triggers.missing()
    assert {name for name in absent if name.startswith("editions_seal")}
    warnings = [problem for problem in run_checks(databases=["default"]) if problem.id == "editions.W001"]
    assert len(warnings) == 1 and absent[0] in warnings[0].msg
    call_command("migrate", verbosity=0)
    assert triggers.missing() == []
    refuses("DELETE FROM editions_seal")
