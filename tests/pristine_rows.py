"""The rows that migrations make (the page tree's root, the site, groups, permissions), kept to be put back.

Django's own way, serialized rollback, saves objects one by one and sends signals, which create content types under
other ids before their rows arrive. Copies of tables are exact, and quick enough to make after every flush.
"""

from django.db import connection, transaction

PREFIX = "pristine__"


def _tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def remember() -> None:
    """Copy every table that has rows, within the same database."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {quote(table)})")  # noqa: S608
            if cursor.fetchone()[0] and table != "django_migrations":
                cursor.execute(f"CREATE TABLE {quote(PREFIX + table)} AS SELECT * FROM {quote(table)}")  # noqa: S608


def put_back() -> None:
    """Fill the tables, which must be empty, from the copies."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        copies = [name for name in connection.introspection.table_names(cursor) if name.startswith(PREFIX)]
        with connection.constraint_checks_disabled(), transaction.atomic():
            for copy in copies:
                table = quote(copy.removeprefix(PREFIX))
                cursor.execute(f"INSERT INTO {table} SELECT * FROM {quote(copy)}")  # noqa: S608
