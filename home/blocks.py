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


class ServiceLinkBlock(SiteLinkBlock):
    note = blocks.CharBlock(required=False, max_length=160, help_text="In a few words, what it is and for whom.")

    class Meta:
        label = "Service"


def heading(usual=""):
    shown = f"Left blank, “{usual}”." if usual else "May be left blank."
    return blocks.CharBlock(required=False, max_length=65, help_text=f"Up to 65 characters. {shown}")


class IntroductionBlock(blocks.StructBlock):
    """Words of the clinic about itself."""

    heading = heading()
    text = blocks.TextBlock(
        max_length=800, help_text="Plain and short. No clinical advice: this page is not clinically reviewed."
    )
    links = blocks.ListBlock(SiteLinkBlock(), default=[], max_num=2, help_text="Where somebody can read more.")

    class Meta:
        icon = "title"
        label = "Introduction"


class TopicsBlock(blocks.StructBlock):
    """All topics from A to Z."""

    usual_heading = "Topics"
    heading = heading(usual_heading)

    class Meta:
        icon = "list-ul"
        label = "Topics"


class LatestReviewedBlock(blocks.StructBlock):
    """The reviewed articles that were published last, as readers get them at that moment."""

    usual_heading = "Latest reviewed"
    usual_number = 6
    heading = heading(usual_heading)
    how_many = blocks.IntegerBlock(min_value=1, max_value=12, default=usual_number, label="How many")

    class Meta:
        icon = "doc-full"
        label = "Latest reviewed articles"


class ServicesBlock(blocks.StructBlock):
    """Ways to what the clinic offers."""

    usual_heading = "What we offer"
    heading = heading(usual_heading)
    text = blocks.TextBlock(required=False, max_length=300, help_text="No medicine by name: an offer is advertising.")
    links = blocks.ListBlock(ServiceLinkBlock(), max_num=6, label="Services")

    class Meta:
        icon = "tag"
        label = "Services"


class PromotionPlaceBlock(blocks.StaticBlock):
    """Says that the page has room for an offer; which one is no part of the page."""

    class Meta:
        icon = "tag"
        label = "Promotion"
        admin_text = (
            "The current offer, if there is one. It stands below everything else, wherever you put it here: an offer "
            "never comes between a reader and what they look for."
        )


class HomeBody(blocks.StreamBlock):
    introduction = IntroductionBlock()
    topics = TopicsBlock()
    latest_reviewed = LatestReviewedBlock()
    services = ServicesBlock()
    promotion = PromotionPlaceBlock()

    class Meta:
        block_counts = {
            "introduction": {"max_num": 3},
            "topics": {"max_num": 1},
            "latest_reviewed": {"max_num": 1},
            "services": {"max_num": 2},
            "promotion": {"max_num": 1},
        }
