import pytest

from blog.clinical_rules import care_cards
from blog.clinical_rules.care_cards import crisis_help_problems, dialled
from blog.rich_text import plain_text
from blog.tests.rules.contents import found, listed, section

HEADING = "Call your clinic today if:"


def card(block_id="b1", heading=HEADING, level="urgent", bullets=("you have pain when you pee",), lines=(), **fields):
    return section(
        "care_card",
        block_id,
        **{"heading": heading, "level": level, "bullets": listed(*bullets), "action_lines": listed(*lines), **fields},
    )


def test_a_card_with_one_thing_to_do_and_when_is_right():
    assert found(care_cards, card()) == []


@pytest.mark.parametrize(
    "heading", ["", "Call your clinic today if", "Call your clinic today if…", f"Call {'your ' * 15}clinic:"]
)
def test_a_heading_is_short_and_ends_with_a_colon(heading):
    assert found(care_cards, card(heading=heading)) == [("CARE-01", "b1", "heading", heading)]


@pytest.mark.parametrize("level", ["", None, "soon", 3, []])
def test_a_card_says_how_urgent_it_is(level):
    assert [flag[:3] for flag in found(care_cards, card(level=level))] == [("CARE-01", "b1", "level")]


@pytest.mark.parametrize(
    ("bullets", "field"), [((), "bullets"), (("x",) * 9, "bullets"), (("x", " "), "bullets.1"), (("x",) * 8, None)]
)
def test_a_card_lists_one_to_eight_signs(bullets, field):
    assert [flag[::2] for flag in found(care_cards, card(bullets=bullets))] == ([("CARE-02", field)] if field else [])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+1 555 555 0123", "+15555550123"),
        ("+44 (20) 7946-0123", "+442079460123"),
        ("988", "988"),
        ("911 ", "911"),
        ("555 555 0123", ""),
        ("call us", ""),
        ("+0 555", ""),
        ("12", ""),
        ("٩٨٨", ""),
        (None, ""),
        (988, ""),
    ],
)
def test_a_phone_takes_numbers_with_their_country_and_short_ones(typed, number):
    assert dialled(typed) == number


def test_a_number_that_nobody_can_call_is_refused_at_its_line():
    lines = ({"text": "Call us", "phone": "+1 555 555 0123"}, {"text": "At night", "phone": "0123"}, {"phone": "988"})
    assert found(care_cards, card(lines=lines)) == [
        ("CARE-03", "b1", "action_lines.1.phone", "0123"),
        ("CARE-03", "b1", "action_lines.2.text", ""),
    ]


def test_more_than_four_lines_are_refused():
    lines = [{"text": "Call us"}] * 5
    assert [flag[:3] for flag in found(care_cards, card(lines=lines))] == [("CARE-03", "b1", "action_lines")]


def test_an_emergency_card_has_no_web_address():
    body = {"bullets": ("you have chest pain, see www.example.org",), "lead": "Read https://example.org first."}
    assert found(care_cards, card(level="emergency", heading="Call 911 now if:", **body)) == [
        ("CARE-04", "b1", "lead", "Read https://example.org first."),
        ("CARE-04", "b1", "bullets.0", "you have chest pain, see www.example.org"),
    ]
    assert found(care_cards, card(level="non_urgent", heading="Write to us if:", **body)) == []


@pytest.mark.parametrize(
    "address",
    [
        *("example.io/help", "example.example", "help.example.nhs.uk", "crisis-help.care", "x.co/a", "me@example.org"),
        *("EXAMPLE.APP", "(example.chat)", "example.museum.", "example.io", "www.x", "example.clinic/help"),
        *("Example.COM", "Example.Com", "Example.Org", "Help.Example.nhs.uk", "Example.Clinic/help"),
    ],
)
def test_an_address_is_known_whatever_it_ends_with(address):
    bullet = f"you have chest pain, read {address}"
    emergency = card(level="emergency", heading="Call 911 now if:", bullets=(bullet,))
    assert found(care_cards, emergency) == [("CARE-04", "b1", "bullets.0", bullet)]


@pytest.mark.parametrize(
    "words",
    [
        "you have chest pain, e.g. at 3 p.m. or 10.30",
        "you took 2.5 mg, i.e. too much",
        "you feel faint. Sit down",
        "x...",
        "you feel faint.Call 911",
        "you feel faint.call 911",
        "YOU FEEL FAINT.CALL 911",
        "you see Dr.Example",
    ],
)
def test_points_in_other_words_are_no_address(words):
    assert found(care_cards, card(level="emergency", heading="Call 911 now if:", bullets=(words,))) == []


@pytest.mark.parametrize(
    ("heading", "flagged"), [("", True), ("A treatment room", False)], ids=["without heading", "with heading"]
)
def test_a_picture_below_a_card_has_a_heading(heading, flagged):
    picture = section("image", "b2", section_heading=heading, caption="A room")
    assert found(care_cards, card(), picture) == ([("CARE-05", "b2", "section_heading", "")] if flagged else [])


def test_a_picture_further_down_needs_none():
    text, picture = section("overview", "b2", body="<p>Words.</p>"), section("image", "b3", section_heading="")
    assert found(care_cards, card(), text, picture) == []


@pytest.mark.parametrize("heading", ["Call us or go to a clinic if:", "Ask your clinician or speak to us if:"])
def test_a_heading_with_two_calls_to_action_is_questioned(heading):
    assert found(care_cards, card(heading=heading)) == [("CARE-06", "b1", "heading", heading)]


def test_words_that_only_look_like_a_call_are_let_through():
    assert found(care_cards, card(heading="Call us if you are going away, or your calling changes:")) == []


def test_a_heading_names_no_condition():
    conditions = [{"name": "depression", "also_called": "low mood\nmajor depressive disorder"}, None]
    flagged = "Call us if your low mood gets worse:"
    assert found(care_cards, card(heading=flagged), conditions=conditions) == [("CARE-07", "b1", "heading", flagged)]
    assert found(care_cards, card(heading="Call us if you feel worse:"), conditions=conditions) == []


def test_a_second_card_of_a_level_is_questioned():
    cards = [card(), card("b2", level="non_urgent"), card("b3")]
    assert found(care_cards, *cards) == [("CARE-08", "b3", "level", HEADING)]


def test_help_in_a_crisis_holds_no_number():
    body = "<p>You are not alone. Call 988 at any hour.</p>"
    flag = ("CARE-09", "b1", "body", "You are not alone. Call 988 at any hour.")
    assert found(care_cards, section("crisis_help", body=body)) == [flag]


@pytest.mark.parametrize("words", ["Text 741741.", "Ring +1 555 555 0123.", "Or 116 123 ."])
def test_numbers_of_help_lines_are_known_by_their_look(words):
    assert [flag[0] for flag in found(care_cards, section("crisis_help", body=f"<p>{words}</p>"))] == ["CARE-09"]


def test_other_numbers_may_stand_beside_help():
    body = "<p>Somebody will listen, 24 hours a day, 7 days a week. 9 in 10 people who call are glad that they did.</p>"
    assert found(care_cards, section("crisis_help", body=body)) == []


def test_digits_of_two_paragraphs_are_no_number_in_the_editor_either():
    body = "<ul><li>Breathe in for 10</li></ul><p></p><p></p><p></p><p>5 people listen.</p>"
    assert found(care_cards, section("crisis_help", body=body)) == []
    assert crisis_help_problems({"body": plain_text(body)}) == {}


def test_a_card_that_sends_to_911_is_an_emergency_card():
    heading = "Call 911 now if:"
    assert found(care_cards, card(heading=heading)) == [("CARE-10", "b1", "level", heading)]
    assert found(care_cards, card(heading=heading, level="emergency")) == []
