"""Care cards: one thing to do, for whom, at a glance; and the section for a crisis.

Source: NHS design system, how to help users decide when and where to get care.
"""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import words
from blog.clinical_rules.typed_fields import flags_at, listed, rows_listed
from blog.enums import CareLevel
from blog.text import lines_of

HEADING_LIMIT = 70
MOST_BULLETS = 8
MOST_ACTION_LINES = 4

_SOURCE = "NHS design system, care cards"
HEADING = Rule("CARE-01", Level.BLOCK, "A care card says in its heading what to do", _SOURCE, waivable=False)
BULLETS = Rule("CARE-02", Level.BLOCK, "A care card lists when", _SOURCE, waivable=False)
NUMBERS = Rule("CARE-03", Level.BLOCK, "A number on a care card can be called", _SOURCE, waivable=False)
NO_LINKS = Rule("CARE-04", Level.BLOCK, "An emergency card sends nobody off to read", _SOURCE, waivable=False)
FOLLOWED = Rule("CARE-05", Level.BLOCK, "What follows a care card has a heading", _SOURCE, waivable=False)
ONE_CALL = Rule("CARE-06", Level.WARN, "A care card asks for one thing", _SOURCE)
NO_CONDITION = Rule("CARE-07", Level.WARN, "A care card's heading names no condition", _SOURCE)
ONE_EACH = Rule("CARE-08", Level.WARN, "One care card of each level", _SOURCE)
LIVE_NUMBERS = Rule(
    "CARE-09", Level.BLOCK, "Numbers of help lines are never part of a text", "reportingonsuicide.org", waivable=False
)
RIGHT_LEVEL = Rule("CARE-10", Level.WARN, "A call to the emergency number stands on an emergency card", _SOURCE)
RULES = (
    *(HEADING, BULLETS, NUMBERS, NO_LINKS, FOLLOWED),
    *(ONE_CALL, NO_CONDITION, ONE_EACH, LIVE_NUMBERS, RIGHT_LEVEL),
)
_RULE_OF_FIELD = {"heading": HEADING, "level": HEADING, "bullets": BULLETS, "action_lines": NUMBERS}

_CALLS_TO_ACTION = re.compile(r"\b(?:call|speak|go|ask)\b", re.IGNORECASE)
_EMERGENCY_NUMBER = re.compile(r"\b(?:911|999|112)\b")
# The first word of a sentence behind a full stop without its space, as in “faint.Call”, and no ending such as “Com”.
_NEXT_SENTENCE = (
    r"(?!(?:com|org|net|edu|gov|info|health|io|co|uk|us)\b)"
    r"(?:(?-i:[A-Z][a-z]+)|and|ask|call|get|go|if|or|sit|stop|take|tell|the|then|your)\b(?![./]\w)"
)
# A name with a point in it and letters on both sides, whatever it ends with; “e.g.” and “a.m.” have one letter a side.
_ADDRESS = re.compile(
    rf"https?://|\bwww\.|\b\w[\w-]*@\w|\b[\w-]{{2,}}\.(?!{_NEXT_SENTENCE})[a-z]{{2,}}\b|\b[\w-]+\.[a-z]{{2,}}/"
    r"|\b\w\.(?:co|gg|io|ly|me|uk)\b",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s().\-\u2010-\u2013\u00a0]")
_DIALLED = re.compile(r"\+[1-9][0-9]{6,14}|[1-9][0-9]{2,5}")
# No number reaches over the end of a line: digits of two paragraphs are none.
_NUMBER_IN_TEXT = re.compile(r"\b(?:911|988|999|112)\b|\+?\d(?:[^\S\n]|[\d().-]){5,}\d|\b\d{5,6}\b")


def dialled(phone):
    """A phone number as a telephone takes it, `+15555550123` or `988`; blank for what is neither E.164 nor short."""
    number = _SEPARATORS.sub("", phone) if isinstance(phone, str) else ""
    return number if _DIALLED.fullmatch(number) else ""


def care_card_problems(row):
    """What is wrong in a care card, `{field: message}`; `row` has its fields as plain values."""
    return _heading_problems(row) | _bullet_problems(row) | _action_problems(row) | _link_problems(row)


def crisis_help_problems(row):
    """What is wrong in the words of a crisis section, `{field: message}`; `row` has `body` in plain words."""
    if found := _NUMBER_IN_TEXT.search(words(row, "body")):
        message = (
            f"Take out “{found[0].strip()}”. The help lines are printed below by themselves, with the numbers of the "
            "day; one that is typed here grows old with the text."
        )
        return {"body": message}
    return {}


def find(document):
    for block in document.of_kind("crisis_help"):
        row = {"body": block.text("body")}
        yield from flags_at(block, row, crisis_help_problems(row), {"body": LIVE_NUMBERS})
    seen = set()
    for position, block in enumerate(document.blocks):
        if block.kind != "care_card":
            continue
        row = block.value | {"bullets": block.items("bullets"), "action_lines": block.rows("action_lines")}
        heading, level = words(row, "heading"), words(row, "level")
        yield from _typed(block, row)
        yield from _about_heading(document, block, heading, level)
        yield from _followed_by_text(document.blocks[position + 1 : position + 2])
        if level in seen:
            message = "There is a card of this level above already. Put what belongs together into one."
            yield Flag(ONE_EACH, message, quote=heading, block_id=block.id, field="level")
        if level:
            seen.add(level)


def _typed(block, row):
    links = _link_problems(row)
    others = {field: message for field, message in care_card_problems(row).items() if field not in links}
    yield from flags_at(block, row, others, _RULE_OF_FIELD)
    yield from flags_at(block, row, links, dict.fromkeys(("bullets", "action_lines", "lead", "heading"), NO_LINKS))


def _about_heading(document, block, heading, level):
    if len(_CALLS_TO_ACTION.findall(heading)) > 1:
        message = "This asks for more than one thing. Choose one: someone in need reads no further."
        yield Flag(ONE_CALL, message, quote=heading, block_id=block.id, field="heading")
    if named := _condition_in(heading, listed(document.content, "conditions")):
        message = f"Take “{named}” out of the heading: the bullets say for whom the card is."
        yield Flag(NO_CONDITION, message, quote=heading, block_id=block.id, field="heading")
    if level != CareLevel.EMERGENCY and _EMERGENCY_NUMBER.search(heading):
        message = "This card sends people to the emergency number. Make it an emergency card."
        yield Flag(RIGHT_LEVEL, message, quote=heading, block_id=block.id, field="level")


def _followed_by_text(following):
    if any(other.kind == "image" and not other.heading for other in following):
        message = "Give the picture below this card a heading, or it looks like part of the card."
        yield Flag(FOLLOWED, message, block_id=following[0].id, field="section_heading")


def _condition_in(heading, conditions):
    for condition in (entry for entry in conditions if isinstance(entry, dict)):
        for name in [words(condition, "name"), *lines_of(words(condition, "also_called"))]:
            if name and re.search(rf"\b{re.escape(name)}\b", heading, re.IGNORECASE):
                return name
    return ""


def _heading_problems(row):
    problems = {}
    heading = words(row, "heading")
    if not heading:
        problems["heading"] = "Say what to do, such as “Call your clinic if:”."
    elif len(heading) > HEADING_LIMIT:
        problems["heading"] = f"Shorten the heading to {HEADING_LIMIT} characters; it has {len(heading)}."
    elif not heading.endswith(":"):
        problems["heading"] = "End the heading with a colon: the list below it completes the sentence."
    if words(row, "level") not in CareLevel.values:
        problems["level"] = "Choose how urgent it is."
    return problems


def _bullet_problems(row):
    bullets = listed(row, "bullets")
    if not bullets:
        return {"bullets": "List when to do this: at least one line."}
    if len(bullets) > MOST_BULLETS:
        return {"bullets": f"Keep this to {MOST_BULLETS} lines; there are {len(bullets)}."}
    return {
        f"bullets.{position}": "This line is empty. Write it, or take it out."
        for position, bullet in enumerate(bullets)
        if not (isinstance(bullet, str) and bullet.strip())
    }


def _action_problems(row):
    lines = rows_listed(row, "action_lines")
    if len(lines) > MOST_ACTION_LINES:
        return {"action_lines": f"Keep this to {MOST_ACTION_LINES} lines; there are {len(lines)}."}
    problems = {}
    for position, line in enumerate(lines):
        if not words(line, "text"):
            problems[f"action_lines.{position}.text"] = "Say what to do, such as “Call the clinic”."
        if words(line, "phone") and not dialled(line["phone"]):
            problems[f"action_lines.{position}.phone"] = (
                "Write the number with its country, such as +1 555 555 0123, or a short number such as 988."
            )
    return problems


def _link_problems(row):
    """Web addresses on an emergency card: someone in danger has to act and not to read."""
    if row.get("level") != CareLevel.EMERGENCY:
        return {}
    message = "Take the web address out: in an emergency people have to act and not to read."
    texts = {"heading": words(row, "heading"), "lead": words(row, "lead")}
    texts |= {f"bullets.{position}": bullet for position, bullet in enumerate(listed(row, "bullets"))}
    texts |= {
        f"action_lines.{position}.text": words(line, "text")
        for position, line in enumerate(rows_listed(row, "action_lines"))
    }
    return {field: message for field, text in texts.items() if isinstance(text, str) and _ADDRESS.search(text)}
