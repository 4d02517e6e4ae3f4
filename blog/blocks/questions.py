"""Questions that many people ask, with answers; and questions to take to a clinician."""

from wagtail import blocks

from blog.blocks.problems import errors_at, plain_values
from blog.blocks.section import SectionBlock, rich_text_block
from blog.clinical_rules.questions import (
    ANSWER_WORD_LIMIT,
    MOST_ANSWERED,
    MOST_TO_ASK,
    QUESTION_LIMIT,
    faq_problems,
    questions_problems,
)


class AnsweredQuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(
        help_text=f"As a reader would ask it, up to {QUESTION_LIMIT} characters, ending in a question mark."
    )
    answer = rich_text_block(
        help_text=f"Up to {ANSWER_WORD_LIMIT} words. Nothing that everybody has to know: many readers open no answer."
    )

    class Meta:
        icon = "help"
        label = "Question"
        label_format = "{question}"


class FAQBlock(SectionBlock):
    items = blocks.ListBlock(
        AnsweredQuestionBlock(),
        max_num=MOST_ANSWERED,
        label="Questions",
        help_text="Two to twelve that readers ask most often.",
    )

    def prepared(self, value):
        return {"items": [item for item in value["items"] if item["question"] or item["answer"]]}

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(faq_problems(plain_values(value)))

    class Meta:
        icon = "help"
        group = "Text"
        label = "Common questions"
        description = "Questions that open to show their answers"
        template = "blocks/faq.html"
        default_heading = "Common questions"
        preview_value = {
            "section_heading": "",
            "items": [
                {
                    "question": "How long does a visit take?",
                    "answer": "<p>About two hours. Staff stay with you until you feel well enough to go home.</p>",
                },
                {
                    "question": "Can somebody come with me?",
                    "answer": "<p>Yes. Somebody has to take you home, and they may wait with you.</p>",
                },
            ],
        }


def questions_to_ask(**options):
    """A list of questions that readers can take to an appointment."""
    return blocks.ListBlock(blocks.CharBlock(label="Question"), max_num=MOST_TO_ASK, **options)


class QuestionsBlock(SectionBlock):
    items = questions_to_ask(
        label="Questions",
        help_text="Three to eight that a reader can take to an appointment, each ending in a question mark.",
    )

    def prepared(self, value):
        return {"questions": [question for question in value["items"] if question]}

    def errors_in(self, value):
        return super().errors_in(value) | errors_at(questions_problems(plain_values(value)))

    class Meta:
        icon = "clipboard-list"
        group = "Getting help"
        label = "Questions to ask"
        description = "A list to take to an appointment"
        template = "blocks/questions.html"
        default_heading = "Questions to ask"
        preview_value = {
            "section_heading": "",
            "items": [
                "What other treatments could I have?",
                "What happens if I wait?",
                "Whom do I call if I feel worse?",
            ],
        }
