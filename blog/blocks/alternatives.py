"""Other choices than the treatment at hand, no treatment among them, side by side."""

from wagtail import blocks
from wagtail.models import Page

from blog.blocks.limited_text import LimitedLineBlock
from blog.blocks.problems import errors_at, plain_values
from blog.blocks.questions import questions_to_ask
from blog.blocks.section import CheckedBlock, SectionBlock, intro_block
from blog.clinical_rules.alternatives import MOST_OPTIONS, choice_problems, option_problems
from blog.clinical_rules.passages import ASKED_BESIDE
from blog.clinical_rules.questions import questions_problems
from blog.enums import OptionKind
from blog.rich_text import reachable

OFFERED_FOR_READERS = {True: "Offered at this clinic", False: "Not offered at this clinic"}


class OptionBlock(CheckedBlock):
    name = LimitedLineBlock(max_length=80, help_text="For example: talking therapy")
    kind = blocks.ChoiceBlock(choices=OptionKind.choices, label="Kind of choice")
    one_line = LimitedLineBlock(max_length=160, label="What it is", help_text="In one line.")
    benefits = blocks.TextBlock(
        rows=2, label="What it may do", help_text="As plainly as for your own treatment. No prices."
    )
    downsides = blocks.TextBlock(rows=2, help_text="What speaks against it, or what it asks of people.")
    offered_here = blocks.BooleanBlock(required=False, label="This clinic offers it")
    link = blocks.PageChooserBlock(
        required=False, label="Page about it", help_text="Readers get a link where it is public."
    )

    def errors_in(self, value):
        return errors_at(option_problems(value))

    class Meta:
        icon = "resubmit"
        label = "Choice"
        label_format = "{name}"


def with_links(options):
    """`options` with the address of each page that readers can open; the others lead nowhere and have none."""
    pages = reachable([option["link"].pk for option in options if isinstance(option["link"], Page)])
    return [option | {"address": _address(pages.get(getattr(option["link"], "pk", None)))} for option in options]


def _address(page):
    parts = page and page.get_url_parts()
    return parts[2] if parts else ""


def kind_label(option):
    """What kind of choice it is, where its name does not say so already."""
    label = OptionKind(option["kind"]).label if option["kind"] in OptionKind.values else ""
    return "" if label.casefold() in (option["name"] or "").casefold() else label


def offered_label(option):
    """Whether the clinic offers it; nobody offers having nothing."""
    return "" if option["kind"] == OptionKind.NO_TREATMENT else OFFERED_FOR_READERS[bool(option["offered_here"])]


class AlternativesBlock(SectionBlock):
    intro = intro_block()
    options = blocks.ListBlock(
        OptionBlock(),
        default=[],
        max_num=MOST_OPTIONS,
        required=False,
        label="Choices",
        help_text="At least two. No treatment is one of them, and so is something that you do not offer.",
    )
    what_if_no_treatment = blocks.TextBlock(
        rows=3, label="Without treatment", help_text="What can happen to people who have none."
    )

    questions_to_ask = questions_to_ask(
        default=[],
        required=False,
        label="Questions to ask",
        help_text="None, or three to eight that help a reader to choose, each ending in a question mark.",
    )

    def errors_in(self, value):
        about_all = " ".join(message for _rule, message in choice_problems(value["options"]))
        problems = {"options": about_all} if about_all else {}
        asked = questions_problems(plain_values(value), ASKED_BESIDE, may_be_none=True)
        return super().errors_in(value) | errors_at(problems | asked)

    def prepared(self, value):
        return {
            "options": [
                option | {"kind_label": kind_label(option), "offered_label": offered_label(option)}
                for option in with_links(value["options"])
            ],
            "questions": [question for question in value[ASKED_BESIDE] if question],
        }

    class Meta:
        icon = "resubmit"
        group = "Getting help"
        label = "Other choices"
        description = "Other treatments and no treatment, compared alike"
        template = "blocks/alternatives.html"
        default_heading = "Other choices"
        preview_value = {
            "section_heading": "",
            "intro": "",
            "options": [
                {
                    "name": "Talking therapy",
                    "kind": OptionKind.TALKING_THERAPY.value,
                    "one_line": "You meet a therapist, most often once a week.",
                    "benefits": "It may help as much as a medicine, and for longer.",
                    "downsides": "It takes some weeks to work, and it asks for effort.",
                    "offered_here": True,
                    "link": None,
                },
                {
                    "name": "Another medicine",
                    "kind": OptionKind.MEDICINE.value,
                    "one_line": "A tablet that you take every day.",
                    "benefits": "It may lift low mood within some weeks.",
                    "downsides": "Feeling sick and sleeping badly are common at first.",
                    "offered_here": False,
                    "link": None,
                },
                {
                    "name": "No treatment for now",
                    "kind": OptionKind.NO_TREATMENT.value,
                    "one_line": "You wait, and see your clinician again.",
                    "benefits": "No side effects. Some people get better by themselves.",
                    "downsides": "It may last longer or get worse.",
                    "offered_here": True,
                    "link": None,
                },
            ],
            "what_if_no_treatment": "Some people get better within months. For others it lasts, and it can come back.",
            "questions_to_ask": [
                "Which of these suits what matters most to me?",
                "What happens if I wait some weeks?",
                "What can I do if the first choice does not help?",
            ],
        }
