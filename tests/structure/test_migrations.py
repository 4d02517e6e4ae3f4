"""Migrations say everything that the models say, and go back."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, migrations
from django.db.migrations.loader import MigrationLoader

from tests.structure.sources import APPS, ROOT

# Nearest to the reader first: each comes before what it stands on. The users' table is Wagtail's ground too, so
# people's first migration is not taken back, which would take Wagtail's tables along.
GOING_BACK = ("home", "shop", "reader", "search", "schedule", "review", "blog", "editions")
BACK_AND_FORTH = """
import sys, django
django.setup()
from django.core.management import call_command
from django.db import connection
for app in sys.argv[1:]:
    call_command("migrate", app, "zero", verbosity=0)
    left = [table for table in connection.introspection.table_names() if table.startswith(f"{app}_")]
    assert not left, f"{app} leaves tables behind: {left}"
call_command("migrate", verbosity=0)
call_command("check", databases=["default"])
"""


def our_migrations() -> list[migrations.Migration]:
    loader = MigrationLoader(None)
    return [migration for (app, _), migration in sorted(loader.disk_migrations.items()) if app in APPS]


@pytest.mark.django_db
def test_models_have_no_change_without_a_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_operation_goes_back():
    stuck = [
        f"{migration}: {operation.describe()}"
        for migration in our_migrations()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert stuck == []


def test_migrations_are_named_for_what_they_do():
    unnamed = [str(migration) for migration in our_migrations() if "_auto_" in migration.name]
    assert unnamed == []


def scratch_database(tmp_path: Path) -> str:
    """The address of a copy of the test database, as it is after all migrations."""
    if connection.vendor == "sqlite":
        copy = tmp_path / "scratch.sqlite3"
        connection.ensure_connection()
        target = sqlite3.connect(copy)
        connection.connection.backup(target)
        target.close()
        return f"sqlite:///{copy}"
    name = f"{connection.settings_dict['NAME']}_scratch"
    original = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    url, _, query = os.environ["DATABASE_URL"].partition("?")
    return f"{url.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")


@pytest.mark.django_db(transaction=True)
def test_every_app_migrates_to_nothing_and_back(tmp_path):
    apps = [app for app in GOING_BACK if list((ROOT / app / "migrations").glob("0001_*.py"))]
    environment = os.environ | {
        "DATABASE_URL": scratch_database(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
    }
    command = [sys.executable, "-c", BACK_AND_FORTH, *apps]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
