"""Warnings in a box."""

from wagtail import blocks

from blog.blocks.problems import errors_at, plain_values
from blog.blocks.section import SectionBlock, rich_text_block
from blog.clinical_rules.warnings import HEADING_LIMIT, WORD_LIMIT, warning_problems


class WarningBlock(SectionBlock):
    # A warning's heading is part of what it says, so it takes the place of the section's own.
    section_heading = None
    # Drafts, and documents that were brought in, are shown without one under the usual heading.
    heading = blocks.CharBlock(
        help_text=f"What to beware of, up to {HEADING_LIMIT} characters. For example: Do not drive until the next day",
    )
    body = rich_text_block(help_text=f"Up to {WORD_LIMIT} words. How to get help goes on a care card.")

    def heading_of(self, value):
        return (value.get("heading") or "").strip() or self.meta.default_heading

    def errors_in(self, value):
        return errors_at(warning_problems(plain_values(value)))

    class Meta:
        icon = "warning"
        group = "Safety"
        label = "Warning"
        description = "One thing to beware of, in a box; at most two in an article"
        template = "blocks/warning.html"
        default_heading = "Important"
        preview_value = {
            "heading": "Do not drive until the next day",
            "body": "<p>Treatment slows how fast you react, also when you feel awake.</p>",
        }
