"""Care cards: what to do, how urgently, and when."""

from wagtail import blocks

from blog.blocks.choosers import help_line_chooser
from blog.blocks.problems import errors_at, plain_values
from blog.blocks.section import SectionBlock
from blog.clinical_rules.care_cards import (
    HEADING_LIMIT,
    MOST_ACTION_LINES,
    MOST_BULLETS,
    care_card_problems,
    dialled,
)
from blog.enums import CareLevel
from blog.examples import EXAMPLE_HELP_LINE

# Said before the heading to who does not see the card's colour, and printed on paper.
PREFIXES = {
    CareLevel.EMERGENCY: "Immediate action required:",
    CareLevel.URGENT: "Urgent advice:",
    CareLevel.NON_URGENT: "Non-urgent advice:",
}
# In an emergency the lines to call and nothing to choose from.
HELP_LINES = {CareLevel.EMERGENCY: "emergency", CareLevel.URGENT: "all", CareLevel.NON_URGENT: "all"}


class ActionLineBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="What to do", help_text="For example: Call the clinic, on weekdays from 9 to 5")
    phone = blocks.CharBlock(
        required=False,
        label="Phone number",
        help_text="With its country, such as +1 555 555 0123, or a short number such as 988. Readers can tap it.",
    )
    service = help_line_chooser(
        help_text="One help line of the site, always with its numbers of the day. Where it is gone, all are shown."
    )

    class Meta:
        icon = "mobile-alt"
        label = "Line"
        label_format = "{text}"


class CareCardBlock(SectionBlock):
    # A card's heading is what it says first, so it takes the place of the section's own.
    section_heading = None
    level = blocks.ChoiceBlock(
        choices=CareLevel.choices,
        label="How urgent",
        help_text="Emergency: call for an ambulance. Urgent: get help today. Non-urgent: make an appointment.",
    )
    heading = blocks.CharBlock(
        help_text=f"One thing to do, up to {HEADING_LIMIT} characters, ending in a colon. "
        "For example: Call your clinic today if:",
    )
    lead = blocks.TextBlock(
        required=False, rows=2, label="First sentence", help_text="What to say before the list, if anything."
    )
    bullets = blocks.ListBlock(
        blocks.CharBlock(label="Sign"),
        max_num=MOST_BULLETS,
        label="When",
        help_text=f"Up to {MOST_BULLETS} signs, each completing the heading. For example: you have chest pain",
    )
    action_lines = blocks.ListBlock(
        ActionLineBlock(),
        default=[],
        max_num=MOST_ACTION_LINES,
        label="How to get help",
        help_text=f"Up to {MOST_ACTION_LINES} lines below the list. For all help lines tick the box below.",
    )
    show_help_lines = blocks.BooleanBlock(
        required=False,
        label="Show the help lines",
        help_text="Prints the help lines of the site, always with the numbers of the day.",
    )

    def heading_of(self, value):
        return (value.get("heading") or "").strip() or self.meta.default_heading

    def prepared(self, value):
        lines = [
            line | {"dialled": dialled(line["phone"]), "help_line": f"service-{line['service'].pk}"}
            if line["service"]
            else line | {"dialled": dialled(line["phone"])}
            for line in value["action_lines"]
            if line["text"] or line["service"]
        ]
        return {
            "prefix": PREFIXES.get(value["level"], ""),
            "bullets": [bullet for bullet in value["bullets"] if bullet],
            "action_lines": lines,
            "help_lines": HELP_LINES.get(value["level"], "all") if value["show_help_lines"] else "",
        }

    def errors_in(self, value):
        return errors_at(care_card_problems(plain_values(value)))

    class Meta:
        icon = "info-circle"
        group = "Getting help"
        label = "Care card"
        description = "What to do, how urgently, and when"
        template = "blocks/care_card.html"
        default_heading = "When to get help"
        preview_value = {
            "level": CareLevel.EMERGENCY.value,
            "heading": "Call 911 now if:",
            "lead": "",
            "bullets": ["you find it hard to breathe", "you have chest pain", "you feel that you might harm yourself"],
            "action_lines": [
                {"text": "Until help comes, you can talk to somebody:", "phone": "", "service": EXAMPLE_HELP_LINE},
            ],
            "show_help_lines": False,
        }
        more_examples = (
            {
                "level": CareLevel.URGENT.value,
                "heading": "Call your clinic today if:",
                "lead": "",
                "bullets": ["you feel worse than before the treatment", "it hurts when you pee"],
                "action_lines": [{"text": "Call the clinic:", "phone": "+1 555 555 0123", "service": None}],
                "show_help_lines": False,
            },
            {
                "level": CareLevel.NON_URGENT.value,
                "heading": "Talk to your clinician if:",
                "lead": "Most people need no help with these.",
                "bullets": ["you sleep badly", "you feel sick on the days of treatment"],
                "action_lines": [],
                "show_help_lines": False,
            },
        )
