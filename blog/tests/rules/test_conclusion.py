import pytest

from blog.clinical_rules import conclusion
from blog.tests.rules.contents import found, section

MEDICINE = {
    "generic_name": "examplamine",
    "brands": "Exampla\nExamplor",
    "uses": [{"condition": {"name": "migraine", "also_called": ""}}, None],
}
CONDITIONS = [{"name": "depression", "also_called": "major depressive disorder"}]


def ending(body="<p>It comes to this.</p>", block_id="b9", **value):
    return section("conclusion", block_id, body=body, **value)


def overview(words):
    return section("overview", "b1", body=f"<p>{words}</p>")


def test_a_conclusion_of_up_to_120_words_is_right():
    assert found(conclusion, ending(f"<p>{'word ' * 60}</p><p>{'word ' * 60}</p>")) == []


def test_a_longer_one_and_an_empty_one_are_refused():
    assert [flag[:3] for flag in found(conclusion, ending(f"<p>{'word ' * 121}</p>"))] == [("CONC-01", "b9", "body")]
    assert found(conclusion, ending("<p></p>")) == [("CONC-01", "b9", "body", "")]


@pytest.mark.parametrize(
    "sentence", ["Examplor is one choice.", "It is for major depressive disorder.", "Ask about Migraine."]
)
def test_a_medicine_or_a_condition_is_not_first_named_in_the_conclusion(sentence):
    flags = found(
        conclusion, overview("Words."), ending(f"<p>Rest. {sentence}</p>"), medicine=MEDICINE, conditions=CONDITIONS
    )
    assert flags == [("CONC-02", "b9", "body", sentence)]


def test_what_was_named_before_may_be_named_again():
    before = overview("Examplamine is for depression and migraine.")
    after = ending("<p>Exampla may help with depression. Migraine is different.</p>")
    assert found(conclusion, before, after, medicine=MEDICINE, conditions=CONDITIONS) == []


def test_the_title_is_before_everything():
    fields = {"title": "Examplamine for depression", "medicine": MEDICINE, "conditions": CONDITIONS}
    assert found(conclusion, ending("<p>Examplamine is one choice in depression.</p>"), **fields) == []


def test_a_condition_of_the_medicine_and_the_article_is_told_once():
    fields = {"medicine": MEDICINE, "conditions": [{"name": "migraine"}]}
    assert [flag[0] for flag in found(conclusion, ending("<p>Think of migraine.</p>"), **fields)] == ["CONC-02"]


def test_the_conclusion_comes_last():
    assert found(conclusion, ending(), section("overview", "b10", body="<p>More.</p>")) == [("CONC-03", "b9", "", "")]
    assert found(conclusion, ending(), section("glossary", "b10"), section("crisis_help", "b11")) == []
