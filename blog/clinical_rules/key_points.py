"""Key points: few, short, first in the article, and never a benefit without a risk."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import words
from blog.clinical_rules.typed_fields import flags_at, rows_listed
from blog.enums import StudyDesign

FEWEST_POINTS, MOST_POINTS = 3, 5
POINT_LIMIT = 160
NOT_IN_PEOPLE = {StudyDesign.ANIMAL.value, StudyDesign.IN_VITRO.value}
# A warning in a box, for example, has to stand above the first benefit.
MAY_COME_BEFORE = {"warning", "care_card", "crisis_help"}

FORM = Rule("KEY-01", Level.BLOCK, "Key points are few and short", "CDC Clear Communication Index", waivable=False)
ONCE = Rule("KEY-02", Level.BLOCK, "An article has one list of key points", FORM.source, waivable=False)
FIRST = Rule("KEY-03", Level.WARN, "Key points come first", FORM.source)
BALANCE = Rule("KEY-04", Level.BLOCK, "A benefit among the key points has a risk beside it", FORM.source)
IN_PEOPLE = Rule(
    "KEY-05",
    Level.BLOCK,
    "A key point rests on more than animals or cells",
    "DISCERN; GRADE",
    waivable=False,
)
RULES = (FORM, ONCE, FIRST, BALANCE, IN_PEOPLE)

# “Get help” and “nobody knows how it works” promise nothing.
_BENEFIT = re.compile(
    r"\b(?:helps|helped|(?:can|may|might|could|will|would|does|did|not|to|also) help|(?<!how it )works|worked"
    r"|improv(?:e|es|ed|ing|ements?)|reduc(?:e|es|ed|ing|tions?)|reliev(?:e|es|ed|ing)|relief|eas(?:es|ed)|lifts|lifted"
    r"|treat(?:s|ed)?|benefit(?:s|ed|ted)?|beneficial|effective(?:ly)?|(?:feel|feels|feeling|felt|get|gets|got) better"
    r"|recover(?:s|ed|y)?|prevent(?:s|ed)?|cure[sd]?|restor(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)
_RISK = re.compile(
    r"\b(?:risks?|risky|side[- ]effects?|harm(?:s|ed|ful)?|warnings?|dangers?|dangerous|unsafe|not (?:be )?safe|serious"
    r"|severe|life[- ]threatening|unwanted|adverse|addict\w*|dependence|dependent|misus\w*|overdos\w*|withdrawal"
    r"|dizz\w*|nause\w*|(?:feel|feels|feeling|be|being) sick|vomit\w*|headaches?|sleepy|sleepiness|drows\w*|detached"
    r"|dissociat\w*|confus\w*|blood pressure|bleed\w*|seizures?|weight gain|should not (?:have|take|use)"
    r"|must not (?:have|take|use))\b",
    re.IGNORECASE,
)


# “No side effects” tells no risk, nor does “lowers the risk of relapse”.
_ABSENT_BEFORE = re.compile(
    r"\b(?:(?:no|zero|free (?:of|from)|without(?: any)?|nor|or|neither|lacks?|hardly any|none of the|avoids?)"
    r"(?: (?!treatment|medicine|matter|doubt)[\w-]+){0,3}"
    r"|(?:not|never|cannot|\w+n't)(?: (?:known|seen|found|shown|reported|linked|likely|to|cause|have|has|had|lead"
    r"|give|make"
    r"|you|people|carry|bring|be|been|any|a|an|the|serious|severe|real|feel|at all|very|known to))*) $"
)
_NOT_ABSENT = re.compile(
    r"\b(?:not|never|n't|no (?:treatment|medicine)(?: is)?)(?: \w+)? (?:without|free (?:of|from))(?: [\w-]+){0,3} $"
    r"|^(?!.*\b(?:no|not|never|without|free|neither|zero|lacks?|hardly|none|avoids?|\w+n't)\b)"
    r"|\bnot (?:yet )?(?:known|shown|clear) to be $"
)
_LESS_OF_IT = re.compile(
    r"\b(?:reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|cuts?|decreas(?:e|es|ed|ing)|prevent(?:s|ed|ing)?|fewer|less|avoids?"
    r"|eas(?:es|ed|ing)|reliev(?:e|es|ed|ing)|treats?|protects? (?:against|from))(?: [\w'-]+){0,3} $"
)
_ABSENT_AFTER = re.compile(
    r"-free\b|(?: [\w-]+){0,3} (?:have|has|were|was|are|is|had) (?:not|never|yet to)(?: (?:be|been|yet"
    r"|ever))* (?:reported|seen"
    r"|found|known|observed|expected|noted|there)\b|(?: [\w-]+){0,3} (?:do|does|did) not (?:occur|happen|exist|arise)\b"
    r"|(?: [\w-]+){0,2} (?:is|are) (?:nil|none|zero|a myth)\b"
)
_OF_THE_ILLNESS = re.compile(r"(?: \w+)?(?: or| and)? (?:depress\w*|low mood|anxiety|illness|pain|symptoms)\b")


def key_points_problems(row):
    """What is wrong in a list of key points, `{field: message}`; `row` has `points`, a list of `{"text": …}`."""
    points = rows_listed(row, "points")
    problems = {}
    if not FEWEST_POINTS <= len(points) <= MOST_POINTS:
        count = len(points) or "none"
        problems["points"] = f"Give three to five key points. There {'is' if count == 1 else 'are'} {count}."
    for position, point in enumerate(points):
        text = words(point, "text")
        if not text:
            problems[f"points.{position}.text"] = "This point is empty. Write it, or take it out."
        elif len(text) > POINT_LIMIT:
            problems[f"points.{position}.text"] = f"Shorten this point to {POINT_LIMIT} characters; it has {len(text)}."
    return problems


def find(document):
    lists = document.of_kind("key_points")
    for extra in lists[1:]:
        yield Flag(ONCE, "There is a list of key points above already. Put these into it.", block_id=extra.id)
    # Of articles about a treatment, BAL-02 asks for more.
    if lists and not document.is_treatment:
        yield from _not_first(document, lists[0])
    for block in lists:
        points = block.rows("points")
        yield from flags_at(block, {"points": points}, key_points_problems({"points": points}), {"points": FORM})
        yield from _benefit_alone(document, block, points)
        yield from _not_in_people(document, block, points)


def _not_first(document, block):
    before = document.blocks[: document.blocks.index(block)]
    if any(other.kind not in MAY_COME_BEFORE for other in before):
        yield Flag(FIRST, "Move the key points to the top, where readers look first.", block_id=block.id)


def _benefit_alone(document, block, points):
    texts = [words(point, "text") for point in points]
    benefits = [position for position, text in enumerate(texts) if _BENEFIT.search(text)]
    if benefits and not any(_tells_a_risk(text, document) for text in texts):
        yield Flag(
            BALANCE,
            "This tells a benefit, and no key point tells a risk. Add a point with the most important risk.",
            quote=texts[benefits[0]],
            block_id=block.id,
            field=f"points.{benefits[0]}.text",
        )


def _tells_a_risk(text, document):
    lowered = text.casefold()
    if any(not _is_none(lowered, found) for found in _RISK.finditer(lowered)):
        return True
    rows = [row for block in document.of_kind("side_effects") for row in block.rows("rows")]
    terms = {words(row, name).casefold() for row in rows for name in ("term_plain", "term_medical")} - {""}
    # Most are not in it, and looking for letters is quick.
    named = (found for term in terms if term in lowered for found in re.finditer(rf"\b{re.escape(term)}\b", lowered))
    return any(not _is_none(lowered, found) for found in named)


def _is_none(text, risk):
    """Whether the text says that the risk is not there, or that a benefit lies in it."""
    before, after = text[: risk.start()], text[risk.end() :]
    absent = _ABSENT_BEFORE.search(before) and not _NOT_ABSENT.search(before)
    return bool(absent or _LESS_OF_IT.search(before) or _ABSENT_AFTER.match(after) or _OF_THE_ILLNESS.match(after))


def _not_in_people(document, block, points):
    """Points whose source is recorded as a study of animals or cells; EVID-08 has those that a finding tells of."""
    findings = [row for evidence in document.of_kind("evidence") for row in evidence.rows("findings")]
    told = [row.get("source") for row in findings if words(row, "design") in NOT_IN_PEOPLE]
    for position, point in enumerate(points):
        source = document.cited.get(point.get("source"))
        if source and words(source, "design") in NOT_IN_PEOPLE and source["id"] not in told:
            yield Flag(
                IN_PEOPLE,
                "The source of this point studied animals or cells, not people. Find a study in people, or say it "
                "further down, where there is room to explain.",
                quote=words(point, "text"),
                block_id=block.id,
                field=f"points.{position}.source",
            )
