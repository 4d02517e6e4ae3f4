"""Plain words, people before labels, the right word, and “do not” where it warns."""

import pytest

from blog.clinical_rules import words
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import flags, found, listed, section


def overview(text):
    return section("overview", body=f"<p>{text}</p>")


def in_text(text, **fields):
    return [(rule, quote) for rule, _block, _field, quote in found(words, overview(text), **fields)]


@pytest.mark.parametrize(
    ("text", "rule", "quote", "better"),
    [
        ("It is Utilized here.", "WORD-03", "Utilized", "use"),
        ("Adverse reactions are rare.", "WORD-03", "Adverse reactions", "side effects"),
        ("In order to sleep.", "WORD-03", "In order to", "to"),
        ("She suffers from low mood.", "WORD-04", "suffers from", "living with"),
        ("Those struggling with it.", "WORD-04", "struggling with", "living with"),
        ("He is bipolar.", "WORD-04", "is bipolar", "has bipolar disorder"),
        ("Help for addicts.", "WORD-04", "addicts", "person with an addiction"),
        ("This drug is old.", "WORD-05", "drug", "medicine"),
        ("It is disassociation.", "WORD-07", "disassociation", "dissociation"),
        ("Patients can rest.", "WORD-08", "Patients", "you"),
        ("The treatment is safe.", "WORD-09", "is safe", "Nothing is safe for everybody"),
        ("Serotonin is one.", "WORD-10", "Serotonin", "messenger"),
        ("Talk to your doctor.", "WORD-11", "Talk to your doctor", "Say how"),
    ],
)
def test_what_has_a_better_word(text, rule, quote, better):
    [flag] = flags(words, overview(text))
    assert (flag.rule.id, flag.quote, flag.block_id, flag.field) == (rule, quote, "b1", "body")
    assert better in flag.message


@pytest.mark.parametrize(
    "text",
    [
        "People use it to sleep.",
        "He has low mood and lives with it.",
        "What it treats is bipolar disorder.",
        "Recreational drugs, drug use, and drugs and alcohol.",
        "The Food and Drug Administration.",
        "Alcoholics Anonymous is a group.",
        "Your medication is kept safe.",
        "It is not safe, and nobody is safe to drive.",
        "Chemical messengers (serotonin) and dopamine (a messenger).",
        "Talk to your doctor, on 555 0100.",
        'See your doctor: <a href="https://example.org/">how to call us</a>.',
        "You feel detached (dissociation).",
    ],
)
def test_what_is_right(text):
    assert in_text(text) == []


def test_a_word_is_told_once_in_a_paragraph():
    assert in_text("Patients rest. Then patients and patients go.") == [
        ("WORD-08", "Patients"),
        ("WORD-08", "patients"),
    ]


def test_a_medical_word_is_told_where_it_first_stands():
    assert in_text("Dopamine is one. Dopamine rises.") == [("WORD-10", "Dopamine")]
    assert in_text("Feeling sick (nausea). Nausea goes.") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"glossary": [{"id": 5, "term": "Dopamine", "also_called": ""}]},
        {"conditions": [{"id": 5, "name": "Dopamine", "also_called": ""}]},
    ],
)
def test_what_the_glossary_or_the_subject_explains_is_explained(fields):
    assert in_text("Dopamine is one.", **fields) == []


def test_findings_may_count_patients():
    assert found(words, section("evidence", findings=listed({"population": "73 patients"}))) == []


def test_british_pages_say_medicine():
    assert in_text("A medication.", jurisdiction="uk") == [("WORD-05", "medication")]
    assert in_text("A medication.", jurisdiction="us") == []


@pytest.mark.parametrize(
    ("said", "full"), [("Don't drive.", "do not"), ("You can\u2019t drive.", "cannot"), ("It isn't over.", "is not")]
)
def test_do_not_is_written_in_full_where_it_warns(said, full):
    [flag] = flags(words, section("warning", body=f"<p>{said}</p>"))
    assert (flag.rule.id, flag.rule.level, flag.field) == ("WORD-06", Level.WARN, "body")
    assert flag.quote in said and f"“{full}”" in flag.message
    assert in_text(said) == []


def test_street_names_are_for_search():
    sentence = "It is known by slang names like Examplish."
    assert in_text(f"You rest. {sentence}") == [("WORD-12", sentence)]
    assert words.SLANG.level == Level.NOTE
