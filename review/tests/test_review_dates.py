from datetime import UTC, date, datetime

from review.review_dates import lapse_of, months_later


def test_months_later_is_the_same_day_or_the_last_of_the_month():
    assert months_later(date(2027, 3, 3), 12) == date(2028, 3, 3)
    assert months_later(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_later(date(2027, 12, 15), 1) == date(2028, 1, 15)


def test_a_review_lapses_at_the_end_of_its_last_day_where_the_clinic_is():
    assert lapse_of("2028-03-03") == datetime(2028, 3, 4, 5, tzinfo=UTC)
    assert lapse_of(date(2028, 7, 1)) == datetime(2028, 7, 2, 4, tzinfo=UTC)
