"""How hard a text is to read, and where."""

import pytest

from blog.clinical_rules import readability
from blog.clinical_rules.document import Document
from blog.clinical_rules.syllables import syllables
from blog.tests.rules.contents import content, flags, found, ids, section

SHORT = "You rest in a chair."
LONG = " ".join(["Some", *["word"] * 19, "end."])


def overview(html, **value):
    return section("overview", body=html, **value)


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("cat", 1),
        ("people", 2),
        ("treated", 2),
        ("worked", 1),
        ("places", 2),
        ("makes", 1),
        ("medicine", 3),
        ("psychiatrist", 4),
        ("serious", 3),
        ("special", 2),
        ("being", 2),
        ("suicidal", 4),
        ("ideation", 4),
        ("anxiety", 4),
        ("positively", 4),
        ("neurotransmitters", 5),
        ("(Depression),", 3),
        ("24", 1),
        ("", 1),
    ],
)
def test_syllables(word, number):
    assert syllables(word) == number


def test_grades_are_those_of_their_authors():
    measured = readability.Reading(sentences=30, words=300, syllables=450, polysyllables=36)
    assert measured.smog == pytest.approx(1.0430 * 6 + 3.1291)
    assert measured.fkgl == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)
    nothing = readability.Reading(0, 0, 0, 0)
    assert nothing.smog == nothing.fkgl == 0.0


def test_running_text_alone_is_measured():
    document = Document(
        content(
            overview(f"<p>{SHORT} {SHORT}</p>", section_heading="Extraordinarily complicated considerations"),
            section("side_effects", rows=[{"value": {"term_plain": "Extraordinary sleepiness"}}]),
            section("mechanism", caveat="Nobody knows."),
        )
    )
    assert readability.reading(document) == (3, 12, 14, 1)


HARD = "Extraordinary considerations complicate administration considerably."
GRADED = "READ-01"


def test_a_hard_text_has_its_grade_told():
    [flag] = [flag for flag in flags(readability, overview(paragraphs(*[HARD] * 12))) if flag.rule.id == GRADED]
    assert (flag.quote, flag.block_id) == ("", "")
    assert "SMOG (which wants 30 sentences; there are fewer)" in flag.message
    [flag] = [flag for flag in flags(readability, overview(paragraphs(*[HARD] * 30))) if flag.rule.id == GRADED]
    assert "SMOG." in flag.message


def test_an_easy_text_or_a_short_one_is_left_alone():
    assert GRADED not in ids(readability, overview(paragraphs(*[SHORT] * 40)))
    assert GRADED not in ids(readability, overview(paragraphs(HARD)))


def test_an_answer_to_the_grade_outlives_small_changes():
    few, more = (flags(readability, overview(paragraphs(*[HARD] * number)))[0] for number in (40, 41))
    assert few.quote_digest == more.quote_digest


def test_sentences_of_more_than_twenty_words():
    assert found(readability, overview(f"<p>{SHORT} {LONG}</p>")) == [("READ-02", "b1", "body", LONG)]
    assert found(readability, overview(f"<p>{LONG.replace('word ', '', 1)}</p>")) == []


def test_paragraphs_of_more_than_three_sentences():
    assert found(readability, overview(f"<p>First it is. {SHORT} {SHORT} {SHORT}</p>")) == [
        ("READ-03", "b1", "body", "First it is.")
    ]
    assert found(readability, overview(f"<p>{SHORT} {SHORT} {SHORT}</p><p>{SHORT}</p>")) == []


def test_a_heading_every_three_hundred_words():
    many = [f"Number {number}. {SHORT}" for number in range(44)]
    told = found(readability, overview(paragraphs(*many)))
    assert told == [("READ-04", "b1", "body", "Number 42.")]
    assert found(readability, overview(paragraphs(*many[:22])), overview(paragraphs(*many[22:]))) == []


def test_lists_of_more_than_six_items():
    items = "".join(f"<li>Item {number}</li>" for number in range(7))
    assert found(readability, overview(f"<ul>{items}</ul>")) == [("READ-05", "b1", "body", "Item 0")]
    assert found(readability, overview("<ul><li>A</li></ul>" * 7)) == []


def test_a_list_in_a_list():
    assert found(readability, overview("<ul><li>One<ul><li>Two</li></ul></li></ul>")) == [
        ("READ-06", "b1", "body", "Two")
    ]


def test_bold_is_for_few_words():
    text = paragraphs(*["You rest in a <b>chair</b>."] * 10)
    assert found(readability, overview(text)) == [("READ-07", "b1", "", "")]
    assert found(readability, overview(paragraphs(*["You rest in a <b>chair</b>.", SHORT] * 5))) == []
    assert found(readability, overview("<p><b>Rest in a chair.</b></p>")) == []
