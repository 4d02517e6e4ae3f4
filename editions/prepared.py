"""Queries that every reader's page asks, with their SQL put together once a process.

Django takes far longer to write the SQL of a small query than the database takes to answer it
(`benchmarks/prepared.py`).
Nothing that the database holds is kept.
"""

from datetime import UTC, datetime

from django.db import connection


class Prepared:
    """A `values_list` queryset whose arguments change and whose SQL does not.

    `build` makes it from arguments by name; `kinds` gives the type of each: int, str or datetime. An argument may only
    be compared with a column as it is: no None, no list, no `startswith`.
    """

    def __init__(self, build, **kinds):
        self.build = build
        self.marks = {name: _mark(kind, place) for place, (name, kind) in enumerate(kinds.items())}
        self.compiled = None

    def rows(self, window=None, **arguments):
        """The rows as lists, in the order of the queryset's columns; of them a slice, `window`, if given. One query."""
        sql, parameters, converters = self._ready()
        if window:
            start = window.start or 0
            sql = f"{sql} LIMIT {window.stop - start:d} OFFSET {start:d}"
        rows = [list(row) for row in self._run(sql, parameters, arguments)]
        for row in rows:
            for place, (convert_all, expression) in converters:
                for convert in convert_all:
                    row[place] = convert(row[place], expression, connection)
        return rows

    def count(self, **arguments):
        """How many rows there are; one query."""
        sql, parameters, _ = self._ready()
        return self._run(f"SELECT COUNT(*) FROM ({sql}) AS counted", parameters, arguments)[0][0]  # noqa: S608

    def _ready(self):
        self.compiled = self.compiled or self._compile()
        return self.compiled

    def _run(self, sql, parameters, arguments):
        values = [_adapted(arguments[part.name]) if isinstance(part, _Slot) else part for part in parameters]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def _compile(self):
        compiler = self.build(**self.marks).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        names = {_adapted(mark): name for name, mark in self.marks.items()}
        parameters = [_Slot(names[value]) if value in names else value for value in parameters]
        found = {part.name for part in parameters if isinstance(part, _Slot)}
        if missing := self.marks.keys() - found:
            raise ValueError(f"The query does not compare a column with {', '.join(sorted(missing))} as it is.")
        converters = compiler.get_converters([expression for expression, _, _ in compiler.select])
        return sql, parameters, list(converters.items())


class Columns:
    """The columns of a model in a wider row, and the instance that they make."""

    def __init__(self, model, *names, prefix=""):
        self.model = model
        # In the model's own order, for `from_db` takes the values in that order whatever names stand beside them.
        every = [field.attname for field in model._meta.concrete_fields]
        if unknown := set(names) - set(every):
            raise ValueError(f"{model.__name__} has no column {', '.join(sorted(unknown))}.")
        self.names = [name for name in every if not names or name in names]
        self.paths = [prefix + name for name in self.names]

    def instance(self, values):
        """The instance of a row's part; names that were not asked for are deferred."""
        return self.model.from_db(connection.alias, self.names, values)


def instances(row, *parts):
    """The instances that a row of several `Columns` side by side makes, one for each of `parts` in turn."""
    made, start = [], 0
    for columns in parts:
        end = start + len(columns.paths)
        made.append(columns.instance(row[start:end]))
        start = end
    return made


def numbered(**lists):
    """Arguments for lists of a known length: `numbered(slug=["a", "b"])` is `{"slug0": "a", "slug1": "b"}`."""
    return {f"{name}{place}": value for name, values in lists.items() for place, value in enumerate(values)}


class _Slot:
    """A place among the parameters where an argument goes."""

    def __init__(self, name):
        self.name = name


def _mark(kind, place):
    """A value that no query holds by itself, to be found again in the compiled one."""
    if kind is int:
        # Within PostgreSQL's integer, which Wagtail's ids are: Django leaves out a condition that no row can meet.
        return 2_147_480_000 + place
    if kind is str:
        return f"\ue000{place}"
    return datetime(7000 + place, 1, 1, tzinfo=UTC)


def _adapted(value):
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
