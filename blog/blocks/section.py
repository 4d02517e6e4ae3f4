"""What every section of an article has in common."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail import blocks

from blog.examples import alone
from blog.rich_text import FEATURES, plain_text, readable

HEADING_LIMIT = 65


def rich_text_block(**options):
    """A rich text field with what article text may hold, and no more."""
    return blocks.RichTextBlock(features=FEATURES, **options)


def intro_block():
    """The text at the head of a section of rows, which stands without it too."""
    return rich_text_block(required=False, help_text="What to say first, if anything.")


class CheckedBlock(blocks.StructBlock):
    """A group of fields with rules of its own, which let drafts be: only a finished article has to satisfy them."""

    def errors_in(self, value):
        """Errors by field name that keep a finished article from being handed in."""
        return {}

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (errors := self._without_words(cleaned) | self.errors_in(cleaned)):
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned

    def _without_words(self, value):
        """Required rich text that holds mark-up but no words, which Wagtail takes for an answer."""
        return {
            name: ValidationError("This field is required.", code="required")
            for name, block in self.child_blocks.items()
            if isinstance(block, blocks.RichTextBlock) and block.required and not plain_text(value[name].source)
        }


class SectionBlock(CheckedBlock):
    """One section of an article: `Meta.template` prints it whole, with its heading, from `section_id` and `heading`."""

    section_heading = blocks.CharBlock(
        required=False,
        label="Heading",
        help_text="Up to 65 characters. Left blank, readers see the usual heading of this kind of section.",
    )

    def heading_of(self, value):
        """The heading that readers see."""
        return (value.get("section_heading") or "").strip() or self.meta.default_heading

    def prepared(self, value):
        """What the template gets beside the fields, from `value` made readable."""
        return {}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.setdefault("section_id", slugify(self.meta.default_heading or self.name))
        context.setdefault("heading", self.heading_of(value))
        # There and back, for a value that lacks fields added since it was stored gets their defaults on the way.
        shown = readable(self.to_python(self.get_prep_value(value)))
        return context | {"self": shown, "value": shown} | self.prepared(shown)

    def render(self, value, context=None):
        html = super().render(value, context)
        # The renderer of a whole article, which gives all sections its words, numbers the sources through all of them.
        return html if context and "words" in context else alone(html)

    def errors_in(self, value):
        if len(value.get("section_heading") or "") > HEADING_LIMIT:
            return {"section_heading": ValidationError(f"Shorten the heading to {HEADING_LIMIT} characters.")}
        return {}

    class Meta:
        default_heading = ""
        # Values beside `preview_value`, for the catalogue, where one does not show how different a section can look.
        more_examples = ()
