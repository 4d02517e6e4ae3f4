import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from blog.blocks import ArticleBody
from blog.tests.examples import with_rows

pytestmark = pytest.mark.django_db

BODY = ArticleBody()
NAMES = list(BODY.child_blocks)
# Pictures and tables have no usual heading: see test_images.py and test_table_block.py.
WITH_HEADINGS = [name for name in NAMES if name not in ("image", "table")]


def section(name, **fields):
    block = BODY.child_blocks[name]
    return block, block.normalize({**block.meta.preview_value, **fields})


@pytest.mark.parametrize("name", WITH_HEADINGS)
def test_example_of_every_section_is_complete_and_prints_one_section(name):
    block, value = section(name)
    block.clean(with_rows(value))
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
    value = with_rows(value)
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


def test_certainty_is_said_in_words():
    block, value = section("mechanism")
    html = BeautifulSoup(block.render(value), "html.parser")
    assert "Leading theory, from trials in people, moderate certainty" in html.text
    assert len(html.select_one(".pathway").select(".certainty__bar--full")) == 3
