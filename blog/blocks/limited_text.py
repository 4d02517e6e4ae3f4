"""Fields for text of limited length, which cut nothing: browsers would cut what is pasted without a word.

A draft may be longer. The limit holds for what is handed in, where the message says how much is too much.
"""

from django.core.exceptions import ValidationError
from wagtail import blocks


class Limited:
    """A field whose text has at most `max_length` characters once it is handed in; `None` for no limit."""

    def __init__(self, *args, max_length=None, **options):
        super().__init__(*args, **options)
        # By another name than Wagtail's, which would hand it on to the browser.
        self.longest = max_length

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (problem := too_long(self, self.label, cleaned)):
            raise ValidationError(problem)
        return cleaned


class LimitedLineBlock(Limited, blocks.CharBlock):
    pass


class LimitedTextBlock(Limited, blocks.TextBlock):
    pass


def too_long(block, label, words):
    """What to say of `words` that are longer than `block` allows; blank where they are not."""
    longest = getattr(block, "longest", None)
    if longest is None or len(words) <= longest:
        return ""
    return f"Shorten “{label}” to {longest} characters; it has {len(words)}."


# They store what Wagtail's own store, so migrations know them as those.
DECONSTRUCT_ALIASES = {
    LimitedLineBlock: "wagtail.blocks.CharBlock",
    LimitedTextBlock: "wagtail.blocks.TextBlock",
}
