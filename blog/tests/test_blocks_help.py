"""Sections that tell readers what to do: what they print, and where their errors stand."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.admin.icons import get_icons

from blog.blocks import ArticleBody
from blog.blocks.care_cards import PREFIXES
from blog.enums import CareLevel
from blog.tests.examples import with_rows
from blog.tests.factories import ReferenceFactory

BODY = ArticleBody()
NAMES = [
    *("key_points", "warning", "care_card", "do_dont", "faq", "questions", "glossary", "crisis_help", "conclusion"),
]


def section(name, **fields):
    block = BODY.child_blocks[name]
    return block, block.normalize({**block.meta.preview_value, **fields})


def html_of(name, context=None, **fields):
    block, value = section(name, **fields)
    return BeautifulSoup(block.render(value, context), "html.parser")


def plain_points(*texts):
    return [{"text": text, "source": None} for text in texts]


def errors(name, **fields):
    """Paths of the fields that a finished section's errors stand at."""
    block, value = section(name, **fields)
    value = with_rows(value)
    block.clean_deferred(value)
    try:
        block.clean(value)
    except ValidationError as error:
        return _paths(error)
    return set()


def _paths(error, path=""):
    inner = getattr(error, "block_errors", {})
    own = {path.rstrip(".")} if not inner or getattr(error, "non_block_errors", None) else set()
    return own.union(*(_paths(below, f"{path}{name}.") for name, below in inner.items()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "fields", "wrong"),
    [
        ("key_points", {"points": plain_points("One.", "Two.")}, {"points"}),
        ("key_points", {"points": plain_points("One.", "x" * 161, "Three.")}, {"points.1.text"}),
        ("key_points", {"points": plain_points("x" * 161)}, {"points", "points.0.text"}),
        ("warning", {"body": f"<p>{'word ' * 61}</p>"}, {"body"}),
        ("warning", {"heading": "x" * 61}, {"heading"}),
        ("warning", {"heading": ""}, {"heading"}),
        ("care_card", {"heading": "Call 911 now"}, {"heading"}),
        ("care_card", {"bullets": []}, {"bullets"}),
        ("care_card", {"bullets": ["you have chest pain, see www.example.org"]}, {"bullets.0"}),
        ("care_card", {"action_lines": [{"text": "Call", "phone": "home"}]}, {"action_lines.0.phone"}),
        ("do_dont", {"donts": ["drive", "do not drink"]}, {"donts.1"}),
        ("do_dont", {"dos": [], "donts": []}, {"dos"}),
        (
            "faq",
            {"items": [{"question": "How long", "answer": "<p>An hour.</p>"}] * 2},
            {"items.0.question", "items.1.question"},
        ),
        ("faq", {"items": [{"question": "How?", "answer": f"<p>{'word ' * 121}</p>"}]}, {"items", "items.0.answer"}),
        ("questions", {"items": ["How long?", "What else?", "Who pays"]}, {"items.2"}),
        ("crisis_help", {"body": "<p>Call 988.</p>"}, {"body"}),
        ("conclusion", {"body": f"<p>{'word ' * 121}</p>"}, {"body"}),
        ("conclusion", {"call_to_action": "", "service": None}, set()),
        ("conclusion", {"service": None}, {"service"}),
        ("conclusion", {"call_to_action": ""}, {"service"}),
        ("conclusion", {"service": None, "body": f"<p>{'word ' * 121}</p>"}, {"body", "service"}),
        ("faq", {"section_heading": "x" * 66}, {"section_heading"}),
    ],
)
def test_an_error_stands_at_the_field_that_caused_it_and_drafts_may_hold_it(name, fields, wrong):
    assert errors(name, **fields) == wrong


@pytest.mark.parametrize("name", NAMES)
def test_a_section_has_an_icon_that_exists_a_group_and_help_for_its_fields(name):
    block = BODY.child_blocks[name]
    assert f'id="icon-{block.meta.icon}"' in get_icons()
    assert block.meta.group and block.meta.description
    assert [field for field, child in block.child_blocks.items() if not _help_for(child)] == []


def _help_for(block):
    return block.field.help_text if hasattr(block, "field") else getattr(block.meta, "help_text", "")


@pytest.mark.django_db
def test_a_key_point_names_its_source():
    html = html_of("key_points")
    assert [point.find("a") is not None for point in html.find_all("li")] == [False, True, True]


@pytest.mark.django_db
def test_a_source_that_was_deleted_leaves_its_point():
    reference = ReferenceFactory()
    block, value = section("key_points", points=[{"text": "Two hours.", "source": reference}])
    reference_id = reference.pk
    reference.delete()
    reference.pk = reference_id
    assert BeautifulSoup(block.render(value), "html.parser").li.text == "Two hours."


@pytest.mark.django_db
def test_key_points_say_where_the_medicine_is_not_licensed():
    html = html_of("key_points", {"licence": ["It is not approved for <this>."]})
    assert "It is not approved for <this>." in [line.text for line in html.find_all("p")]


@pytest.mark.django_db
def test_points_stored_as_texts_alone_are_not_taken_for_points():
    block = BODY.child_blocks["key_points"]
    assert not BeautifulSoup(block.render(block.to_python({"points": ["Two hours."]})), "html.parser").li


@pytest.mark.parametrize(
    ("level", "prefix"),
    [
        (CareLevel.EMERGENCY, "Immediate action required:"),
        (CareLevel.URGENT, "Urgent advice:"),
        (CareLevel.NON_URGENT, "Non-urgent advice:"),
    ],
)
def test_a_card_says_its_level_to_who_does_not_see_its_colour(level, prefix):
    html = html_of("care_card", level=level.value, heading="Call us if:")
    assert html.h2.text == f"{prefix} Call us if:"
    assert "visually-hidden" in html.h2.span["class"]
    assert f"care-card--{level.value}" in html.section["class"]


def test_every_level_has_its_prefix():
    assert set(PREFIXES) == set(CareLevel)


def test_a_card_of_a_draft_without_a_level_has_no_prefix():
    html = html_of("care_card", level="", heading="")
    assert html.h2.text == "When to get help"
    assert not [name for name in html.section["class"] if name.startswith("care-card--")]


def test_a_number_on_a_card_can_be_tapped_and_one_that_is_none_is_text():
    lines = [{"text": "Call us", "phone": "+1 (555) 555-0123"}, {"text": "Or", "phone": "ask <b>"}, {"text": "Write"}]
    html = html_of("care_card", action_lines=lines)
    assert [(link["href"], link.text) for link in html.find_all("a")] == [("tel:+15555550123", "+1 (555) 555-0123")]
    shown = [" ".join(line.text.split()) for line in html.select(".care-card__line")]
    assert shown == ["Call us +1 (555) 555-0123", "Or ask <b>", "Write"]


@pytest.mark.parametrize(("level", "which"), [("emergency", "emergency"), ("urgent", "all"), ("non_urgent", "all")])
def test_a_card_has_a_place_for_the_help_lines_of_the_day(level, which):
    html = html_of("care_card", level=level, action_lines=[], show_help_lines=True)
    assert html.select_one("[data-live-help]")["data-live-help"] == which
    assert not html_of("care_card", level=level, action_lines=[], show_help_lines=False).select("[data-live-help]")


def test_help_in_a_crisis_prints_the_authors_words_and_no_number_of_its_own():
    html = html_of("crisis_help", body="<p>You are not alone.</p>")
    assert html.select_one("[data-live-help]")["data-live-help"] == "all"
    assert " ".join(html.section.text.split()) == "If you are in crisis You are not alone."


def test_help_in_a_crisis_needs_no_words_to_show_the_help_lines():
    block, value = section("crisis_help", body="")
    block.clean(value)
    assert "data-live-help" in block.render(value)


def test_readers_see_do_not_before_each_line():
    html = html_of("do_dont", dos=["rest"], donts=["drive", "drink"])
    assert [line.text for line in html.find_all("li")] == ["rest", "do not drive", "do not drink"]
    assert [heading.text for heading in html.find_all("h3")] == ["Do", "Do not"]


def test_a_list_without_lines_is_not_announced():
    assert [heading.text for heading in html_of("do_dont", dos=[]).find_all("h3")] == ["Do not"]


def test_answers_open_without_a_script():
    html = html_of("faq")
    assert [item.summary.text for item in html.find_all("details")] == [
        "How long does a visit take?",
        "Can somebody come with me?",
    ]
    assert all(item.select_one(".prose p").text for item in html.find_all("details"))
    assert not html.find_all(["h3", "h4"])


def test_an_answer_of_a_draft_without_its_question_can_still_be_opened():
    html = html_of("faq", items=[{"question": "", "answer": "<p>Yes.</p>"}, {"question": "", "answer": ""}])
    assert [item.summary.text for item in html.find_all("details")] == ["Question"]


def test_words_are_explained_where_their_marks_lead():
    word = {"anchor": "word-ion", "term": "ion", "pronounce": "EYE-on", "meaning": "A charged <part>."}
    html = html_of("glossary", {"words": [word]})
    assert html.find(id="word-ion").dfn.text == "ion"
    assert html.dd.text == "A charged <part>."
    assert "say: EYE-on" in html.dt.text


def test_the_example_of_words_explained_explains_some():
    block = BODY.child_blocks["glossary"]
    context = block.get_preview_context(block.get_preview_value())
    assert "infusion" in block.render(block.get_preview_value(), context)


def test_a_conclusion_says_what_to_do_next_in_a_sentence():
    html = html_of("conclusion", call_to_action="talk_to_your_clinician")
    assert html.select_one(".call-to-action").text == "Talk to your clinician about what is right for you."
    assert not html_of("conclusion", call_to_action="").select(".call-to-action")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("questions", {"items": ["", "rest"]}),
        ("do_dont", {"dos": ["", "rest", None], "donts": [""]}),
        ("care_card", {"bullets": ["rest", ""], "action_lines": [{"text": "", "phone": "988"}]}),
        ("key_points", {"points": [{"text": "rest"}, {"text": None}]}),
    ],
)
def test_empty_lines_of_a_draft_are_not_printed(name, fields):
    assert [line.text for line in html_of(name, **fields).find_all("li")] == ["rest"]
