"""Numbers as people picture them."""

import pytest

from blog.clinical_rules import plain_numbers
from blog.tests.rules.contents import flags, found, listed, section


def overview(text):
    return section("overview", body=f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("text", "quote", "people"),
    [
        ("In 50% of participants it did.", "50% of participants", "50 in 100 people"),
        ("In 14.3 percent of the people.", "14.3 percent of the people", "143 in 1,000 people"),
    ],
)
def test_people_are_counted_in_people(text, quote, people):
    [flag] = flags(plain_numbers, overview(text))
    assert (flag.rule.id, flag.quote, flag.field) == ("WORD-20", quote, "body")
    assert people in flag.message


def test_other_percentages_and_findings_are_left_alone():
    assert found(plain_numbers, overview("It rose by 50%.")) == []
    assert found(plain_numbers, section("evidence", findings=listed({"claim": "50% of people slept."}))) == []


def test_a_section_counts_in_one_way():
    mixed = "It helped 27 in 100 people. It rose by 50%."
    assert found(plain_numbers, overview(mixed)) == [("WORD-21", "b1", "body", "50%")]
    apart = section("overview", "b2", body="<p>It rose by 50%.</p>")
    assert found(plain_numbers, overview("It helped 27 in 100 people."), apart) == []


@pytest.mark.parametrize("text", ["Wait 10-20 minutes.", "Wait 10 \u2013 20 minutes."])
def test_ranges_are_written_in_words(text):
    [(rule, _block, _field, quote)] = found(plain_numbers, overview(text))
    assert (rule, quote) == ("WORD-22", text.removeprefix("Wait ").removesuffix("."))
    assert found(plain_numbers, overview("Wait 10 to 20 minutes, on 555-0100.")) == []
