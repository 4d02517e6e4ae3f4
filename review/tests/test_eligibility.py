"""The rules of who may sign and what may be released, without a database."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from review.eligibility import HandedIn, Licence, Reason, Reviewer, objections, release_objections

NOON = datetime(2027, 3, 3, 17, tzinfo=UTC)
LICENCE = Licence("psychiatrist", "REG1", date(2020, 1, 1), date(2030, 6, 30))


def reviewer(**changes):
    return Reviewer(**{"user_id": 1, "is_permitted": True, "person_id": 11, "licences": (LICENCE,), **changes})


def text(**changes):
    handed_in = {"is_open": True, "submitted_by": 2, "owner": 2, "author_person_ids": frozenset({12})}
    return HandedIn(**{**handed_in, "contributed_on": {2: date(2027, 3, 1)}, **changes})


def reasons(a_reviewer, a_text, at=NOON):
    return [objection.reason for objection in objections(a_reviewer, a_text, at)]


def test_another_clinician_may_approve():
    assert reasons(reviewer(), text()) == []


def test_each_tie_to_the_text_is_a_reason():
    assert reasons(reviewer(), text(contributed_on={1: date(2027, 3, 1)})) == [Reason.WROTE_PART_OF_IT]
    assert reasons(reviewer(), text(author_person_ids=frozenset({11}))) == [Reason.NAMED_AS_AUTHOR]
    assert reasons(reviewer(), text(submitted_by=1)) == [Reason.SUBMITTED_IT]
    assert reasons(reviewer(), text(owner=1)) == [Reason.OWNS_THE_PAGE]


def test_the_sentence_says_what_follows_and_when_it_was():
    found = objections(reviewer(), text(contributed_on={1: date(2027, 2, 12)}, owner=1), NOON)
    assert [str(objection) for objection in found] == [
        "You wrote part of this article, so a different clinician must approve it. You last worked on it on "
        "12 Feb 2027.",
        "You also created this article.",
    ]


def test_who_is_not_appointed_may_not_approve():
    assert reasons(reviewer(is_permitted=False), text()) == [Reason.NOT_PERMITTED]


def test_without_a_profile_nobody_can_be_named_as_the_reviewer():
    assert reasons(reviewer(person_id=None, licences=()), text()) == [Reason.NO_PROFILE]


def test_a_credential_must_cover_the_day():
    assert reasons(reviewer(licences=()), text()) == [Reason.NO_VALID_CREDENTIAL]


def test_an_expired_credential_is_told_with_its_date():
    expired = Licence("psychiatrist", "REG1", date(2020, 1, 1), date(2027, 3, 2))
    (found,) = objections(reviewer(licences=(expired,)), text(), NOON)
    assert "expired on 2 Mar 2027" in str(found)


def test_a_credential_that_has_not_begun_is_told_with_its_date():
    future = Licence("psychiatrist", "REG1", date(2027, 4, 1), date(2030, 1, 1))
    (found,) = objections(reviewer(licences=(future,)), text(), NOON)
    assert "valid from 1 Apr 2027" in str(found)


def test_the_day_is_the_one_where_the_clinic_is():
    last_day = Licence("psychiatrist", "REG1", date(2020, 1, 1), date(2027, 3, 2))
    still_the_second = datetime(2027, 3, 3, 4, 59, tzinfo=UTC)
    assert reasons(reviewer(licences=(last_day,)), text(), still_the_second) == []
    assert reasons(reviewer(licences=(last_day,)), text(), still_the_second + timedelta(minutes=1)) == [
        Reason.NO_VALID_CREDENTIAL
    ]


def test_a_closed_or_replaced_text_cannot_be_approved():
    assert reasons(reviewer(), text(is_open=False)) == [Reason.CLOSED]
    assert reasons(reviewer(), text(is_open=False, is_latest=False)) == [Reason.REPLACED]


days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
licences = st.builds(lambda a, b: Licence("psychiatrist", "REG", min(a, b), max(a, b)), days, days)


@given(
    reviewer=st.builds(
        Reviewer,
        user_id=st.integers(1, 4),
        is_permitted=st.booleans(),
        person_id=st.none() | st.integers(1, 4),
        licences=st.lists(licences, max_size=3).map(tuple),
    ),
    text=st.builds(
        HandedIn,
        is_open=st.booleans(),
        is_latest=st.booleans(),
        submitted_by=st.none() | st.integers(1, 4),
        owner=st.none() | st.integers(1, 4),
        author_person_ids=st.frozensets(st.integers(1, 4)),
        contributed_on=st.dictionaries(st.integers(1, 4), days),
    ),
    at=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),
)
def test_nobody_approves_who_had_a_hand_in_it_or_no_licence(reviewer, text, at):
    """Said a second time, as one condition instead of a list of reasons."""
    day = (at - timedelta(hours=5)).date()
    hands = {*text.contributed_on, text.submitted_by, text.owner}
    certainly_licensed = any(
        licence.valid_from <= day and (day + timedelta(days=1)) <= licence.valid_until for licence in reviewer.licences
    )
    certainly_unlicensed = not any(
        licence.valid_from <= day + timedelta(days=1) and day <= licence.valid_until for licence in reviewer.licences
    )
    independent = reviewer.user_id not in hands and reviewer.person_id not in text.author_person_ids
    may = text.is_open and text.is_latest and reviewer.is_permitted and reviewer.person_id and independent
    found = objections(reviewer, text, at)
    if may and certainly_licensed:
        assert found == []
    if not may or certainly_unlicensed:
        assert found != []
    assert all(str(objection).endswith(".") for objection in found)


RELEASABLE = {
    "content_digest": "a",
    "imported_digest": "a",
    "has_reviewed_edition": False,
    "is_in_review": False,
    "was_sent_back": False,
}


def test_what_was_imported_and_never_touched_may_be_released():
    assert release_objections(**RELEASABLE) == []


def test_every_other_article_needs_a_review():
    for change in (
        {"content_digest": "b"},
        {"imported_digest": ""},
        {"has_reviewed_edition": True},
        {"is_in_review": True},
        {"was_sent_back": True},
    ):
        assert len(release_objections(**{**RELEASABLE, **change})) == 1
