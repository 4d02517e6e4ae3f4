"""Phrases looked for in a text."""

import pytest

from blog.clinical_rules.lexicon import Lexicon, entries, index_of, phrases


def hits(lexicon, text):
    return [(text[start:end], meaning) for start, end, meaning in lexicon.search(text, index_of(text))]


@pytest.mark.parametrize(
    ("written", "stands_for"),
    [
        ("rest", {"rest"}),
        ("utiliz(e|ed)", {"utilize", "utilized"}),
        ("lead(s)? to", {"lead to", "leads to"}),
        ("without (any )?risk", {"without risk", "without any risk"}),
        ("shown (here|in the (box|list))", {"shown here", "shown in the box", "shown in the list"}),
    ],
)
def test_an_entry_stands_for_phrases(written, stands_for):
    assert phrases(written) == stands_for


def test_phrases_are_whole_words():
    assert hits(Lexicon({"rest": 1}), "rest, arrest, rests and rest") == [("rest", 1), ("rest", 1)]


def test_the_longest_phrase_counts():
    lexicon = Lexicon({"side": 1, "side effects": 2, "effects": 3})
    assert hits(lexicon, "side effects on one side") == [("side effects", 2), ("side", 1)]


def test_a_phrase_that_is_fine_hides_what_is_in_it():
    lexicon = Lexicon(entries(True, "trial, drug") | entries(None, "free trial\ntrial and error"))
    assert hits(lexicon, "a free trial, by trial and error, is no trial") == [("trial", True)]


def test_stems():
    assert hits(Lexicon({"suicid*": 1, "rest": 2}), "suicides rest; suicidal") == [
        ("suicides", 1),
        ("rest", 2),
        ("suicidal", 1),
    ]
