import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from blog.blocks import ArticleBody
from blog.blocks.side_effects import grouped

BODY = ArticleBody()
NAMES = list(BODY.child_blocks)
# A picture has no usual heading, and its example no upload: see test_images.py.
WITH_HEADINGS = [name for name in NAMES if name != "image"]

ROW = {
    "term_plain": "feeling sick",
    "term_medical": "nausea",
    "band": "very_common",
    "not_known_reason": "",
    "numerator": 27,
    "denominator": 100,
    "seriousness": "not_serious",
    "onset": "during",
    "what_to_do": "wait",
}


def section(name, **fields):
    block = BODY.child_blocks[name]
    return block, block.normalize({**block.meta.preview_value, **fields})


def row_errors(**fields):
    block = BODY.child_blocks["side_effects"].child_blocks["rows"].child_block
    try:
        block.clean(block.normalize(ROW | fields))
    except ValidationError as error:
        return set(error.block_errors)
    return set()


@pytest.mark.parametrize("name", WITH_HEADINGS)
def test_example_of_every_section_is_complete_and_prints_one_section(name):
    block, value = section(name)
    block.clean(value)
    html = BeautifulSoup(block.render(value), "html.parser")
    assert len(html.find_all("section")) == 1
    assert html.section["data-kind"] == name
    assert html.section.h2.text.strip()


@pytest.mark.parametrize("name", WITH_HEADINGS)
def test_a_section_without_anything_in_it_prints(name):
    block = BODY.child_blocks[name]
    html = BeautifulSoup(block.render(block.get_default()), "html.parser")
    assert html.section.h2.text == block.meta.default_heading


@pytest.mark.parametrize("source", ["<p data-block-key='a1b2c'></p>", "<p> <br/></p>", "<ul><li></li></ul>"])
@pytest.mark.parametrize("name", ["overview", "conclusion"])
def test_a_finished_section_needs_words_and_not_only_mark_up(name, source):
    block, value = section(name, body=source)
    with pytest.raises(ValidationError) as refusal:
        block.clean(value)
    assert set(refusal.value.block_errors) == {"body"}
    block.clean_deferred(value)


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_of_any_section_may_be_empty(name):
    block = BODY.child_blocks[name]
    block.clean_deferred(block.get_default())


def test_the_authors_heading_takes_the_place_of_the_usual_one():
    block, value = section("mechanism", section_heading="The brain")
    assert BeautifulSoup(block.render(value), "html.parser").h2.text == "The brain"


def test_a_long_heading_may_stay_in_a_draft_but_not_in_a_finished_article():
    block, value = section("overview", section_heading="x" * 66)
    block.clean_deferred(value)
    with pytest.raises(ValidationError) as error:
        block.clean(value)
    assert set(error.value.block_errors) == {"section_heading"}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"band": "common"}, {"band"}),
        ({"numerator": 101}, {"numerator"}),
        ({"numerator": None}, {"numerator"}),
        ({"denominator": None}, {"denominator"}),
        ({"numerator": None, "denominator": None}, set()),
        ({"band": "not_known", "numerator": None, "denominator": None}, {"not_known_reason"}),
        ({"band": "not_known", "not_known_reason": "not_studied", "numerator": None, "denominator": None}, set()),
        ({"numerator": 0, "band": "very_rare"}, {"band"}),
        ({"seriousness": "serious"}, {"what_to_do"}),
        ({"seriousness": "serious", "what_to_do": "emergency"}, set()),
    ],
)
def test_a_side_effects_numbers_band_and_advice_agree(fields, wrong):
    assert row_errors(**fields) == wrong


def test_a_draft_may_hold_numbers_that_make_no_sense():
    block, value = section("side_effects", rows=[ROW | {"numerator": 500}, ROW])
    block.clean_deferred(value)
    assert "500" not in block.render(value)


def test_the_same_effect_twice_in_one_table_is_refused():
    block, value = section("side_effects", rows=[ROW, ROW | {"term_plain": " Feeling SICK "}])
    with pytest.raises(ValidationError) as error:
        block.clean(value)
    assert set(error.value.block_errors) == {"rows"}


def test_serious_effects_come_first_then_the_most_frequent():
    rows = [
        ROW | {"term_plain": "rarely", "band": "rare", "numerator": None, "denominator": None},
        ROW | {"term_plain": "often"},
        ROW | {"term_plain": "more often", "numerator": 31},
        ROW | {"term_plain": "badly", "seriousness": "serious"},
        ROW | {"term_plain": "nobody said", "seriousness": ""},
    ]
    found = [(heading, [row["term_plain"] for row in members]) for heading, _caption, members in grouped(rows)]
    assert found == [
        ("Serious: get help", ["badly"]),
        ("Not serious", ["more often", "often", "rarely"]),
        ("Not known whether serious", ["nobody said"]),
    ]


def test_a_table_with_one_unnamed_group_has_no_heading():
    assert [heading for heading, _caption, _rows in grouped([ROW | {"seriousness": ""}])] == [""]


def test_all_rates_of_a_section_have_one_denominator():
    rows = [ROW, ROW | {"term_plain": "headache", "numerator": 1, "denominator": 10, "seriousness": "serious"}]
    assert [row["rate_text"] for _h, _c, members in grouped(rows) for row in members] == ["10 in 100", "27 in 100"]


def test_an_unknown_rate_says_why():
    rows = [ROW | {"band": "not_known", "not_known_reason": "source_does_not_say", "numerator": None}]
    block, value = section("side_effects", rows=rows)
    text = " ".join(BeautifulSoup(block.render(value), "html.parser").td.text.split())
    assert text.startswith("Not known: the source gives no number")


def test_certainty_is_said_in_words():
    block, value = section("mechanism")
    html = BeautifulSoup(block.render(value), "html.parser")
    assert "Leading theory, from trials in people, moderate certainty" in html.text
    assert len(html.select(".certainty__bar--full")) == 3
