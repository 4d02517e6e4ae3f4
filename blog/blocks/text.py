"""Sections that are text: key points, overview, conclusion."""

from wagtail import blocks

from blog.blocks.choosers import reference_chooser, service_chooser
from blog.blocks.problems import errors_at, plain_values
from blog.blocks.section import SectionBlock, rich_text_block
from blog.clinical_rules.conclusion import WORD_LIMIT, conclusion_problems
from blog.clinical_rules.key_points import MOST_POINTS, POINT_LIMIT, key_points_problems
from blog.enums import CallToAction, HealthAspect
from blog.examples import EXAMPLE_SERVICE, EXAMPLE_SOURCE

CALL_TO_ACTION_FOR_READERS = {
    CallToAction.TALK_TO_YOUR_CLINICIAN: "Talk to your clinician about what is right for you.",
    CallToAction.BOOK_A_CONSULTATION: "Book a consultation",
}
# What an overview is called that has no heading of its own; the others are called what it is.
ASPECT_HEADINGS = {
    HealthAspect.EFFECTIVENESS: "How well it works",
    HealthAspect.BENEFITS: "Benefits",
    HealthAspect.HOW_IT_WORKS: "How it works",
    HealthAspect.STAGES: "Stages",
    HealthAspect.SIDE_EFFECTS: "Side effects",
    HealthAspect.SAFETY: "Safety",
    HealthAspect.RISKS_OR_COMPLICATIONS: "Complications",
    HealthAspect.SEE_DOCTOR: "When to get help",
    HealthAspect.USAGE_OR_SCHEDULE: "What happens",
    HealthAspect.PREGNANCY: "Pregnancy and breastfeeding",
    HealthAspect.TREATMENTS: "Treatments",
    HealthAspect.SYMPTOMS: "Symptoms",
    HealthAspect.CAUSES: "Causes",
    HealthAspect.SELF_CARE: "What you can do yourself",
    HealthAspect.PATIENT_EXPERIENCE: "Stories",
    HealthAspect.GETTING_ACCESS: "Access and cost",
    HealthAspect.RELATED_TOPICS: "Related subjects",
    HealthAspect.MISCONCEPTIONS: "Myths",
}


class KeyPointBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="Point", help_text=f"One sentence or two, up to {POINT_LIMIT} characters.")
    source = reference_chooser(help_text="Where it comes from. Needed for a number, or for what a study found.")

    class Meta:
        icon = "dot"
        label = "Point"
        label_format = "{text}"


class KeyPointsBlock(SectionBlock):
    points = blocks.ListBlock(
        KeyPointBlock(),
        max_num=MOST_POINTS,
        help_text="Three to five points, the most important first. Give a risk for each benefit.",
    )

    def prepared(self, value):
        return {"points": [point for point in value["points"] if point["text"]]}

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(key_points_problems(plain_values(value)))

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
                {"text": "You have examplamine in a clinic, with staff beside you.", "source": None},
                {"text": "In one trial about 4 in 10 people felt better a day later.", "source": EXAMPLE_SOURCE},
                {"text": "Dizziness is very common on the day.", "source": EXAMPLE_SOURCE},
            ],
        }


class OverviewBlock(SectionBlock):
    health_aspect = blocks.ChoiceBlock(
        choices=HealthAspect.choices,
        default=HealthAspect.OVERVIEW.value,
        label="What it is about",
        help_text="For search engines, and for the heading where that is left blank.",
    )
    body = rich_text_block(
        help_text="Short paragraphs in plain words, at most three sentences each. Type / to cite a source or explain "
        "a word."
    )

    def heading_of(self, value):
        own = (value.get("section_heading") or "").strip()
        return own or ASPECT_HEADINGS.get(value.get("health_aspect"), self.meta.default_heading)

    class Meta:
        icon = "pilcrow"
        group = "Text"
        label = "Overview"
        description = "Running text under a heading"
        template = "blocks/overview.html"
        default_heading = "What it is"
        preview_value = {
            "section_heading": "",
            "health_aspect": HealthAspect.OVERVIEW.value,
            "body": "<p>Examplamine is a made-up medicine. It shows what this section looks like.</p>",
        }


class ConclusionBlock(SectionBlock):
    body = rich_text_block(help_text=f"Up to {WORD_LIMIT} words, with nothing that was not said before.")
    call_to_action = blocks.ChoiceBlock(
        choices=CallToAction.choices,
        required=False,
        default="",
        label="What to do next",
        help_text="Printed below as a sentence.",
    )
    service = service_chooser(
        help_text="Needed to book a consultation. Readers see its name and that it is your own service. The link is "
        "made when the page is read, so a service that is gone has none.",
    )

    def prepared(self, value):
        is_booking = value["call_to_action"] == CallToAction.BOOK_A_CONSULTATION
        return {
            "call_to_action": CALL_TO_ACTION_FOR_READERS.get(value["call_to_action"], ""),
            "service": value["service"] if is_booking else None,
        }

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(conclusion_problems(plain_values(value)))

    class Meta:
        icon = "tasks"
        group = "Text"
        label = "Conclusion"
        description = "What it comes to, at the end"
        template = "blocks/conclusion.html"
        default_heading = "Conclusion"
        preview_value = {
            "section_heading": "",
            "body": "<p>Examplamine helps some people for a while. It has risks, and there are other choices.</p>",
            "call_to_action": CallToAction.BOOK_A_CONSULTATION.value,
            "service": EXAMPLE_SERVICE,
        }
