import pytest

from blog.clinical_rules import contraindications
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, ids, listed, section

LABEL, ARTICLE = {"id": 1, "kind": "label"}, {"id": 2, "kind": "article"}
ANSWERS = {
    "pregnancy": "Do not have it.",
    "breastfeeding": "Not known: nobody has studied it.",
    "age_limits": "Adults from 18.",
    "driving": "Not until the day after.",
}
ROW = {
    "condition": "an aneurysm",
    "level": "must_not_use",
    "reason": "It could burst.",
    "action": "Tell your clinician.",
    "source": 1,
}
CARE = ROW | {"condition": "high blood pressure", "level": "extra_care", "source": 2}
VAGUE = "Patients should be mindful, as it may not be suitable for everyone."


def who(*rows, block_id="b1", **fields):
    return section("who_should_not", block_id, **{"intro": "", "rows": listed(*rows)} | ANSWERS | fields)


def in_section(*rows, **fields):
    return found(contraindications, who(*rows, **fields), cited=[LABEL, ARTICLE])


def test_a_named_condition_from_a_label_is_right():
    assert in_section(ROW, CARE) == []


def test_at_least_one_condition_rules_it_out():
    assert in_section(CARE) == [("WSN-01", "b1", "rows", "")]
    assert in_section() == [("WSN-01", "b1", "rows", "")]


@pytest.mark.parametrize("kind", ["label", "guideline", "regulator"])
def test_what_rules_it_out_comes_from_who_decides_it(kind):
    assert found(contraindications, who(ROW), cited=[LABEL | {"kind": kind}]) == []


@pytest.mark.parametrize("kind", ["article", "systematic_review", "trial_registry", "book", "web_page", "", None])
def test_other_sources_cannot_rule_it_out(kind):
    refused = [("WSN-02", "b1", "rows.0.source", "an aneurysm")]
    assert found(contraindications, who(ROW), cited=[LABEL | {"kind": kind}]) == refused


def test_nor_can_no_source_at_all():
    assert in_section(ROW | {"source": None}) == [("WSN-02", "b1", "rows.0.source", "an aneurysm")]


def test_extra_care_may_come_from_a_study_but_from_something():
    without = CARE | {"source": None}
    assert in_section(ROW, without) == [("WSN-05", "b1", "rows.1.source", "high blood pressure")]


def test_the_seeds_sentence_hints_at_people_whom_it_does_not_name():
    intro = f"<p>{VAGUE} Ask a doctor.</p>"
    assert in_section(intro=intro) == [("WSN-01", "b1", "rows", ""), ("WSN-03", "b1", "intro", VAGUE)]
    assert contraindications.VAGUE.level == Level.BLOCK


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not suitable for everyone.",
        "This medicine isn\u2019t right for everybody.",
        "It may be unsuitable for some people.",
        "It is not a good choice for some people.",
        "Not everyone should have it.",
        "It is not recommended for every patient.",
        "It is not suitable for all patients.",
        "It is not for everyone.",
        "It won\u2019t be for everybody.",
        "Not everyone is a candidate.",
        "Not all patients are eligible.",
        "It is not recommended for all individuals.",
        "It may not be appropriate for certain individuals.",
        "Some people should not have it.",
        "Certain people cannot take it.",
    ],
)
def test_hints_come_in_many_words_and_anywhere_in_the_article(sentence):
    overview = section("overview", "b2", body=f"<p>It is a medicine. {sentence}</p>")
    assert found(contraindications, overview) == [("WSN-03", "b2", "body", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It does not work for everyone.",
        "It works, but not for everyone.",
        "It is suitable for everyone over 18.",
        "It is not safe with alcohol.",
        "Some people should not have it twice.",
        "Some people must rest for longer.",
    ],
)
def test_other_sentences_are_no_hints(sentence):
    assert found(contraindications, section("overview", "b2", body=f"<p>{sentence}</p>")) == []


def test_with_named_conditions_the_sentence_may_stand():
    assert in_section(ROW, intro=f"<p>{VAGUE}</p>") == []


@pytest.mark.parametrize("field", list(ANSWERS))
@pytest.mark.parametrize("value", ["", "  ", None, 5])
def test_what_everybody_asks_is_answered(field, value):
    assert in_section(ROW, **{field: value}) == [("WSN-04", "b1", field, "")]


@pytest.mark.parametrize("field", ["condition", "reason", "action"])
def test_each_condition_is_complete(field):
    quote = "" if field == "condition" else "high blood pressure"
    assert in_section(ROW, CARE | {field: " "}) == [("WSN-05", "b1", f"rows.1.{field}", quote)]


@pytest.mark.parametrize("level", ["", None, "never", [], 1])
def test_each_condition_says_how_strict_it_is(level):
    assert in_section(ROW, CARE | {"level": level}) == [("WSN-05", "b1", "rows.1.level", "high blood pressure")]


@pytest.mark.parametrize("odd", [None, [], {}, "rows", 3, ["x", None], [{"value": {"source": []}}]])
def test_odd_drafts_do_not_raise(odd):
    assert "WSN-01" in ids(contraindications, section("who_should_not", "b1", rows=odd, intro=odd), cited=odd)
