"""Warnings."""

from wagtail import blocks

from blog.blocks.section import SectionBlock, rich_text_block


class WarningBlock(SectionBlock):
    # A warning's heading is part of what it says, so it takes the place of the section's own.
    section_heading = None
    heading = blocks.CharBlock(
        required=False, max_length=60, help_text="Up to 60 characters. Left blank, readers see “Important”."
    )
    body = rich_text_block(help_text="Up to 60 words. Not for how to get help.")

    def heading_of(self, value):
        return (value.get("heading") or "").strip() or self.meta.default_heading

    class Meta:
        icon = "warning"
        group = "Safety"
        label = "Warning"
        description = "A boxed warning; at most two in an article"
        template = "blocks/warning.html"
        default_heading = "Important"
        preview_value = {"heading": "", "body": "<p>Do not drive until the day after treatment.</p>"}
