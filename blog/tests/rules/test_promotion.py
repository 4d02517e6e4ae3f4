"""Promotional words, metaphors and certainty."""

import pytest

from blog.clinical_rules import promotion
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, listed, section


def in_text(text):
    return [
        (rule, quote) for rule, _block, _field, quote in found(promotion, section("overview", body=f"<p>{text}</p>"))
    ]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("A Groundbreaking treatment.", "HYPE-02", "Groundbreaking"),
        ("The results were remarkable.", "HYPE-02", "remarkable"),
        ("This is a state-of-the-art clinic.", "HYPE-02", "state-of-the-art"),
        ("It gives newfound hope.", "HYPE-02", "newfound hope"),
        ("It is \u201cresetting\u201d the brain.", "HYPE-03", "resetting"),
        ("Your journey to recovery.", "HYPE-03", "journey"),
        ("It rewires you.", "HYPE-03", "rewires"),
        ("Staff ensure safety and efficacy.", "HYPE-04", "ensure safety and efficacy"),
        ("It is completely safe.", "HYPE-04", "completely safe"),
        ("It cures low mood.", "HYPE-04", "cures"),
        ("It works for everyone.", "HYPE-04", "works for everyone"),
        ("We guarantee it.", "HYPE-05", "guarantee"),
        ("You get 20% off.", "HYPE-05", "20% off"),
        ("The lowest price in town.", "HYPE-05", "lowest price"),
        ("The most advanced care.", "HYPE-02", "most advanced"),
        ("Say goodbye to low mood.", "HYPE-02", "Say goodbye to"),
        ("It is the best treatment available.", "HYPE-02", "best treatment available"),
        ("There are no risks.", "HYPE-04", "There are no risks"),
        ("It has zero side effects.", "HYPE-04", "zero side effects"),
        ("We promise that you sleep.", "HYPE-04", "We promise"),
        ("Come and save $50.", "HYPE-05", "save $50"),
        ("It offers hope.", "HYPE-06", "offers hope"),
        ("It works within just 24 hours.", "HYPE-06", "just 24 hours"),
    ],
)
def test_what_promotes(text, rule, words):
    assert in_text(text) == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Breakthrough pain is treated apart.",
        "The journey home takes an hour, after a long journey.",
        "Plan your journey to the clinic.",
        "Reset your password.",
        "On battlefields and in unremarkable places.",
        "It is no miracle and not a cure.",
        "Nobody can guarantee that it helps.",
        "No treatment works for everyone.",
        "It is not completely safe.",
        "Just ask. Only 24 hours a day.",
        "It is definitely not for children.",
        "It is exceptional for people to need it twice.",
        "We do not promise that you sleep.",
    ],
)
def test_the_same_words_where_they_mean_what_they_say(text):
    assert in_text(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There is no doubt this breakthrough helps.", ["breakthrough"]),
        ("Nothing is a faster breakthrough.", ["breakthrough"]),
        ("Not only a breakthrough but a miracle.", ["breakthrough", "miracle"]),
        ("It is nothing less than a miracle.", ["miracle"]),
        ("Nobody doubts this breakthrough.", ["breakthrough"]),
        ("It is not just remarkable.", ["remarkable"]),
        ("No other treatment is so remarkable.", ["remarkable"]),
        ("Never has a bigger breakthrough been seen.", ["breakthrough"]),
        ("It is nothing short of miraculous.", ["miraculous"]),
    ],
)
def test_words_that_deny_nothing_let_no_praise_through(text, words):
    assert [quote for _rule, quote in in_text(text)] == words


@pytest.mark.parametrize(
    "text",
    ["It is never a miracle.", "It is neither a miracle nor a cure.", "It works, not without effort, and is no cure."],
)
def test_words_that_deny_do(text):
    assert in_text(text) == []


def test_key_points_promise_nothing():
    points = section("key_points", points=listed({"text": "A revolutionary way to reset your brain."}))
    assert found(promotion, points) == [
        ("HYPE-01", "b1", "points.0.text", "revolutionary"),
        ("HYPE-01", "b1", "points.0.text", "reset"),
    ]
    assert (promotion.KEY_POINTS.level, promotion.KEY_POINTS.waivable) == (Level.BLOCK, True)
    assert promotion.HYPE.level == promotion.METAPHOR.level == promotion.CERTAINTY.level == Level.WARN


def test_the_title_is_read_too():
    assert found(promotion, title="Unlocking calm") == [("HYPE-02", "", "title", "Unlocking")]


def test_texts_outside_articles_are_read_by_the_same_words():
    banner = "We guarantee the best price, remarkable care, and 20% off!"
    told = promotion.promotional_wording(banner)
    assert [(wording.quote, wording.rule.id) for wording in told] == [
        ("guarantee", "HYPE-05"),
        ("best price", "HYPE-05"),
        ("remarkable", "HYPE-02"),
        ("20% off", "HYPE-05"),
    ]
    assert promotion.promotional_wording("") == promotion.promotional_wording("Open on Mondays.") == []
