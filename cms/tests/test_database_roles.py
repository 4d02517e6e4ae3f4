"""The grants in docs/deployment.md do what the page promises: tried on PostgreSQL as they stand there."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "known-to-this-test"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles"),
]


@pytest.fixture
def clinic():
    """The address of a new database by role, after its first migration; database and roles go afterwards."""
    name = f"{connection.settings_dict['NAME']}_clinic"
    sql = re.search(r"```sql\n(.*?)```", (ROOT / "docs" / "deployment.md").read_text(), re.DOTALL)[1]
    sql = re.sub(r"\bclinic", name, sql).replace("…", PASSWORD)
    before, after = sql.split(f"\\connect {name}\n")
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            pytest.skip("Making roles needs a superuser of the PostgreSQL at DATABASE_URL")
        for statement in filter(str.strip, before.split(";")):
            cursor.execute(statement)
    parameters = connection.get_connection_params()
    parameters = {key: parameters[key] for key in ("host", "port", "user", "password") if parameters.get(key)}
    with psycopg.connect(dbname=name, autocommit=True, **parameters) as superuser:
        superuser.execute(after)
    host = quote(str(parameters.get("host", "")), safe="") + (f":{parameters['port']}" if "port" in parameters else "")
    addresses = {role: f"postgres://{name}_{role}:{PASSWORD}@{host}/{name}" for role in ("owner", "web")}
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "DATABASE_URL": addresses["web"],
        "MIGRATION_DATABASE_URL": addresses["owner"],
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    run = subprocess.run(migrate, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    yield addresses
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        cursor.execute(f"DROP ROLE {name}_owner, {name}_web")


def test_web_servers_role_writes_rows_and_cannot_touch_the_ledgers_triggers(clinic):
    with psycopg.connect(clinic["web"], autocommit=True) as web:
        web.execute("UPDATE auth_group SET name = 'Readers' WHERE false")
        triggers = web.execute(
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'editions_%'"
        ).fetchall()
        assert triggers
        forbidden = [f"DROP TRIGGER {trigger} ON {table}" for trigger, table in triggers]
        for table in sorted({table for _, table in triggers}):
            forbidden += [f"ALTER TABLE {table} DISABLE TRIGGER ALL", f"TRUNCATE {table}", f"DROP TABLE {table}"]
        forbidden += ["SET session_replication_role = replica", "CREATE TABLE extra (a int)"]
        for statement in forbidden:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute(statement)
