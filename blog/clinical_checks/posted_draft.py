"""A draft as the editor's form has it while somebody types: whatever of it can be read."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue

# What can be read however invalid it is: a text that is too long is still a text.
READABLE = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.ChoiceBlock, blocks.BooleanBlock)


def posted_draft(article, data, *, by, parent):
    """`article` with what the form `data` says of it; what is invalid there keeps its last value or is left out.

    Nothing is saved. Raises KeyError or ValueError where `data` is not what the editor sends.
    """
    form = article.get_edit_handler().get_form_class()(data, instance=article, parent_page=parent, for_user=by)
    # Read apart: validation takes a section with one invalid field for no section at all. And to let the editor's
    # blocks pass over what is required, Wagtail changes those that all requests share.
    body = form.fields.pop("body")
    form.defer_required_fields()
    form.is_valid()
    form.fill_in_rows()
    if not body.widget.value_omitted_from_data(data, {}, "body"):
        article.body = readable(body.block, body.widget.value_from_datadict(data, {}, "body"))
    return article


def readable(block, value):
    """`value` of `block`, of the form's types, as a draft holds it: numbers as numbers, None where there is none."""
    if isinstance(block, blocks.StreamBlock):
        children = [(child.block_type, readable(child.block, child.value), child.id) for child in value]
        return StreamValue(block, children)
    if isinstance(block, blocks.StructBlock):
        fields = [(name, readable(child, value.get(name))) for name, child in block.child_blocks.items()]
        return block.meta.value_class(block, fields)
    if isinstance(block, blocks.ListBlock):
        items = [
            ListValue.ListChild(block.child_block, readable(block.child_block, item.value), id=item.id)
            for item in value.bound_blocks
        ]
        return ListValue(block, bound_blocks=items)
    # A chosen row was looked up when it was read.
    if isinstance(block, blocks.ChooserBlock) or not isinstance(block, blocks.FieldBlock):
        return value
    try:
        return block.clean(value)
    except ValidationError:
        return value if isinstance(block, READABLE) else None
