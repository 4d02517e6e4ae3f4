"""One verdict for one quote."""

import pytest

from blog.clinical_rules import check
from blog.tests.rules.contents import content, section


def told(kind, text, **fields):
    name = "body" if kind == "overview" else "intro"
    checked = check(content(section(kind, **{name: f"<p>{text}</p>"}), **fields))
    return {flag.rule.id for flag in checked if flag.field == name}


@pytest.mark.parametrize(
    ("kind", "text", "rule", "general"),
    [
        ("mechanism", "It restores the receptors of the brain to what they were.", "MECH-05", "CITE-04"),
        ("overview", "Studies found that it ends suicidal thoughts.", "SUIC-02", "CITE-02"),
        ("overview", "It ended suicidal thoughts in 50% of people.", "SUIC-02", "CITE-01"),
        ("overview", "In people who want to die, it restores the will to live.", "SUIC-02", "CITE-03"),
        ("overview", "You have 10 mg QD.", "ISMP-03", "WORD-01"),
        ("overview", "You have MTX at night.", "ISMP-07", "WORD-01"),
    ],
)
def test_a_general_rule_says_nothing_where_a_more_specific_one_asks_for_the_same(kind, text, rule, general):
    rules = told(kind, text, medicine={"generic_name": "examplamine"})
    assert rule in rules
    assert general not in rules


def test_the_picture_of_the_brain_is_told_once_and_other_metaphors_beside_it():
    text = "It may be resetting the depressed brain in a journey."
    checked = check(content(section("mechanism", intro=f"<p>{text}</p>")))
    assert [flag.quote for flag in checked if flag.rule.id in ("MECH-06", "HYPE-03")] == [text, "journey"]


def test_what_asks_for_something_else_is_told_beside_it():
    assert {"SUIC-02", "WORD-08"} <= told("overview", "Patients with suicidal thoughts benefit from examplamine.")
    assert {"HYPE-03"} <= told("overview", "A way of resetting your brain.")
