"""The clinic's own page, imported: the rules find what a careful reviewer would flag, each at its sentence."""

from pathlib import Path

import pytest
from django.conf import settings

from blog.clinical_rules import Level, check
from blog.clinical_rules.document import Document
from blog.clinical_rules.promotion import promotional_wording
from blog.clinical_rules.readability import reading
from blog.content import content
from blog.importers import create_draft, read_document
from blog.tests.factories import site_tree

SEED = Path(settings.BASE_DIR) / "cms" / "demo" / "clinic-page.txt"

# The sentences by the number that the reviewer's list gives them, as (kind of section, field, first words).
PLACES = {
    "title": ("", "title", "Unlocking the Potential of Ketamine"),
    "S1": ("overview", "body", "Ketamine, once limited to operating rooms"),
    "S2": ("overview", "body", "This short-acting general anesthetic"),
    "S3": ("overview", "body", "However, its dissociative properties"),
    "S4": ("overview", "body", "In recent years, ketamine has captured"),
    "S5": ("overview", "body", "Research experiments from Yale revealed"),
    "S6": ("overview", "body", "This led to controlled studies"),
    "S7": ("overview", "body", "The results were remarkable"),
    "L11": ("mechanism", "section_heading", "The Brain & Ketamine"),
    "S8": ("mechanism", "intro", "The focus on glutamate sets ketamine apart"),
    "S9": ("mechanism", "intro", "By enhancing synaptic connections"),
    "S10": ("mechanism", "intro", "Furthermore, ketamine\u2019s ability to rebalance"),
    "S11": ("mechanism", "intro", "GABA, a relaxing neurotransmitter"),
    "L17": ("stages", "intro", "Ketamine\u2019s therapeutic action occurs in three stages:"),
    "S12": ("stages", "items.0.body", "Firstly, it stimulates opiate receptors"),
    "S13": ("stages", "items.1.body", "In the second stage, glutamate receptors increase"),
    "S14": ("stages", "items.2.body", "The final stage involves the formation"),
    "L23": ("side_effects", "section_heading", "Ketamine Side Effects"),
    "S15": ("side_effects", "intro", "However, while ketamine offers hope"),
    "S16": ("side_effects", "intro", "Long-term adverse consequences of intravenous ketamine infusion may include"),
    "S17": ("who_should_not", "intro", "Patients considering ketamine therapy"),
    "S18": ("warning", "body", "Consulting a doctor is vital"),
    "S19": ("warning", "body", "It is crucial to remember"),
    "S20": ("conclusion", "body", "In conclusion, ketamine\u2019s journey"),
    "S21": ("conclusion", "body", "As researchers continue to explore"),
}
# What stands in the list for each of them: (sentence, rule, words; blank where the flag quotes the whole sentence).
EXPECTED = [
    ("title", "HEAD-02", ""),
    ("title", "HEAD-03", ""),
    ("title", "HYPE-02", "Unlocking"),
    ("S1", "HYPE-02", "groundbreaking"),
    ("S2", "WORD-03", "utilized"),
    ("S2", "CITE-06", "since the 1970s"),
    ("S3", "WORD-12", ""),
    ("S4", "WORD-01", "OCD"),
    ("S4", "WORD-01", "PTSD"),
    ("S4", "SUIC-03", ""),
    ("S4", "SUIC-06", ""),
    ("S4", "WORD-03", "suicidality"),
    ("S4", "READ-02", ""),
    ("S5", "CITE-02", ""),
    ("S5", "MECH-05", ""),
    ("S5", "CITE-03", ""),
    ("S6", "CITE-02", ""),
    ("S7", "HYPE-02", "remarkable"),
    ("S7", "CITE-01", ""),
    ("S7", "CITE-03", ""),
    ("S7", "WORD-20", "50% of participants"),
    ("S7", "HYPE-06", "just 24 hours"),
    ("L11", "HEAD-03", ""),
    ("L11", "HEAD-06", ""),
    ("S8", "CITE-04", ""),
    ("S8", "WORD-10", "serotonin"),
    ("S8", "WORD-10", "norepinephrine"),
    ("S8", "WORD-10", "dopamine"),
    ("S9", "CITE-03", ""),
    ("S10", "CITE-03", ""),
    ("S10", "MECH-05", ""),
    ("S11", "WORD-01", "GABA"),
    ("S11", "CITE-05", ""),
    ("S11", "READ-02", ""),
    ("L17", "CITE-04", ""),
    ("L17", "STAGE-07", ""),
    ("S12", "MECH-08", "opiate receptor"),
    ("S12", "CITE-04", ""),
    ("S13", "CITE-04", ""),
    ("S13", "CITE-05", ""),
    ("S13", "READ-02", ""),
    ("S14", "MECH-06", ""),
    ("S14", "SUIC-02", ""),
    ("S14", "SUIC-03", ""),
    ("S14", "READ-02", ""),
    ("L23", "HEAD-03", ""),
    ("S15", "HYPE-06", "offers hope"),
    ("S16", "WORD-03", "adverse consequences"),
    ("S17", "WSN-03", ""),
    ("S17", "WORD-08", "Patients"),
    ("S18", "WORD-11", "Consulting a doctor"),
    ("S18", "CITE-02", ""),
    ("S19", "READ-02", ""),
    ("S20", "HYPE-02", "revolutionary"),
    ("S20", "HYPE-02", "newfound hope"),
    ("S20", "HYPE-03", "journey"),
    ("S20", "SUIC-03", ""),
    ("S20", "SUIC-06", ""),
    ("S20", "WORD-04", "struggling with"),
    ("S21", "HYPE-04", "ensure safety and efficacy"),
]


def imported():
    return read_document(SEED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def stored():
    """The import's content as a draft without its row: the rules need no database."""
    found = imported()
    body = [
        {"type": kind, "id": f"{number}-{kind}", "value": value} for number, (kind, value) in enumerate(found.sections)
    ]
    return {"title": found.title, "article_type": "treatment", "body": body}


@pytest.fixture(scope="module")
def flags(stored):
    return check(stored)


@pytest.fixture(scope="module")
def passages(stored):
    return Document(stored).passages


def sentence_at(passages, place):
    """`(passage, sentence)` of one of PLACES."""
    kind, field, opening = PLACES[place]
    return next(
        (passage, sentence)
        for passage in passages
        if (passage.kind, passage.field) == (kind, field)
        for sentence in passage.sentences
        if sentence.text.startswith(opening)
    )


def of_rule(flags, rule):
    return [flag for flag in flags if flag.rule.id == rule]


def quotes(flags, rule):
    return [flag.quote for flag in of_rule(flags, rule)]


@pytest.mark.parametrize(("place", "rule", "words"), EXPECTED)
def test_what_a_careful_reviewer_flags_is_flagged_at_its_sentence(flags, passages, place, rule, words):
    passage, sentence = sentence_at(passages, place)
    assert words in sentence.text
    at = [
        flag.quote for flag in of_rule(flags, rule) if (flag.block_id, flag.field) == (passage.block_id, passage.field)
    ]
    assert (words or (passage.text if passage.is_heading else sentence.text)) in at


def test_promotion_is_found_as_often_as_it_stands_there(flags):
    assert quotes(flags, "HYPE-02") == ["Unlocking", "groundbreaking", "remarkable", "revolutionary", "newfound hope"]
    assert quotes(flags, "HYPE-03") == ["journey"]
    assert quotes(flags, "HYPE-04") == ["ensure safety and efficacy"]


def test_the_banner_is_promotion_too():
    told = [(wording.rule.id, wording.quote) for wording in promotional_wording(imported().chrome["promotion_text"])]
    assert told == [
        ("HYPE-05", "guarantee"),
        ("HYPE-05", "most affordable"),
        ("HYPE-05", "better price"),
        ("HYPE-05", "20% off"),
    ]


def test_help_is_shown_for_three_passages_and_no_word_blames(flags):
    assert len(of_rule(flags, "SUIC-03")) == 3
    assert of_rule(flags, "SUIC-01") == []


def test_one_promise_about_suicidal_thoughts_blocks_and_no_reason_answers_it(flags):
    [flag] = of_rule(flags, "SUIC-02")
    assert (flag.level, flag.rule.waivable, flag.field) == (Level.BLOCK, False, "items.2.body")


def test_numbers_study_words_and_benefits(flags):
    assert len(of_rule(flags, "CITE-01")) == 1
    words = [flag.message.partition(" for ")[2].partition(", or")[0] for flag in of_rule(flags, "CITE-02")]
    assert words == [
        "\u201cResearch\u201d, \u201cexperiments\u201d, \u201crevealed\u201d",
        "\u201cstudies\u201d",
        "\u201cfindings\u201d, \u201cresearch\u201d",
    ]
    assert len(of_rule(flags, "CITE-03")) == 5


def test_acronyms_labels_and_spelling(flags):
    assert quotes(flags, "WORD-01") == ["OCD", "PTSD", "GABA"]
    assert quotes(flags, "WORD-04") == ["struggling with"]
    assert [(flag.quote, flag.field) for flag in of_rule(flags, "WORD-07")] == [("disassociation", "rows.4.term_plain")]
    assert len(of_rule(flags, "MECH-08")) == 1


def test_side_effects_have_no_source_and_one_onset_for_all(flags):
    def fields(rule):
        return [flag.field for flag in of_rule(flags, rule)]

    assert fields("SE-16") == [f"rows.{row}.source" for row in range(6)]
    # Bladder problems alone come with long use.
    assert fields("SE-15") == [f"rows.{row}.onset" for row in (0, 1, 3, 4, 5)]


@pytest.mark.parametrize(
    "rule",
    [
        *("AUTH-01", "DISC-01", "DISC-02", "DISC-03", "LIC-05", "WSN-01"),
        *("BAL-01", "BAL-03", "BAL-06", "BAL-07", "BAL-08", "BAL-10", "BAL-15", "BAL-16"),
    ],
)
def test_what_is_missing_is_reported(flags, rule):
    assert len(of_rule(flags, rule)) == 1


def test_what_threatens_life_is_told_at_its_sentence(flags):
    [flag] = of_rule(flags, "BAL-17")
    assert flag.quote.startswith("It is crucial to remember") and "life-threatening" in flag.quote


def test_reading_it_takes_as_long_at_school_as_was_measured_by_hand(stored, flags):
    measured = reading(Document(stored))
    assert measured.smog == pytest.approx(17.5, abs=0.1)
    assert measured.fkgl == pytest.approx(16.0, abs=0.3)
    # Eleven by the list, which takes no hyphen for part of a word.
    assert len(of_rule(flags, "READ-02")) == 12
    assert len(of_rule(flags, "READ-01")) == 1


def test_every_quote_stands_in_its_section(flags, passages):
    texts = {}
    for passage in passages:
        texts.setdefault(passage.block_id, []).append(passage.text)
    # These quote what was chosen for an effect after its name.
    more = ("SE-15", "SE-16")
    quoted = [(flag, flag.quote.partition(": ")[0] if flag.rule.id in more else flag.quote) for flag in flags]
    lost = [flag for flag, quote in quoted if quote and quote not in "\n".join(texts[flag.block_id])]
    assert lost == []


@pytest.mark.django_db
def test_the_draft_has_the_same_verdict(flags):
    site_tree()
    checked = check(content(create_draft(imported())))
    assert {(flag.rule.id, flag.quote) for flag in flags} == {(flag.rule.id, flag.quote) for flag in checked}


def test_a_warning_that_came_without_a_heading_is_brought_in_and_asked_for_one(flags):
    [flag] = of_rule(flags, "WARN-01")
    assert (flag.level, flag.field, flag.quote) == (Level.BLOCK, "heading", "")
    assert all(other.block_id != flag.block_id for other in of_rule(flags, "REQ-01")), "told once"
