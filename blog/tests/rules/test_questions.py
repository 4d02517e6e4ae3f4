import pytest

from blog.clinical_rules import questions
from blog.tests.rules.contents import found, listed, section

ANSWER = "<p>About two hours.</p>"
TWO = [{"question": "How long is a visit?", "answer": ANSWER}, {"question": "Who may come?", "answer": ANSWER}]


def faq(*items, block_id="b1"):
    return section("faq", block_id, items=listed(*items))


def asked(question, answer=ANSWER):
    return faq(*TWO, {"question": question, "answer": answer})


def test_questions_with_short_answers_are_right():
    assert found(questions, faq(*TWO)) == []
    assert found(questions, asked(f"{'x' * 119}?", f"<p>{'word ' * 120}</p>")) == []


@pytest.mark.parametrize("items", [[], TWO[:1], [{"question": f"Is it {n}?", "answer": ANSWER} for n in range(13)]])
def test_two_to_twelve_questions_are_asked(items):
    assert found(questions, faq(*items)) == [("FAQ-01", "b1", "items", "")]


@pytest.mark.parametrize("question", ["How it is done", "", f"{'x' * 120}?", " who MAY  come?"])
def test_a_question_is_short_ends_as_one_and_is_asked_once(question):
    assert found(questions, asked(question)) == [("FAQ-01", "b1", "items.2.question", question.strip())]


def test_a_question_is_not_asked_again_in_another_section():
    again = faq({"question": "And then?", "answer": ANSWER}, TWO[0], block_id="b2")
    assert found(questions, faq(*TWO), again) == [("FAQ-01", "b2", "items.1.question", TWO[0]["question"])]


@pytest.mark.parametrize(("answer", "quote"), [(f"<p>{'word ' * 121}</p>", ("word " * 121).strip()), ("<p></p>", "")])
def test_an_answer_is_given_and_is_short(answer, quote):
    assert found(questions, asked("Is it long?", answer)) == [("FAQ-01", "b1", "items.2.answer", quote)]


def test_an_answers_paragraphs_are_counted_together():
    answer = f"<p>{'word ' * 61}</p><p>{'word ' * 60}</p>"
    assert [flag[2] for flag in found(questions, asked("Is it long?", answer))] == ["items.2.answer"]


def test_a_serious_effect_is_not_told_in_an_answer_alone():
    answer = "<p>Not often. A few people had seizures afterwards.</p>"
    flag = ("FAQ-02", "b1", "items.2.answer", "A few people had seizures afterwards.")
    assert found(questions, asked("Is it risky?", answer)) == [flag]


@pytest.mark.parametrize(
    "elsewhere",
    [
        section("side_effects", "b2", rows=listed({"term_plain": "a seizure", "seriousness": "serious"})),
        section("warning", "b2", body="<p>Seizures have happened.</p>"),
        section("care_card", "b2", bullets=listed("you have a seizure")),
    ],
)
def test_a_serious_effect_that_is_told_elsewhere_too_is_right(elsewhere):
    assert found(questions, asked("Is it risky?", "<p>A few people had seizures.</p>"), elsewhere) == []


def test_another_answer_is_no_other_place():
    twice = asked("Is it risky?", "<p>A few people had a stroke.</p>")
    assert [flag[0] for flag in found(questions, twice, faq(*TWO[:1], block_id="b2"))].count("FAQ-02") == 1


def test_questions_to_ask_are_right():
    assert found(questions, section("questions", items=listed("How long?", "What else?", "Who pays?"))) == []


@pytest.mark.parametrize("count", [0, 2, 9])
def test_three_to_eight_questions_to_ask(count):
    items = listed(*(f"Is it {number}?" for number in range(count)))
    assert found(questions, section("questions", items=items)) == [("FAQ-03", "b1", "items", "")]


@pytest.mark.parametrize("question", ["Tell me more", " ", "who  PAYS?"])
def test_a_question_to_ask_ends_as_one_and_is_asked_once(question):
    items = listed("How long?", "Who pays?", question)
    assert found(questions, section("questions", items=items)) == [("FAQ-03", "b1", "items.2", question.strip())]


def choices(*asked, block_id="b1"):
    return section("alternatives", block_id, questions_to_ask=listed(*asked))


@pytest.mark.parametrize("count", [0, 3, 8])
def test_beside_other_choices_there_may_be_no_questions_or_three_to_eight(count):
    assert found(questions, choices(*(f"Is it {number}?" for number in range(count)))) == []
    assert found(questions, section("alternatives")) == []


@pytest.mark.parametrize("count", [1, 2, 9])
def test_beside_other_choices_there_are_not_too_few_or_too_many(count):
    asked = choices(*(f"Is it {number}?" for number in range(count)))
    assert found(questions, asked) == [("FAQ-03", "b1", "questions_to_ask", "")]


@pytest.mark.parametrize("question", ["Tell me more", " ", "who  PAYS?", f"{'x' * 120}?"])
def test_beside_other_choices_a_question_ends_as_one_and_is_asked_once(question):
    asked = choices("How long?", "Who pays?", question)
    assert found(questions, asked) == [("FAQ-03", "b1", "questions_to_ask.2", question.strip())]


@pytest.mark.parametrize("place", ["questions", "alternatives"])
def test_a_question_to_ask_is_no_other_place_for_a_serious_effect(place):
    field = {"questions": "items", "alternatives": "questions_to_ask"}[place]
    also = section(place, "b2", **{field: listed("Could I have a stroke?", "Who pays?", "How long?")})
    told = asked("Is it risky?", "<p>A few people had a stroke.</p>")
    assert [flag[0] for flag in found(questions, told, also)] == ["FAQ-02"]
