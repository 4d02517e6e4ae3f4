import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from blog.blocks import ArticleBody
from blog.content import content
from blog.rendering import render_body
from blog.tests.factories import ArticleFactory, ReferenceFactory

pytestmark = pytest.mark.django_db

TABLE = ArticleBody().child_blocks["table"]
GRID = TABLE.meta.preview_value["table"]


def section(**fields):
    return TABLE.normalize(TABLE.meta.preview_value | {"source": ReferenceFactory()} | fields)


def printed(**fields):
    return BeautifulSoup(TABLE.render(section(**fields)), "html.parser")


def refused(**fields):
    with pytest.raises(ValidationError) as refusal:
        TABLE.clean(section(**fields))
    return set(refusal.value.block_errors)


def grid(headings, *rows):
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": list(row)} for row in rows],
        "caption": "",
    }


def test_the_example_is_complete():
    TABLE.clean(section())


def test_a_table_has_a_caption_and_headings_for_its_columns_and_rows():
    shown = printed()
    assert shown.caption.text == "Visits in the first month"
    assert [cell.text for cell in shown.select('thead th[scope="col"]')] == ["Week", "Visits", "What happens"]
    assert [cell.text for cell in shown.select('tbody th[scope="row"]')] == ["1 and 2", "3 and 4"]
    assert not printed(row_headers=False).select("tbody th")


def test_a_table_without_a_heading_is_named_by_its_caption_and_left_out_of_the_contents():
    shown = printed()
    assert not shown.h2 and shown.section["aria-label"] == "Visits in the first month"
    titled = printed(section_heading="Visits")
    assert titled.h2.text == "Visits" and titled.section["aria-labelledby"] == titled.h2["id"]


def test_a_wide_table_can_be_scrolled_with_the_keyboard():
    assert printed().select_one(".table-scroll")["tabindex"] == "0"


def test_cells_are_text_and_not_mark_up():
    shown = printed(table=grid(["A<b>"], ["<script>1</script>"]))
    assert not shown.script and "<script>1</script>" in shown.table.text and "A<b>" in shown.table.text


@pytest.mark.parametrize(
    "table",
    [
        grid([]),
        grid(["A"]),
        grid(["A", " "], ["1", "2"]),
        grid([str(number) for number in range(9)], ["1"] * 9),
        grid(["A"], *[["1"]] * 61),
    ],
)
def test_a_table_needs_columns_with_headings_rows_and_an_end(table):
    assert refused(table=table) == {"table"}
    TABLE.clean_deferred(section(table=table))


def test_a_table_needs_a_caption():
    assert refused(caption="") == {"caption"}


def test_a_draft_without_a_table_prints():
    assert "<table" not in TABLE.render(TABLE.get_default())


def test_a_table_is_content_and_is_printed_from_a_stored_draft():
    article = ArticleFactory(body=[("table", section())])
    stored = content(article)["body"][0]["value"]
    assert stored["table"] == GRID and stored["caption"] == "Visits in the first month"
    html, sections = render_body(article.latest_revision.as_object())
    assert "An infusion of 40 minutes" in html
    assert [part["kind"] for part in sections] == ["references"]
