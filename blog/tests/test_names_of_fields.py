"""The rules know no blocks and read fields by their names: each that they know is the name of a field that there is."""

from wagtail import blocks

from blog.blocks import ArticleBody
from blog.clinical_rules import prose

# Beside the fields of blocks, what Wagtail stores in a table.
OF_TABLES = {"columns"}


def fields_below(block):
    """`(name, block)` of all fields in a section or a row, however deep."""
    if isinstance(block, blocks.ListBlock):
        yield from fields_below(block.child_block)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield name, child
            yield from fields_below(child)


FIELDS = [field for section in ArticleBody.base_blocks.values() for field in fields_below(section)]


def named(kind):
    return {name for name, block in FIELDS if isinstance(block, kind)}


def test_fields_of_rich_text_are_read_as_such():
    assert named(blocks.RichTextBlock) == prose.RICH_TEXT
    assert all(isinstance(block, blocks.RichTextBlock) for name, block in FIELDS if name in prose.RICH_TEXT)


def test_choices_are_read_as_choices_and_not_as_words():
    assert named(blocks.ChoiceBlock) == prose.CODES


def test_the_order_of_print_names_fields_that_there_are():
    assert set(prose.ORDER) - OF_TABLES <= {name for name, _block in FIELDS}
