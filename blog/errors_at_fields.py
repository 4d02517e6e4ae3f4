"""What a draft lacks, as errors that the editor shows at the fields where to put it right."""

from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from blog.blocks.problems import errors_at


def body_error(body, found):
    """One error for the body, a stream, from its gaps: each at its field, else at its section, else at the top."""
    positions = {child.id: position for position, child in enumerate(body)}
    at_sections, at_top = {}, []
    for gap in found:
        if gap.block_id in positions:
            at_sections.setdefault(positions[gap.block_id], []).append(gap)
        else:
            at_top.append(gap.message)
    return StreamBlockValidationError(
        block_errors={position: _section_error(body[position], gaps) for position, gaps in at_sections.items()},
        non_block_errors=at_top,
    )


def _section_error(child, gaps):
    at_fields, at_section = {}, []
    for gap in gaps:
        path = known_part(child.block, child.value, gap.path)
        if path:
            at_fields.setdefault(path, []).append(gap.message)
        else:
            at_section.append(gap.message)
    return StructBlockValidationError(block_errors=errors_at(at_fields), non_block_errors=at_section)


def known_part(block, value, path):
    """As much of `path`, such as `rows.2.band`, as leads to a field that `block` has and `value` fills."""
    taken = []
    for step in path.split(".") if path else []:
        if isinstance(block, blocks.StructBlock) and step in block.child_blocks:
            block, value = block.child_blocks[step], value.get(step)
        elif isinstance(block, blocks.ListBlock) and step.isdigit() and int(step) < len(value):
            block, value = block.child_block, value[int(step)]
        else:
            break
        taken.append(step)
    # Groups and lists show what is wrong with the whole of them; other blocks, tables say, only what is in them.
    if taken and not isinstance(block, (blocks.FieldBlock, blocks.StructBlock, blocks.ListBlock)):
        taken.pop()
    return ".".join(taken)
