"""Fields for numbers that take whatever is typed, so that what is no number is told and not guessed at.

Browsers make 1230 of “12 of 30” in a field of type number, nothing of “3 - 5”, and count on under the mouse wheel.
"""

from django import forms
from django.core.validators import MaxValueValidator
from wagtail import blocks

# More than there are people; no count in a study comes near it.
MOST = 10**10


class WholeNumberBlock(blocks.IntegerBlock):
    """A count, from `min_value` to `MOST`. Raises ValidationError for anything but digits, in drafts too."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        _typed(self.field, "Write a whole number in digits alone, such as 1200.")
        self.field.validators.append(MaxValueValidator(MOST, f"Write a number of at most {MOST:,}."))


class NumberBlock(blocks.DecimalBlock):
    """A number that may have a fraction or be below zero. Raises ValidationError for anything else, in drafts too."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        _typed(self.field, "Write a number in digits alone, such as 0.25.")

    def value_from_datadict(self, data, files, prefix):
        typed = super().value_from_datadict(data, files, prefix)
        # Papers print the sign for minus and not the hyphen that keyboards have.
        return typed.replace("\u2212", "-") if isinstance(typed, str) else typed


def _typed(field, complaint):
    # The keys of a phone for numbers alone have no minus.
    keys = {"inputmode": "numeric"} if field.min_value is not None and field.min_value >= 0 else {}
    field.widget = forms.TextInput(attrs=keys)
    field.error_messages["invalid"] = complaint


# They store what Wagtail's own store, so migrations know them as those.
DECONSTRUCT_ALIASES = {
    WholeNumberBlock: "wagtail.blocks.IntegerBlock",
    NumberBlock: "wagtail.blocks.DecimalBlock",
}
