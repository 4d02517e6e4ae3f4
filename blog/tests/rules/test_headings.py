"""The title and the headings."""

import pytest

from blog.clinical_rules import headings
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, listed, section


def under(heading, body="", **fields):
    return [
        (rule, quote)
        for rule, _block, _field, quote in found(
            headings, section("overview", section_heading=heading, body=f"<p>{body}</p>"), **fields
        )
    ]


def test_a_title_has_its_lengths():
    assert found(headings, title="a" * 101) == [("HEAD-01", "", "title", "a" * 101)]
    assert found(headings, title="a" * 66) == [("HEAD-02", "", "title", "a" * 66)]
    assert found(headings, title="a" * 65) == []
    assert (headings.LONG_TITLE.level, headings.LONG_TITLE.waivable) == (Level.BLOCK, False)
    assert headings.title_problem("a" * 101) and not headings.title_problem("a" * 100)


def test_a_heading_has_its_length():
    assert under("a" * 66) == [("HEAD-05", "a" * 66)]
    assert under("a" * 65) == []
    # Care cards and warnings have limits of their own.
    assert found(headings, section("care_card", heading=f"{'a' * 66}:")) == []


@pytest.mark.parametrize(
    "heading",
    ["Side Effects", "The Brain and You", "From Sleep to Calm: What Happens Next", "Examplamine Side Effects"],
)
def test_title_case(heading):
    assert under(heading) == [("HEAD-03", heading)]
    assert found(headings, title=heading) == [("HEAD-03", "", "title", heading)]


@pytest.mark.parametrize(
    "heading",
    [
        "What it is",
        "Side effects",
        "How it works: what happens in the brain",
        "Living with Parkinson's disease",
        "Side effects of Examplamine",
        "Call 911 now if:",
        "\u201cWho should not have it\u201d",
        "FDA and MRI",
    ],
)
def test_sentence_case(heading):
    assert under(heading) == []


def test_names_in_the_text_are_names_in_headings():
    assert under("From Yale", "Work at Yale, and from Yale.") == []
    assert under("About Rest", "You rest, and then rest again.") == [("HEAD-03", "About Rest")]
    assert under("About Brandexample", medicine={"generic_name": "examplamine", "brands": "Brandexample"}) == []


def test_headings_do_not_ask():
    assert under("What is it?") == [("HEAD-04", "What is it?")]
    assert found(headings, section("faq", items=listed({"question": "What is it?"}))) == []


def test_and_is_written_in_words():
    assert under("Food & drink") == [("HEAD-06", "Food & drink")]
    assert under("Food and drink") == []
