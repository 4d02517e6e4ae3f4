"""Common questions with their answers, and questions to ask."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.passages import ASKED_BESIDE
from blog.clinical_rules.rows import repeated, words
from blog.clinical_rules.typed_fields import flags_at, listed, rows_listed
from blog.text import word_count

QUESTION_LIMIT = 120
ANSWER_WORD_LIMIT = 120
FEWEST_ANSWERED, MOST_ANSWERED = 2, 12
FEWEST_TO_ASK, MOST_TO_ASK = 3, 8

_SOURCE = "NHS content guide"
FORM = Rule("FAQ-01", Level.BLOCK, "Common questions are questions, with short answers", _SOURCE, waivable=False)
ONLY_PLACE = Rule("FAQ-02", Level.WARN, "A serious effect is not told in an answer alone", _SOURCE)
TO_ASK = Rule("FAQ-03", Level.BLOCK, "Questions to ask are questions", "DISCERN 15", waivable=False)
RULES = (FORM, ONLY_PLACE, TO_ASK)

_SERIOUS = re.compile(
    r"\b(?:seizures?|convulsions?|strokes?|heart attacks?|heart failure|chest pains?|cardiac arrest"
    r"|(?:trouble|difficulty|problems?|hard to) breath(?:ing|e)|stop(?:s|ped)? breathing|respiratory depression"
    r"|breathing (?:problems|trouble|difficulties)|anaphyla\w+|(?:severe|serious) allergic reactions?"
    r"|liver (?:damage|failure|injury)|kidney (?:damage|failure|injury)|bladder damage|(?:internal|severe) bleeding"
    r"|blood clots?|comas?|overdos(?:e|es|ing)|psychosis|mania|serotonin syndrome|suicidal thoughts?|addiction"
    r"|dependence|deaths?|fatal|life[- ]threatening)\b",
    re.IGNORECASE,
)


def faq_problems(row, asked_before=()):
    """What is wrong in a list of common questions, `{field: message}`.

    `row` has `items`, a list of `question` and `answer` in plain words; `asked_before` are the questions of the
    article's sections above.
    """
    items = rows_listed(row, "items")
    problems = {}
    if not FEWEST_ANSWERED <= len(items) <= MOST_ANSWERED:
        problems["items"] = f"Give {FEWEST_ANSWERED} to {MOST_ANSWERED} questions; there are {len(items) or 'none'}."
    asked = list(asked_before)
    for position, item in enumerate(items):
        question = words(item, "question")
        if problem := _question_problem(question, asked):
            problems[f"items.{position}.question"] = problem
        asked.append(question)
        count = word_count(words(item, "answer"))
        if count > ANSWER_WORD_LIMIT:
            problems[f"items.{position}.answer"] = f"Shorten the answer to {ANSWER_WORD_LIMIT} words; it has {count}."
        if not count:
            problems[f"items.{position}.answer"] = "Answer the question."
    return problems


def questions_problems(row, name="items", may_be_none=False):
    """What is wrong in a list of questions to ask, `{field: message}`; the field `name` of `row` is a list of texts.

    A section of them has some; beside other choices there `may_be_none`.
    """
    items = listed(row, name)
    if may_be_none and not items:
        return {}
    problems = {}
    if not FEWEST_TO_ASK <= len(items) <= MOST_TO_ASK:
        problems[name] = f"Give {FEWEST_TO_ASK} to {MOST_TO_ASK} questions; there are {len(items) or 'none'}."
    asked = []
    for position, item in enumerate(items):
        question = item.strip() if isinstance(item, str) else ""
        if problem := _question_problem(question, asked):
            problems[f"{name}.{position}"] = problem
        asked.append(question)
    return problems


def find(document):
    asked = []
    for block in document.of_kind("faq"):
        row = {"items": _with_plain_answers(block)}
        yield from flags_at(block, row, faq_problems(row, asked), {"items": FORM})
        asked += [words(item, "question") for item in row["items"]]
    for block in document.of_kind("questions"):
        row = {"items": block.items("items")}
        yield from flags_at(block, row, questions_problems(row), {"items": TO_ASK})
    for block in document.of_kind("alternatives"):
        row = {ASKED_BESIDE: block.items(ASKED_BESIDE)}
        yield from flags_at(block, row, questions_problems(row, ASKED_BESIDE, may_be_none=True), {ASKED_BESIDE: TO_ASK})
    yield from _told_here_alone(document)


def _told_here_alone(document):
    """Serious effects named in an answer and nowhere else: many readers open none."""
    passages = [passage for block in document.of_kind("faq") for passage in block.passages]
    told = [
        (passage, sentence, found[0].casefold())
        for passage in passages
        for sentence in passage.sentences
        for found in _SERIOUS.finditer(sentence.text)
    ]
    if not told:
        return
    elsewhere = " ".join(
        passage.folded for passage in document.passages if passage.kind != "faq" and not passage.is_to_ask
    )
    only_here = {effect for effect in {effect for *_where, effect in told} if effect.rstrip("s") not in elsewhere}
    for passage, sentence, effect in told:
        if effect in only_here:
            yield Flag(
                ONLY_PLACE,
                f"“{effect}” stands nowhere but in this answer, which many readers never open. Tell it under the side "
                "effects too.",
                quote=sentence.text,
                block_id=passage.block_id,
                field=passage.field,
            )


def _question_problem(question, asked):
    if not question:
        return "Write the question, or take this out."
    if not question.endswith("?"):
        return "End it with a question mark: it is printed as a question."
    if len(question) > QUESTION_LIMIT:
        return f"Shorten the question to {QUESTION_LIMIT} characters; it has {len(question)}."
    return "This question stands above already." if repeated([*asked, question])[-1:] == [len(asked)] else ""


def _with_plain_answers(block):
    """The questions with their answers in plain words; the stored rows have them with mark-up."""
    answers = {}
    for passage in block.passages:
        answers.setdefault(passage.field, []).append(passage.text)
    return [
        {"question": words(item, "question"), "answer": "\n".join(answers.get(f"items.{position}.answer", []))}
        for position, item in enumerate(block.rows("items"))
    ]
