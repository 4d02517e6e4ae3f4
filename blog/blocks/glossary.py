"""Words explained."""

from wagtail import blocks

from blog.blocks.choosers import glossary_chooser
from blog.blocks.section import SectionBlock

EXAMPLE_WORDS = [
    {
        "anchor": "word-example-receptor",
        "term": "example receptor",
        "pronounce": "ri-SEP-ter",
        "meaning": "A place on a nerve cell that takes up signals. This one is made up.",
    },
    {
        "anchor": "word-infusion",
        "term": "infusion",
        "pronounce": "",
        "meaning": "A medicine that flows slowly into a vein.",
    },
]


class GlossaryBlock(SectionBlock):
    terms = blocks.ListBlock(
        glossary_chooser(),
        default=[],
        label="Words",
        help_text="Words that are marked in the text are added by themselves. Choose others here.",
    )

    def get_preview_context(self, value, parent_context=None):
        # The words of an article come from its renderer; an example has no article.
        return super().get_preview_context(value, parent_context) | {"words": EXAMPLE_WORDS}

    class Meta:
        icon = "glasses"
        group = "Text"
        label = "Words explained"
        description = "The words that are marked in the text, with what they mean"
        template = "blocks/glossary.html"
        default_heading = "Words explained"
        preview_value = {"section_heading": "", "terms": []}
