"""`timeline` against the oracle, on rows that no law has filtered."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editions.tests.oracle import oracle
from editions.timeline import FAR_FUTURE, timeline

START = datetime(2027, 3, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    pk: int
    state: str
    effective_at: datetime | None
    expires_at: datetime | None = None
    then: str = ""
    cancels_id: int | None = None


def hour(number):
    return START + timedelta(hours=number)


@st.composite
def histories(draw):
    rows = []
    for pk in range(1, draw(st.integers(1, 12)) + 1):
        effective = draw(st.integers(0, 20))
        kind = draw(st.sampled_from(["shown", "shown", "shown", "withdrawn", "nothing", "cancel"]))
        open_rows = [row.pk for row in rows if row.effective_at and row.pk not in {other.cancels_id for other in rows}]
        if kind == "cancel" and open_rows:
            rows.append(Row(pk, "", None, cancels_id=draw(st.sampled_from(open_rows))))
        elif kind == "shown" and draw(st.booleans()):
            then = draw(st.sampled_from(["nothing", "previous", "withdrawn"]))
            rows.append(Row(pk, "shown", hour(effective), hour(effective + draw(st.integers(1, 10))), then))
        else:
            rows.append(Row(pk, "shown" if kind == "cancel" else kind, hour(effective)))
    return rows


@given(histories(), st.lists(st.integers(-10, 400), min_size=5, max_size=20))
def test_timeline_agrees_with_a_scan_of_the_rows_at_any_instant(rows, tenths):
    intervals = timeline(rows)
    for moment in [hour(number / 10) for number in tenths] + [hour(number) for number in range(32)]:
        found = [i for i in intervals if i.starts_at <= moment < i.ends_at]
        assert len(found) <= 1
        assert ((found and (found[0].state, found[0].publication.pk)) or None) == oracle(rows, moment)


@given(histories())
def test_intervals_are_in_order_and_do_not_overlap(rows):
    intervals = timeline(rows)
    for interval in intervals:
        assert interval.starts_at < interval.ends_at
    for earlier, later in pairwise(intervals):
        assert earlier.ends_at <= later.starts_at


def test_expiry_with_previous_uncovers_what_was_shown_before():
    first = Row(1, "shown", hour(0))
    leaflet = Row(2, "shown", hour(2), hour(5), "previous")
    assert [(i.starts_at, i.ends_at, i.publication.pk) for i in timeline([first, leaflet])] == [
        (hour(0), hour(2), 1),
        (hour(2), hour(5), 2),
        (hour(5), FAR_FUTURE, 1),
    ]


def test_no_publications_give_no_intervals():
    assert timeline([]) == []
