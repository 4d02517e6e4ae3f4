import pytest

from blog.clinical_rules import conclusion
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import flags, found, section

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


@pytest.mark.parametrize(
    ("call", "service"), [("book_a_consultation", 7), ("talk_to_your_clinician", None), ("", None)]
)
def test_a_consultation_to_book_names_its_service_and_nothing_else_does(call, service):
    assert found(conclusion, ending(call_to_action=call, service=service)) == []
    assert found(conclusion, ending(call_to_action=call)) == found(
        conclusion, ending(call_to_action=call, service=None)
    )


@pytest.mark.parametrize(
    ("call", "service", "message"),
    [
        ("book_a_consultation", None, "Choose the service"),
        ("talk_to_your_clinician", 7, "Readers see a service only under “Book a consultation with us”."),
        ("", 7, "Readers see a service only under “Book a consultation with us”."),
    ],
)
def test_a_consultation_without_its_service_or_a_service_without_it_is_refused(call, service, message):
    [flag] = flags(conclusion, ending(call_to_action=call, service=service))
    assert (flag.rule.id, flag.level, flag.field, flag.block_id) == ("CONC-04", Level.BLOCK, "service", "b9")
    assert flag.message.startswith(message)


def test_the_conclusion_comes_last():
    assert found(conclusion, ending(), section("overview", "b10", body="<p>More.</p>")) == [("CONC-03", "b9", "", "")]
    assert found(conclusion, ending(), section("glossary", "b10"), section("crisis_help", "b11")) == []
