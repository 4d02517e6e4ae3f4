import pytest

from blog.clinical_rules import warnings
from blog.tests.rules.contents import found, listed, section


def warning(body="<p>Do not drive on that day.</p>", block_id="b1", heading="Do not drive"):
    return section("warning", block_id, heading=heading, body=body)


def do_dont(dos=(), donts=()):
    return section("do_dont", dos=listed(*dos), donts=listed(*donts))


def test_a_warning_of_sixty_words_is_right_and_of_sixty_one_is_not():
    assert found(warnings, warning(f"<p>{'word ' * 60}</p>")) == []
    assert [flag[:3] for flag in found(warnings, warning(f"<p>{'word ' * 61}</p>"))] == [("WARN-01", "b1", "body")]


def test_a_warning_says_something_below_a_short_heading():
    assert found(warnings, warning("<p></p>")) == [("WARN-01", "b1", "body", "")]
    assert found(warnings, warning(heading="x" * 61)) == [("WARN-01", "b1", "heading", "x" * 61)]
    assert found(warnings, warning(heading="x" * 60)) == []
    assert found(warnings, warning(heading=" ")) == [("WARN-01", "b1", "heading", "")]


def test_a_third_warning_is_questioned():
    three = (warning(block_id=name) for name in ("b1", "b2", "b3"))
    assert found(warnings, *three) == [("WARN-02", "b3", "", "Do not drive")]
    assert found(warnings, warning(), warning(block_id="b2")) == []


@pytest.mark.parametrize("sentence", ["Call your clinic.", "In danger, dial 911.", "Go to the emergency room."])
def test_how_to_get_help_is_not_told_in_a_warning(sentence):
    body = f"<p>Do not drive. {sentence}</p>"
    assert found(warnings, warning(body)) == [("WARN-03", "b1", "body", sentence)]


def test_a_warning_may_speak_of_911_people_never_of_the_number():
    assert found(warnings, warning("<p>So-called natural remedies may harm you. Of 9110 people, 3 fell.</p>")) == []


def test_do_and_do_not_are_right():
    assert found(warnings, do_dont(["ask somebody to take you home"], ["drive", "stop taking it on your own"])) == []
    assert found(warnings, do_dont(donts=["nod off at the wheel", "notice only what is bad"])) == []


@pytest.mark.parametrize(
    "line",
    ["do not drive", "Don't drive", "don\u2019t drive", "never drive", "avoid alcohol", "not drive", "no alcohol"],
)
def test_do_not_is_not_typed_twice_or_turned_into_its_opposite(line):
    assert found(warnings, do_dont(donts=["drink", line])) == [("WARN-04", "b1", "donts.1", line)]


def test_do_not_begins_with_a_small_letter():
    assert found(warnings, do_dont(donts=["Drive"])) == [("WARN-04", "b1", "donts.0", "Drive")]


def test_what_not_to_do_does_not_stand_under_do():
    assert found(warnings, do_dont(dos=["never drive"])) == [("WARN-04", "b1", "dos.0", "never drive")]


def test_do_and_do_not_hold_one_to_six_lines_each():
    assert found(warnings, do_dont()) == [("WARN-04", "b1", "dos", "")]
    assert found(warnings, do_dont(["rest"] * 7, ["drive"] * 6)) == [("WARN-04", "b1", "dos", "")]
    assert found(warnings, do_dont(["rest", ""])) == [("WARN-04", "b1", "dos.1", "")]
