"""What editors put together on the front page, in the navigation and in the footer."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from wagtail import blocks

MOST_IN_HEADER, MOST_IN_FOOTER = 6, 8


class SiteLinkBlock(blocks.StructBlock):
    """A link to a page of ours, or to an address that is no page in the tree."""

    address_form = RegexValidator(
        r"^(?:/(?![/\\])|https://)\S*\Z", "Begin with / for an address of this site, or with https:// for another site."
    )

    page = blocks.PageChooserBlock(required=False, help_text="Left out as long as readers cannot open it.")
    address = blocks.CharBlock(
        required=False,
        max_length=200,
        validators=[address_form],
        help_text="Instead of a page: an address such as /a-to-z/, or one of another site with https://",
    )
    label = blocks.CharBlock(
        required=False, max_length=60, help_text="What the link says. Left blank, the title of the page."
    )

    class Meta:
        icon = "link"
        label = "Link"
        label_format = "{label}"

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        page, address, label = (cleaned.get(name) for name in ("page", "address", "label"))
        errors = {}
        if bool(page) == bool(address):
            errors["page"] = ValidationError("Choose a page, or give an address: one of the two.")
        elif address and not label:
            errors["label"] = ValidationError("Say what the link to this address is called.")
        elif page and not label and getattr(page.specific_class, "is_manuscript", False):
            # The title in the tree is that of the draft, which no reader gets.
            errors["label"] = ValidationError("Say what the link to this article is called.")
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


class LinksBlock(blocks.StreamBlock):
    link = SiteLinkBlock()
