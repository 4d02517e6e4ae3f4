import pytest

from blog.clinical_rules import balance
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import flags, found, ids, listed, section

SECTIONS = {
    "key_points": section("key_points", "k"),
    "evidence": section("evidence", "e", findings=listed({"claim": "Some felt better.", "direction": "helps"})),
    "mechanism": section("mechanism", "m"),
    "side_effects": section("side_effects", "s"),
    "who_should_not": section("who_should_not", "w"),
    "interactions": section("interactions", "i"),
    "care_card": section("care_card", "c", level="emergency"),
    "alternatives": section("alternatives", "a"),
    "questions": section("questions", "q"),
    "faq": section("faq", "f"),
    "glossary": section("glossary", "g"),
}
SOURCES = {"references": [{"reference": {"id": 1}}]}
NEEDED = {
    "key_points": "BAL-01",
    "evidence": "BAL-03",
    "side_effects": "BAL-04",
    "who_should_not": "BAL-05",
    "care_card": "BAL-06",
    "alternatives": "BAL-07",
}
WISHED_FOR = {
    "interactions": ("BAL-10", Level.WARN),
    "mechanism": ("BAL-13", Level.WARN),
    "questions": ("BAL-14", Level.NOTE),
    "faq": ("BAL-15", Level.NOTE),
    "glossary": ("BAL-16", Level.NOTE),
}


def without(*kinds):
    return [body for kind, body in SECTIONS.items() if kind not in kinds]


@pytest.mark.parametrize("article_type", ["medicine", "treatment"])
def test_an_article_with_every_section_is_right(article_type):
    assert found(balance, *without(), article_type=article_type, **SOURCES) == []


@pytest.mark.parametrize("article_type", ["medicine", "treatment"])
@pytest.mark.parametrize("kind", list(NEEDED))
def test_each_section_that_is_missing_is_refused_alone(kind, article_type):
    missing = flags(balance, *without(kind), article_type=article_type, **SOURCES)
    assert NEEDED[kind] in [flag.rule.id for flag in missing]
    assert {flag.rule.id for flag in missing} <= {NEEDED[kind], "BAL-09"}
    assert all(flag.level == Level.BLOCK and not flag.rule.waivable for flag in missing)
    assert missing[0].message.startswith("Add ")


@pytest.mark.parametrize("kind", list(WISHED_FOR))
def test_what_is_only_wished_for_does_not_stop_an_article(kind):
    missing = flags(balance, *without(kind), article_type="medicine", **SOURCES)
    assert [(flag.rule.id, flag.level) for flag in missing] == [WISHED_FOR[kind]]


def test_questions_to_ask_may_stand_below_the_other_choices():
    def asking(*asked):
        beside = section("alternatives", "a", questions_to_ask=listed(*asked))
        return ids(balance, *without("questions", "alternatives"), beside, article_type="medicine", **SOURCES)

    assert asking("Who pays?", "How long?", "What else?") == []
    assert asking() == asking(" ") == ["BAL-14"]


def test_a_treatment_that_is_no_medicine_need_not_act_on_anything():
    assert ids(balance, *without("mechanism"), article_type="treatment", **SOURCES) == []


def test_an_empty_article_is_told_everything_at_once():
    assert set(NEEDED.values()) | {"BAL-08", "BAL-10"} <= set(ids(balance))


@pytest.mark.parametrize(
    ("level", "right"), [("emergency", True), ("urgent", True), ("non_urgent", False), ("", False)]
)
def test_the_care_card_is_one_for_getting_help_fast(level, right):
    card = section("care_card", "c", level=level)
    assert ("BAL-06" in ids(balance, *without("care_card"), card, **SOURCES)) is not right


def test_key_points_come_first():
    overview = section("overview", "o")
    assert found(balance, overview, *without(), **SOURCES) == [("BAL-02", "k", "", "")]
    assert found(balance, *without(), overview, **SOURCES) == []


@pytest.mark.parametrize("article_type", ["medicine", "treatment", "condition"])
def test_a_clinical_article_has_a_source(article_type):
    assert "BAL-08" in ids(balance, *without(), article_type=article_type)
    assert "BAL-08" not in ids(balance, *without(), article_type=article_type, cited=[{"id": 4}])


@pytest.mark.parametrize("missing", [("side_effects",), ("who_should_not",), ("side_effects", "who_should_not")])
@pytest.mark.parametrize("article_type", ["treatment", "condition", "wellbeing", "news"])
def test_a_benefit_needs_its_risks_in_every_article(missing, article_type):
    fair = [flag for flag in found(balance, *without(*missing), article_type=article_type) if flag[0] == "BAL-09"]
    assert fair == [("BAL-09", "e", "findings.0.claim", "Some felt better.")]


@pytest.mark.parametrize("direction", ["no_clear_difference", "harms", "mixed", "", None, []])
def test_what_does_not_help_needs_none(direction):
    finding = section("evidence", "e", findings=listed({"claim": "It did not.", "direction": direction}))
    assert found(balance, finding, article_type="wellbeing") == []


def test_an_article_on_a_condition_is_asked_for_less():
    missing = flags(balance, article_type="condition", **SOURCES)
    assert [(flag.rule.id, flag.level) for flag in missing] == [("BAL-11", Level.WARN), ("BAL-12", Level.WARN)]
    card = section("care_card", "c", level="non_urgent")
    assert found(balance, card, SECTIONS["alternatives"], article_type="condition", **SOURCES) == []


@pytest.mark.parametrize("article_type", ["wellbeing", "news", "", None, [], 3])
def test_other_articles_may_be_short(article_type):
    assert found(balance, section("overview", "o"), article_type=article_type) == []


@pytest.mark.parametrize("odd", [None, [], {}, "x", 3, [None, 3], [{"type": []}], [{"type": "evidence", "value": 1}]])
def test_odd_drafts_do_not_raise(odd):
    assert isinstance(ids(balance, body=odd, references=odd, cited=odd, glossary=odd), list)


HELPED = "<p>In a trial 50 in 100 people felt better.</p>"


@pytest.mark.parametrize(
    "text",
    [
        *("It can be life-threatening.", "An overdose can kill.", "Some people have severe side effects."),
        *("It may stop your breathing.", "It can cause death.", "It is a medical emergency."),
    ],
)
def test_what_threatens_life_has_a_card_for_it(text):
    body = section("overview", body=f"<p>Rest. {text}</p>")
    assert ("BAL-17", "b1", "body", text) in found(balance, body, article_type="news")
    for level in ("urgent", "emergency"):
        assert "BAL-17" not in ids(balance, body, section("care_card", "c", level=level), article_type="news")
    assert "BAL-17" in ids(balance, body, section("care_card", "c", level="non_urgent"), article_type="news")


@pytest.mark.parametrize(
    "text",
    [
        *("It is not life-threatening.", "It helps with severe depression.", "Nobody is hurt."),
        *("A book can kill time.", "Severe reactions were not seen.", "It is no medical emergency."),
    ],
)
def test_what_does_not_threaten_life_needs_no_card(text):
    assert ids(balance, section("overview", body=f"<p>{text}</p>"), article_type="news") == []


def test_a_benefit_in_numbers_is_not_told_without_its_risks():
    sentence = "In a trial 50 in 100 people felt better."
    told = section("overview", body=HELPED)
    assert found(balance, told, article_type="news", **SOURCES) == [("BAL-18", "b1", "body", sentence)]
    assert ids(balance, told, section("side_effects", "s"), article_type="news", **SOURCES) == []
    assert "BAL-18" not in ids(balance, told, article_type="treatment", **SOURCES)
    how_many = section("overview", body="<p>50 in 100 people have low mood at times.</p>")
    assert ids(balance, how_many, article_type="news", **SOURCES) == []


@pytest.mark.parametrize("about", [{"medicine": {"id": 1}}, {"conditions": [{"id": 1}]}])
@pytest.mark.parametrize("article_type", ["news", "wellbeing"])
def test_whatever_is_about_a_medicine_or_a_condition_has_a_source(article_type, about):
    assert ids(balance, article_type=article_type, **about) == ["BAL-08"]
    assert ids(balance, article_type=article_type) == []
