"""What an article must not leave out: the sections of its type, and the risks beside every benefit."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.negation import is_denied
from blog.clinical_rules.passages import ASKED_BESIDE
from blog.clinical_rules.rows import words
from blog.enums import ArticleType, CareLevel, Direction

_SECTIONS = "NHS medicine pages; DISCERN"
_FAIR = "FDA fair balance; FTC Health Products Compliance Guidance"

KEY_POINTS = Rule("BAL-01", Level.BLOCK, "Key points are there", _SECTIONS, waivable=False)
KEY_POINTS_FIRST = Rule("BAL-02", Level.BLOCK, "Key points come first", _SECTIONS, waivable=False)
EVIDENCE = Rule("BAL-03", Level.BLOCK, "What the research shows is there", "DISCERN 10", waivable=False)
SIDE_EFFECTS = Rule("BAL-04", Level.BLOCK, "Side effects are there", "DISCERN 11", waivable=False)
WHO_SHOULD_NOT = Rule("BAL-05", Level.BLOCK, "Who should not have it is there", _SECTIONS, waivable=False)
CARE_CARD = Rule("BAL-06", Level.BLOCK, "When to get help fast is there", "NHS care cards", waivable=False)
ALTERNATIVES = Rule("BAL-07", Level.BLOCK, "Other choices are there", "DISCERN 14", waivable=False)
REFERENCES = Rule("BAL-08", Level.BLOCK, "At least one source is there", "JAMA benchmarks: attribution", waivable=False)
FAIR = Rule("BAL-09", Level.BLOCK, "A benefit has its risks in the same article", _FAIR, waivable=False)
INTERACTIONS = Rule("BAL-10", Level.WARN, "Other medicines, alcohol and food are there", "NHS content guide")
GET_HELP = Rule("BAL-11", Level.WARN, "When to get help is there", "NHS care cards")
CHOICES = Rule("BAL-12", Level.WARN, "What can be done about it is there", "DISCERN 14")
MECHANISM = Rule("BAL-13", Level.WARN, "How it works is there", "DISCERN 9")
QUESTIONS = Rule("BAL-14", Level.NOTE, "Questions to ask are there", "DISCERN 15")
FAQ = Rule("BAL-15", Level.NOTE, "Common questions are there", _SECTIONS)
GLOSSARY = Rule("BAL-16", Level.NOTE, "Words are explained", _SECTIONS)
THREAT = Rule("BAL-17", Level.BLOCK, "What threatens life has a care card for it", "NHS care cards")
NUMBER_ALONE = Rule("BAL-18", Level.WARN, "A benefit in numbers has its risks in the same article", _FAIR)
RULES = (
    *(KEY_POINTS, KEY_POINTS_FIRST, EVIDENCE, SIDE_EFFECTS, WHO_SHOULD_NOT, CARE_CARD, ALTERNATIVES, REFERENCES, FAIR),
    *(INTERACTIONS, GET_HELP, CHOICES, MECHANISM, QUESTIONS, FAQ, GLOSSARY, THREAT, NUMBER_ALONE),
)

_THREAT = re.compile(
    r"(?:life[- ]threatening|(?:can|may|might|could) (?:kill(?! time)|be (?:fatal|deadly)|stop (?:your )?breathing"
    r"|(?:cause|lead to) death)|(?:is|are) (?:often |sometimes )?(?:fatal|deadly)|medical emergency"
    r"|severe (?:side[- ]effects?|reactions?|allergic|bleeding|trouble breathing))\b"
    r"(?! (?:was|were|has|have)(?:n't| not| never) (?:been )?(?:seen|found|reported))"
)
_FIRST_OF_THREAT = {"life", "can", "may", "might", "could", "is", "are", "medical", "severe"}
_HELPED = re.compile(
    r"\b(?:better|improv\w+|reliev\w+|relief|reduc\w+|help(?:s|ed)?|recover\w*|respon(?:d|ded|se)|remission|work(?:s|ed)"
    r"|benefit\w*|effective)\b"
)


@dataclass(frozen=True)
class Wanted:
    """What articles of some types must have; `message` says how to add it."""

    rule: Rule
    types: tuple[ArticleType, ...]
    present: Callable
    message: str


def _has(kind):
    return lambda document: bool(document.of_kind(kind))


def _has_fast_help(document):
    fast = (CareLevel.URGENT, CareLevel.EMERGENCY)
    return any(words(card.value, "level") in fast for card in document.of_kind("care_card"))


def _has_questions(document):
    """Whether readers are given questions to take along, in a section of their own or below the other choices."""
    beside = any(
        question.strip() for block in document.of_kind("alternatives") for question in block.items(ASKED_BESIDE)
    )
    return beside or bool(document.of_kind("questions"))


TREATMENT = (ArticleType.MEDICINE, ArticleType.TREATMENT)
CONDITION = (ArticleType.CONDITION,)
WANTED = (
    Wanted(KEY_POINTS, TREATMENT, _has("key_points"), "Add “Key points” as the first section, with three to five."),
    Wanted(
        EVIDENCE,
        TREATMENT,
        _has("evidence"),
        "Add “What the research shows”, with the finding that matters most, what it was compared with and its source.",
    ),
    Wanted(
        SIDE_EFFECTS,
        TREATMENT,
        _has("side_effects"),
        "Add “Side effects”: one a row, how many people have it, whether it is serious and what to do.",
    ),
    Wanted(
        WHO_SHOULD_NOT,
        TREATMENT,
        _has("who_should_not"),
        "Add “Who should not have it”: name the conditions, from the medicine's label, a guideline or a regulator.",
    ),
    Wanted(
        CARE_CARD,
        TREATMENT,
        _has_fast_help,
        "Add a “Care card” of the kind urgent or emergency, that says when to get help at once and how.",
    ),
    Wanted(
        ALTERNATIVES,
        TREATMENT,
        _has("alternatives"),
        "Add “Other choices”: at least two, no treatment among them, each with what it is good and bad for.",
    ),
    Wanted(
        INTERACTIONS,
        TREATMENT,
        _has("interactions"),
        "Add “Other medicines, alcohol and food”: what must not be combined with it, alcohol among it.",
    ),
    Wanted(
        GET_HELP, CONDITION, _has("care_card"), "Add a “Care card” that says when to get help with this, and from whom."
    ),
    Wanted(CHOICES, CONDITION, _has("alternatives"), "Add “Other choices” with what can be done about it."),
    Wanted(MECHANISM, (ArticleType.MEDICINE,), _has("mechanism"), "Add “How it works”, with how sure anyone is of it."),
    Wanted(
        QUESTIONS, TREATMENT, _has_questions, "Consider “Questions to ask”, for readers to take to their clinician."
    ),
    Wanted(FAQ, TREATMENT, _has("faq"), "Consider “Common questions”, with what people ask you most."),
    Wanted(
        GLOSSARY,
        TREATMENT,
        lambda document: bool(document.glossary or document.of_kind("glossary")),
        "Consider marking the difficult words in the text as words to explain.",
    ),
)


def find(document):
    for wanted in WANTED:
        if document.article_type in wanted.types and not wanted.present(document):
            yield Flag(wanted.rule, wanted.message)
    # Of others, each claim is asked for its source.
    if document.is_about_medicine and not document.references:
        yield Flag(REFERENCES, "Cite a source in the text, or choose one beside what it says.")
    yield from _not_first(document)
    found = list(_benefit_alone(document))
    yield from found or _number_alone(document)
    if not _has_fast_help(document):
        yield from _threats(document)


def _not_first(document):
    key_points = document.of_kind("key_points")
    if document.is_treatment and key_points and document.blocks[0] is not key_points[0]:
        yield Flag(KEY_POINTS_FIRST, "Move the key points to the top of the article.", block_id=key_points[0].id)


def _threats(document):
    """Sentences that say that something can threaten life, in an article that says nowhere what to do then."""
    told = set()
    for hit in document.matches(_THREAT, first_words=_FIRST_OF_THREAT):
        place = (hit.passage.start, hit.sentence.start)
        if place not in told and not is_denied(hit):
            told.add(place)
            message = (
                "This says that it can threaten life, and nothing says what to do then. Add a “Care card” of the kind "
                "urgent or emergency."
            )
            yield hit.passage.flag(THREAT, message, hit.sentence.text)


def _number_alone(document):
    """The first benefit in numbers, in an article without side effects; of treatments, BAL-04 asks for them."""
    if document.is_treatment or document.of_kind("side_effects"):
        return
    for hit in document.figures:
        sentence = hit.sentence
        if _HELPED.search(hit.passage.folded, sentence.start, sentence.end):
            message = "This tells in numbers how much it helps. Add “Side effects”, so that its risks stand here too."
            yield hit.passage.flag(NUMBER_ALONE, message, sentence.text)
            return


def _benefit_alone(document):
    """The first finding that says it helps, in an article without the risks that belong to it."""
    names = {"side_effects": "“Side effects”", "who_should_not": "“Who should not have it”"}
    missing = [name for kind, name in names.items() if not document.of_kind(kind)]
    if not missing:
        return
    for block in document.of_kind("evidence"):
        for index, finding in enumerate(block.rows("findings")):
            if words(finding, "direction") == Direction.HELPS:
                message = f"This tells of a benefit, so the article needs the risks too: add {' and '.join(missing)}."
                yield Flag(FAIR, message, words(finding, "claim"), block.id, f"findings.{index}.claim")
                return
