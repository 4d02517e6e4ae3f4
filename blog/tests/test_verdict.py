"""Findings weighed against the answers to them, and which answers stand."""

from datetime import UTC, datetime

import pytest

from blog.clinical_checks.verdict import Answer, frozen_answers, judge, verdict
from blog.clinical_rules import Flag, Level, Rule
from blog.models import Waiver
from blog.tests.factories import UserFactory

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
BLOCK = Rule("T-01", Level.BLOCK, "May be answered", "tests")
STRICT = Rule("T-02", Level.BLOCK, "May not be answered", "tests", waivable=False)
WARN = Rule("T-03", Level.WARN, "Look again", "tests")
NOTE = Rule("T-04", Level.NOTE, "Good to know", "tests")


def flag(rule, quote="These words."):
    return Flag(rule, "Something is wrong.", quote=quote)


def answer_to(a_flag, reason="It is what the label says."):
    return Answer(a_flag.rule.id, a_flag.quote, a_flag.quote_digest, reason, "Ann", AT)


def weigh(*flags, answered=()):
    return verdict(flags, {answer.key: answer for answer in map(answer_to, answered)})


def test_no_findings_may_be_handed_in():
    assert weigh().may_be_handed_in


def test_a_block_level_finding_keeps_from_handing_in():
    found = weigh(flag(BLOCK))
    assert not found.may_be_handed_in
    assert found.blocking == (flag(BLOCK),)


def test_warnings_and_notes_do_not():
    found = weigh(flag(WARN), flag(NOTE))
    assert found.may_be_handed_in
    assert (found.warnings, found.notes) == ((flag(WARN),), (flag(NOTE),))


@pytest.mark.parametrize("rule", [BLOCK, WARN])
def test_an_answer_settles_a_finding(rule):
    found = weigh(flag(rule), answered=[flag(rule)])
    assert found.may_be_handed_in
    assert found.open == ()
    assert [each.answer.reason for each in found.answered] == ["It is what the label says."]


def test_no_answer_settles_what_cannot_be_answered():
    found = weigh(flag(STRICT), answered=[flag(STRICT)])
    assert found.blocking == (flag(STRICT),)
    assert found.answered == ()


def test_an_answer_lapses_when_the_words_change():
    found = weigh(flag(WARN, "These other words."), answered=[flag(WARN)])
    assert found.warnings == (flag(WARN, "These other words."),)


def test_an_answer_counts_for_its_rule_alone():
    assert weigh(flag(BLOCK), answered=[flag(WARN)]).blocking == (flag(BLOCK),)


def test_an_answer_comes_back_from_what_was_sealed():
    answer = answer_to(flag(WARN))
    assert frozen_answers({"answers": [answer.frozen()]}) == {answer.key: answer}


def test_what_was_sealed_before_there_were_answers_has_none():
    assert frozen_answers({"title": "Old"}) == {}


def test_findings_come_in_the_order_of_the_text():
    body = [
        {"type": "overview", "id": section, "value": {"section_heading": "", "body": f"<p>Take {dose}.</p>"}}
        for section, dose in (("b", "1.0 mg"), ("a", ".5 mg"))
    ]
    found = judge({"title": "Doses", "article_type": "wellbeing", "body": body}, {})
    assert [each.block_id for each in found.blocking if each.rule.id.startswith("ISMP")] == ["b", "a"]


class Page:
    pk = 7


@pytest.fixture
def ann(db):
    return UserFactory(first_name="Ann")


def standing():
    return [answer.reason for answer in Waiver.objects.answers(Page.pk).values()]


def test_the_last_answer_counts(ann):
    Waiver.objects.give(Page, flag(WARN), by=ann, reason="First thought.")
    Waiver.objects.give(Page, flag(WARN), by=ann, reason=" Second thought. ")
    assert standing() == ["Second thought."]


def test_an_answer_taken_back_counts_no_more_and_is_not_forgotten(ann):
    Waiver.objects.give(Page, flag(WARN), by=ann, reason="It is so.")
    Waiver.objects.take_back(Page, flag(WARN), by=ann)
    assert standing() == []
    assert Waiver.objects.count() == 2


def test_an_answer_needs_a_reason(ann):
    with pytest.raises(ValueError, match="reason"):
        Waiver.objects.give(Page, flag(WARN), by=ann, reason="  ")


def test_what_cannot_be_answered_takes_no_answer(ann):
    with pytest.raises(ValueError, match="T-02"):
        Waiver.objects.give(Page, flag(STRICT), by=ann, reason="Because.")


def test_a_draft_that_was_never_saved_has_no_answers(db):
    assert Waiver.objects.answers(None) == {}
