"""Acronyms, and words that shout."""

import pytest

from blog.clinical_rules import capitals
from blog.tests.rules.contents import found, section


def in_text(text, **fields):
    return [
        (rule, quote)
        for rule, _block, _field, quote in found(capitals, section("overview", body=f"<p>{text}</p>"), **fields)
    ]


def test_an_acronym_is_explained_where_it_first_stands():
    assert in_text("It acts on GABA.") == [("WORD-01", "GABA")]
    assert in_text("You have an obsessive-compulsive disorder (OCD). OCD is common.") == []
    assert in_text("The EEG (a measure of brain waves) and EEGs.") == []
    assert in_text("An EEG first. The electroencephalogram (EEG).") == [("WORD-01", "EEG")]


def test_an_acronym_is_told_of_once_at_its_first_place():
    first, second = (
        section("overview", name, body=f"<p>{text}</p>")
        for name, text in (("b1", "GABA. GABA."), ("b2", "GABAs and EEG."))
    )
    assert found(capitals, first, second) == [
        ("WORD-01", "b1", "body", "GABA"),
        ("WORD-01", "b2", "body", "EEG"),
    ]


def test_in_brackets_alone_is_no_explanation():
    assert in_text("For other conditions (OCD, PTSD).") == [("WORD-01", "OCD"), ("WORD-01", "PTSD")]


@pytest.mark.parametrize(
    "text",
    ["In the US, the FDA says so.", "HIV and AIDS, MRI and TVs.", "An mRNA and COVID-19.", "Stage II, a B12 test"],
)
def test_acronyms_that_everybody_knows(text):
    assert in_text(text) == []


def test_the_glossary_explains():
    term = {"id": 5, "term": "gamma-aminobutyric acid", "also_called": "GABA"}
    assert in_text("It acts on GABA.", glossary=[term]) == []


def test_words_do_not_shout():
    assert in_text("Do NOT drive.") == [("WORD-02", "NOT")]
    assert in_text("IMPORTANT: rest.") == [("WORD-02", "IMPORTANT")]
    assert in_text("REST and rest.") == [("WORD-01", "REST")]
    assert in_text("SLEEP, for sleep helps.") == [("WORD-02", "SLEEP")]


@pytest.mark.parametrize("line", ["WHAT TO EXPECT", "SIDE EFFECTS", "DO NOT DRIVE TODAY."])
def test_a_line_in_capitals_is_told_once_and_its_words_are_no_acronyms(line):
    assert in_text(line) == [("WORD-02", line)]
    assert in_text("EEG, OCD") == [("WORD-01", "EEG"), ("WORD-01", "OCD")]
