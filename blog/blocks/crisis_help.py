"""Help in a crisis: the author's words, and the help lines of the day."""

from blog.blocks.problems import errors_at, plain_values
from blog.blocks.section import SectionBlock, rich_text_block
from blog.clinical_rules.care_cards import crisis_help_problems


class CrisisHelpBlock(SectionBlock):
    body = rich_text_block(
        required=False,
        help_text="Words of hope, in two or three sentences. Never a number: the help lines are printed below by "
        "themselves, with the numbers of the day.",
    )

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(crisis_help_problems(plain_values(value)))

    class Meta:
        icon = "mobile-alt"
        group = "Getting help"
        label = "Help in a crisis"
        description = "Words of hope, and whom to call now"
        template = "blocks/crisis_help.html"
        default_heading = "If you are in crisis"
        preview_value = {
            "section_heading": "",
            "body": "<p>You are not alone, and this can get better. Somebody will listen to you, at any hour.</p>",
        }
