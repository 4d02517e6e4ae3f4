"""A prepared query gives what the queryset itself would give, for every argument."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editions import ledger
from editions.models import Edition, PublicState
from editions.prepared import Columns, Prepared, instances
from editions.tests.factories import edition, live_edition

pytestmark = pytest.mark.django_db

STATE = Columns(PublicState)


def states(page_id, kind, moment):
    of_kind = PublicState.objects.filter(page_id=page_id, edition__kind=kind, starts_at__lte=moment)
    return of_kind.order_by("-starts_at").values_list(*STATE.paths)


PREPARED = Prepared(states, page_id=int, kind=str, moment=datetime)


@pytest.fixture
def history():
    start = timezone.now() + timedelta(minutes=1)
    for day in range(3):
        ledger.publish(edition(1), by=None, at=start + timedelta(days=day))
    live_edition(2)
    return start


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    page_id=st.integers(-1, 3),
    kind=st.sampled_from(["reviewed", "unreviewed", "", "'", "%s", "é"]),
    hours=st.integers(-24, 96),
)
def test_rows_are_those_of_the_queryset(history, page_id, kind, hours):
    arguments = {"page_id": page_id, "kind": kind, "moment": history + timedelta(hours=hours)}
    expected = [list(row) for row in states(**arguments)]
    assert PREPARED.rows(**arguments) == expected
    assert PREPARED.rows(slice(0, 2), **arguments) == expected[:2]
    assert PREPARED.rows(slice(1, 3), **arguments) == expected[1:3]
    assert PREPARED.count(**arguments) == len(expected)


def test_rows_become_the_instances_that_django_would_make(history):
    (row,) = PREPARED.rows(page_id=1, kind="reviewed", moment=history)
    made, expected = STATE.instance(row), PublicState.objects.get(page_id=1, starts_at=history)
    assert made == expected
    assert {name: getattr(made, name) for name in STATE.names} == {
        name: getattr(expected, name) for name in STATE.names
    }


def test_columns_come_in_the_models_order_and_the_others_are_deferred():
    columns = Columns(Edition, "number", "id", "kind")
    assert columns.names == ["id", "number", "kind"]
    made = columns.instance([7, 2, "reviewed"])
    assert (made.pk, made.number, made.kind) == (7, 2, "reviewed")
    assert "html" in made.get_deferred_fields()


def test_row_of_several_models_becomes_an_instance_of_each():
    number, kind = Columns(Edition, "id", "number"), Columns(Edition, "id", "kind")
    first, second = instances([7, 2, 8, "reviewed"], number, kind)
    assert (first.pk, first.number) == (7, 2)
    assert (second.pk, second.kind) == (8, "reviewed")


def test_column_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no column colour"):
        Columns(Edition, "id", "colour")


def test_asking_takes_one_query(history):
    with CaptureQueriesContext(connection) as queries:
        PREPARED.rows(page_id=1, kind="reviewed", moment=datetime(2030, 1, 1, tzinfo=UTC))
    assert len(queries) == 1


def test_argument_that_is_not_compared_as_it_is_is_refused():
    prepared = Prepared(lambda kind: PublicState.objects.filter(state__startswith=kind).values_list("pk"), kind=str)
    with pytest.raises(ValueError, match="kind"):
        prepared.rows(kind="shown")
