"""Pictures, with what they show in words."""

from django.core.exceptions import ValidationError
from django.templatetags.static import static
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.problems import errors_at
from blog.blocks.section import SectionBlock
from blog.clinical_rules.access import picture_problems
from blog.pictures import Picture, UnusablePicture, recorded


class PictureBlock(SectionBlock):
    """A picture may stand without a heading of its own; the list of contents then leaves it out."""

    section_heading = blocks.CharBlock(
        required=False,
        label="Heading",
        help_text="Up to 65 characters. Left blank, the picture has none and belongs to the text before it.",
    )
    image = ImageChooserBlock(label="Picture", help_text="JPEG, PNG, GIF, WebP or AVIF. Moving pictures stand still.")
    alt_text = LimitedLineBlock(
        required=False,
        max_length=200,
        label="Description",
        help_text="What the picture shows and why it is here, for people who do not see it. Up to 200 characters.",
    )
    decorative = blocks.BooleanBlock(
        required=False, label="Only decoration", help_text="It tells nothing, so screen readers pass over it."
    )
    caption = LimitedLineBlock(required=False, max_length=200, help_text="Printed below. Up to 200 characters.")
    credit = LimitedLineBlock(
        required=False, max_length=120, help_text="Who made it, and under which licence. Up to 120 characters."
    )

    def prepared(self, value):
        try:
            picture = recorded(value["image"]) if value["image"] else None
        except UnusablePicture:
            # A draft is shown all the same; handing it in is refused.
            picture = None
        return {"picture": picture, "alt": "" if value["decorative"] else (value["alt_text"] or "").strip()}

    def picture_problem(self, value):
        """Why readers could not be shown the picture, as a sentence that says what to do; empty when they can."""
        if not value.get("image"):
            return "Choose a picture. The one that was here has been deleted, or there never was one."
        try:
            recorded(value["image"])
        except UnusablePicture as problem:
            return str(problem)
        return ""

    def errors_in(self, value):
        errors = super().errors_in(value) | errors_at(picture_problems(value))
        if problem := self.picture_problem(value):
            errors["image"] = ValidationError(problem)
        return errors

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | {"picture": context["picture"] or context.get("example")}

    def get_preview_context(self, value, parent_context=None):
        # The example has no row and no upload of its own.
        example = Picture(src=static("img/example-picture.svg"), width=960, height=540)
        return super().get_preview_context(value, parent_context) | {"example": example}

    class Meta:
        icon = "image"
        group = "Pictures and tables"
        label = "Picture"
        description = "A picture with a description, a caption and a credit"
        template = "blocks/image.html"
        preview_value = {
            "section_heading": "",
            "image": None,
            "alt_text": "A drawing of a treatment room with a reclining chair, a lamp and a chair for a companion.",
            "decorative": False,
            "caption": "A treatment room. Somebody you trust can stay with you.",
            "credit": "Example Clinic",
        }
