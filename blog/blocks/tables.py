"""A table of words and numbers that no other section has a place for."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock, TypedTableBlockAdapter

from blog.blocks.choosers import reference_chooser
from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.section import SectionBlock
from blog.clinical_rules.access import CELL_LIMIT, blank_columns, grid_problem
from blog.examples import EXAMPLE_SOURCE
from blog.rich_text import readable


class GridBlock(TypedTableBlock):
    """Wagtail's typed table without a caption of its own: the section has one, which is required."""

    text = LimitedLineBlock(required=False, max_length=CELL_LIMIT)


class GridAdapter(TypedTableBlockAdapter):
    @cached_property
    def media(self):
        return super().media + forms.Media(css={"all": [versioned_static("css/admin-table.css")]})


register(GridAdapter(), GridBlock)


class TableBlock(SectionBlock):
    """A table may stand without a heading of its own; the list of contents then leaves it out."""

    section_heading = blocks.CharBlock(
        required=False,
        label="Heading",
        help_text="Up to 65 characters. Left blank, the table has none and belongs to the text before it.",
    )
    caption = LimitedLineBlock(max_length=160, help_text="What the table shows, printed above it.")
    row_headers = blocks.BooleanBlock(
        required=False, label="The first column names the rows", help_text="Screen readers then say it with each cell."
    )
    table = GridBlock(help_text="Leave a cell blank where there is nothing, and say in the caption what that means.")
    source = reference_chooser(help_text="Where its numbers come from.")

    def errors_in(self, value):
        errors = super().errors_in(value)
        columns, rows = value["table"].columns, [row["values"] for row in value["table"].row_data]
        blank = ", ".join(map(str, blank_columns(columns)))
        if problem := grid_problem(columns, rows) or (blank and f"Give every column a heading. Blank: column {blank}."):
            errors["table"] = ValidationError(problem)
        return errors

    def prepared(self, value):
        table = value["table"]
        return {
            "columns": readable([column["heading"] for column in table.columns]),
            "rows": readable([row["values"] for row in table.row_data]),
        }

    class Meta:
        icon = "grid"
        group = "Pictures and tables"
        label = "Table"
        description = "Rows and columns, with a caption"
        template = "blocks/table.html"
        preview_value = {
            "section_heading": "",
            "caption": "Visits in the first month",
            "row_headers": True,
            "table": {
                "columns": [{"type": "text", "heading": heading} for heading in ("Week", "Visits", "What happens")],
                "rows": [
                    {"values": ["1 and 2", "2 a week", "An infusion of 40 minutes, then 2 hours of rest"]},
                    {"values": ["3 and 4", "1 a week", "An infusion, and a talk about how it goes"]},
                ],
                "caption": "",
            },
            "source": EXAMPLE_SOURCE,
        }
