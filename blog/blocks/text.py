"""Sections that are text: key points, overview, conclusion."""

from wagtail import blocks

from blog.blocks.section import SectionBlock, rich_text_block


class KeyPointsBlock(SectionBlock):
    points = blocks.ListBlock(
        blocks.CharBlock(max_length=160),
        min_num=3,
        max_num=5,
        help_text="Three to five points, the most important first. Give a risk for each benefit.",
    )

    class Meta:
        icon = "list-ul"
        group = "Text"
        label = "Key points"
        description = "What to take away, in a box at the start"
        template = "blocks/key_points.html"
        default_heading = "Key points"
        preview_value = {
            "section_heading": "",
            "points": [
                "You have examplamine in a clinic, with staff beside you.",
                "It may help some people. Nobody can say beforehand whom.",
                "Dizziness is very common on the day.",
            ],
        }


class OverviewBlock(SectionBlock):
    body = rich_text_block(help_text="Short paragraphs in plain words, at most three sentences each.")

    class Meta:
        icon = "pilcrow"
        group = "Text"
        label = "Overview"
        description = "Running text under a heading"
        template = "blocks/overview.html"
        default_heading = "What it is"
        preview_value = {
            "section_heading": "",
            "body": "<p>Examplamine is a made-up medicine. It shows what this section looks like.</p>",
        }


class ConclusionBlock(SectionBlock):
    body = rich_text_block(help_text="Up to 120 words, with nothing that was not said before.")

    class Meta:
        icon = "tasks"
        group = "Text"
        label = "Conclusion"
        description = "What it comes to, at the end"
        template = "blocks/conclusion.html"
        default_heading = "Conclusion"
        preview_value = {
            "section_heading": "",
            "body": "<p>Talk about examplamine with your clinician, together with your other choices.</p>",
        }
