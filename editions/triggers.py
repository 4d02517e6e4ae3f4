"""Database triggers that make evidence append-only, whoever asks: Django, a shell, or a hasty `UPDATE` by hand.

A model is evidence when its class says `append_only = True`. One that also names `closing_fields` may have these set
once: as long as the first of them is empty, and nothing else with them. On SQLite, Django remakes a table to alter it
and drops its triggers without a word; so they are put back after every `migrate`.
"""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection as default_connection
from django.db.models import UniqueConstraint

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$
"""

# PostgreSQL alters no table that still has foreign keys to check at commit.
SETTLE = "SET CONSTRAINTS ALL IMMEDIATE"


def append_only_models(app_label=None):
    """The models whose rows are evidence, of one app or of all."""
    models = apps.get_app_config(app_label).get_models() if app_label else apps.get_models()
    return [model for model in models if getattr(model, "append_only", False)]


def install(connection=default_connection, app_label=None):
    """Create the triggers that are missing, on tables that exist."""
    tables = connection.introspection.table_names()
    wanted = [model for model in append_only_models(app_label) if model._meta.db_table in tables]
    with connection.cursor() as cursor:
        if wanted and connection.vendor == "postgresql":
            cursor.execute(SETTLE)
            cursor.execute(POSTGRESQL_FUNCTION)
        present = _present(cursor, connection)
        for model in wanted:
            for name, statements in _definitions(model, connection).items():
                if name not in present:
                    for statement in statements:
                        cursor.execute(statement)


def remove(connection=default_connection, app_label=None):
    """Drop the triggers; only for migrating backwards and for tests that flush."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(SETTLE)
        present = _present(cursor, connection)
        for model in append_only_models(app_label):
            for name in _definitions(model, connection):
                if name in present:
                    on_table = f" ON {model._meta.db_table}" if connection.vendor == "postgresql" else ""
                    cursor.execute(f"DROP TRIGGER {name}{on_table}")


def missing(connection=default_connection):
    """Names of triggers that should be there and are not, for tables that exist."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        present = _present(cursor, connection)
    return [
        name
        for model in append_only_models()
        if model._meta.db_table in tables
        for name in _definitions(model, connection)
        if name not in present
    ]


@contextmanager
def lifted(connection=default_connection):
    """The triggers away for a while; product code has no business here."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)


def _present(cursor, connection):
    if connection.vendor == "postgresql":
        # A disabled trigger is as good as none: 'A' is ENABLE ALWAYS, which replication roles cannot skip either.
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'")
    else:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return {row[0] for row in cursor.fetchall()}


def _definitions(model, connection):
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        changes = [("change", "UPDATE OR DELETE", "ROW")]
        if getattr(model, "closing_fields", ()):
            update = f"ROW WHEN ({_refused_update(model, 'IS DISTINCT FROM')})"
            changes = [("update", "UPDATE", update), ("delete", "DELETE", "ROW")]
        return {
            f"{table}_no_{name}": [
                f"DROP TRIGGER IF EXISTS {table}_no_{name} ON {table}",
                f"CREATE TRIGGER {table}_no_{name} BEFORE {events} ON {table} "
                f"FOR EACH {level} EXECUTE FUNCTION ledger_refuse()",
                f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_{name}",
            ]
            for name, events, level in [*changes, ("truncate", "TRUNCATE", "STATEMENT")]
        }
    refuse = f"SELECT RAISE(ABORT, 'The table {table} is append-only')"
    # INSERT OR REPLACE deletes the row it collides with, and tells no delete trigger unless a pragma is on.
    collides = " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in columns) + ")" for columns in _unique_columns(model)
    )
    unless = f"WHEN {_refused_update(model, 'IS NOT')} " if getattr(model, "closing_fields", ()) else ""
    return {
        f"{table}_no_update": [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {unless}BEGIN {refuse}; END"
        ],
        f"{table}_no_delete": [f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}; END"],
        f"{table}_no_replace": [
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {collides}) BEGIN {refuse}; END"
        ],
    }


def _refused_update(model, differs):
    """The SQL condition of an update that does more than close an open row."""
    columns = [field.column for field in model._meta.concrete_fields if field.name not in model.closing_fields]
    marker = model._meta.get_field(model.closing_fields[0]).column
    return " OR ".join([f"OLD.{marker} <> ''", *(f"OLD.{column} {differs} NEW.{column}" for column in columns)])


def _unique_columns(model):
    fields = model._meta.concrete_fields
    columns = [[field.column] for field in fields if field.unique]
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and not constraint.condition:
            columns.append([model._meta.get_field(name).column for name in constraint.fields])
    return columns
