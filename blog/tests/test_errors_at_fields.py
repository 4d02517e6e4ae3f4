"""Where the editor shows what a draft lacks."""

import pytest

from blog.blocks import ArticleBody
from blog.errors_at_fields import body_error, known_part
from blog.readiness import Gap


@pytest.fixture
def body():
    block = ArticleBody()
    points = [{"type": "item", "id": "p", "value": {"text": "One.", "source": None}}]
    return block.to_python(
        [
            {"type": "key_points", "id": "k", "value": {"section_heading": "", "points": points}},
            {"type": "table", "id": "t", "value": {"caption": "", "table": None}},
        ]
    )


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("", ""),
        ("section_heading", "section_heading"),
        ("points", "points"),
        ("points.0", "points.0"),
        ("points.0.text", "points.0.text"),
        ("points.0.nothing", "points.0"),
        ("points.7.text", "points"),
        ("nothing.at.all", ""),
        ("section_heading.deeper", "section_heading"),
    ],
)
def test_a_path_is_followed_as_far_as_it_leads(body, path, known):
    assert known_part(body[0].block, body[0].value, path) == known


def test_what_is_wrong_in_a_table_is_told_at_its_section(body):
    assert known_part(body[1].block, body[1].value, "table") == ""


def test_gaps_at_one_field_are_told_together(body):
    error = body_error(body, [Gap("body", words, "k", "points.0.text") for words in ("First.", "Second.")])
    in_list = error.block_errors[0].block_errors["points"]
    assert in_list.block_errors[0].block_errors["text"].messages == ["First.", "Second."]


def test_a_gap_of_a_section_that_is_not_there_is_told_at_the_top(body):
    error = body_error(body, [Gap("body", "Add a section.", "gone"), Gap("body", "Add another.")])
    assert list(error.non_block_errors) == ["Add a section.", "Add another."]
    assert not error.block_errors


def test_a_gap_of_a_whole_section_is_told_at_its_head(body):
    error = body_error(body, [Gap("body", "Move it up.", "k")])
    assert list(error.block_errors[0].non_block_errors) == ["Move it up."]
