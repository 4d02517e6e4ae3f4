"""What to do, and what not to do."""

from wagtail import blocks

from blog.blocks.problems import errors_at, plain_values
from blog.blocks.section import SectionBlock
from blog.clinical_rules.warnings import MOST_LINES, do_dont_problems


class DoDontBlock(SectionBlock):
    dos = blocks.ListBlock(
        blocks.CharBlock(label="Do"),
        default=[],
        max_num=MOST_LINES,
        label="Do",
        help_text=f"Up to {MOST_LINES} lines: ask somebody to take you home",
    )
    donts = blocks.ListBlock(
        blocks.CharBlock(label="Do not"),
        default=[],
        max_num=MOST_LINES,
        label="Do not",
        help_text=f"Up to {MOST_LINES} lines. Readers see “do not” before each, so write only: drive on that day",
    )

    def prepared(self, value):
        return {name: [line for line in value[name] if line] for name in ("dos", "donts")}

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(do_dont_problems(plain_values(value)))

    class Meta:
        icon = "check"
        group = "Safety"
        label = "Do and do not"
        description = "Two short lists, side by side"
        template = "blocks/do_dont.html"
        default_heading = "Do and do not"
        preview_value = {
            "section_heading": "",
            "dos": ["ask somebody to take you home", "rest for the remaining day"],
            "donts": ["drive until the day after", "drink alcohol on that day"],
        }
