"""Database triggers that make evidence append-only, whoever asks: Django, a shell, or a hasty `UPDATE` by hand.

A model is evidence when its class says `append_only = True`. One that also names `closing_fields` may have these set
once: as long as the first of them is empty, and nothing else with them. On SQLite, Django remakes a table to alter it
and drops its triggers without a word; so they are put back after every `migrate`. A trigger bears a digest of what it
does in its name: one made before the model got another column would not guard that column, and is replaced.
"""

import re
from contextlib import contextmanager

from django.apps import apps
from django.db import connection as default_connection
from django.db.models import UniqueConstraint

from editions.canonical import digest

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
    """Create the triggers that are missing and drop those of older definitions, on tables that exist.

    A table that has not got all its columns yet, in the midst of migrations, is left for the end of them.
    """
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        wanted = [
            model
            for model in append_only_models(app_label)
            if model._meta.db_table in tables and _is_complete(cursor, connection, model)
        ]
        if wanted and connection.vendor == "postgresql":
            cursor.execute(SETTLE)
            cursor.execute(POSTGRESQL_FUNCTION)
        present = _present(cursor, connection)
        for model in wanted:
            definitions = _definitions(model, connection)
            for name, statements in definitions.items():
                if name not in present:
                    for statement in statements:
                        cursor.execute(statement)
            _drop(cursor, connection, model, but=definitions)


def remove(connection=default_connection, app_label=None):
    """Drop the triggers; only for migrating backwards and for tests that flush."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(SETTLE)
        for model in append_only_models(app_label):
            _drop(cursor, connection, model)


def missing(connection=default_connection):
    """Names of triggers that should be there as they are defined now and are not, for tables that exist."""
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


def _is_complete(cursor, connection, model):
    columns = {column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)}
    return columns >= {field.column for field in model._meta.concrete_fields}


def _present(cursor, connection, only_enabled=True):
    if connection.vendor == "postgresql":
        # A disabled trigger is as good as none: 'A' is ENABLE ALWAYS, which replication roles cannot skip either.
        enabled = " AND tgenabled = 'A'" if only_enabled else ""
        cursor.execute(f"SELECT tgname FROM pg_trigger WHERE NOT tgisinternal{enabled}")  # noqa: S608
    else:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return {row[0] for row in cursor.fetchall()}


def _drop(cursor, connection, model, but=()):
    """Drop our triggers on the model's table, of whatever definition, except those named in `but`."""
    table = model._meta.db_table
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    for name in _present(cursor, connection, only_enabled=False):
        if name.startswith(f"{table}_no_") and name not in but:
            cursor.execute(f"DROP TRIGGER {name}{on_table}")


def _definitions(model, connection):
    """The names of the model's triggers, each with the statements that make it."""
    named = {}
    for name, statements in _statements(model, connection).items():
        full_name = f"{name}_{digest(chr(10).join(statements))[:8]}"
        named[full_name] = [re.sub(rf"\b{name}\b", full_name, statement) for statement in statements]
    return named


def _statements(model, connection):
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
