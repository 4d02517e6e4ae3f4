"""Warnings, and what to do and not to do: short, few, and not the place that tells whom to call."""

import re

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import words
from blog.clinical_rules.typed_fields import flags_at, listed
from blog.text import word_count

HEADING_LIMIT = 60
WORD_LIMIT = 60
MOST_WARNINGS = 2
MOST_LINES = 6

_SOURCE = "NHS design system, warning callout, do and don't lists"
FORM = Rule(
    "WARN-01", Level.BLOCK, "A warning is short, below a heading that says what to beware of", _SOURCE, waivable=False
)
FEW = Rule("WARN-02", Level.WARN, "Two warnings at most, for more are not read", _SOURCE)
NOT_FOR_HELP = Rule("WARN-03", Level.WARN, "How to get help stands on a care card", _SOURCE)
DO_DONT = Rule("WARN-04", Level.BLOCK, "What to do and not to do reads as one sentence each", _SOURCE, waivable=False)
RULES = (FORM, FEW, NOT_FOR_HELP, DO_DONT)

_GETTING_HELP = re.compile(r"\bcall\b|\b(?:911|988|999)\b|\bemergency (?:room|department)\b", re.IGNORECASE)
# With “do not” before it, any of these would say the opposite.
_SAYS_NOT = re.compile(
    r"(?:do(?:es)? not|don['\u2019]?t|never|not|no|avoid|must not|should not|cannot|can['\u2019]t)\b",
    re.IGNORECASE,
)


def warning_problems(row):
    """What is wrong in a warning, `{field: message}`; `row` has `heading`, and `body` in plain words."""
    problems = {}
    if not words(row, "heading"):
        problems["heading"] = "Say in a heading what to beware of: readers who stop there must know it."
    if len(words(row, "heading")) > HEADING_LIMIT:
        problems["heading"] = f"Shorten the heading to {HEADING_LIMIT} characters."
    count = word_count(words(row, "body"))
    if count > WORD_LIMIT:
        problems["body"] = f"Shorten the warning to {WORD_LIMIT} words; it has {count}. A long one is not read."
    if not count:
        problems["body"] = "Say what to beware of."
    return problems


def do_dont_problems(row):
    """What is wrong in a list of do and do not, `{field: message}`; `row` has `dos` and `donts`, lists of texts."""
    problems = {}
    for name in ("dos", "donts"):
        lines = listed(row, name)
        if len(lines) > MOST_LINES:
            problems[name] = f"Keep this to {MOST_LINES} lines; there are {len(lines)}."
        for position, line in enumerate(lines):
            if problem := _line_problem(name, line.strip() if isinstance(line, str) else ""):
                problems[f"{name}.{position}"] = problem
    if not listed(row, "dos") and not listed(row, "donts"):
        problems["dos"] = "Say at least one thing to do or not to do."
    return problems


def find(document):
    warnings = document.of_kind("warning")
    for block in warnings:
        row = {"heading": words(block.value, "heading"), "body": block.text("body")}
        yield from flags_at(block, row, warning_problems(row), {"heading": FORM, "body": FORM})
        yield from _getting_help(block)
    for extra in warnings[MOST_WARNINGS:]:
        message = f"Keep the {MOST_WARNINGS} warnings that matter most: readers pass over the rest."
        yield Flag(FEW, message, quote=words(extra.value, "heading"), block_id=extra.id)
    for block in document.of_kind("do_dont"):
        row = {name: block.items(name) for name in ("dos", "donts")}
        yield from flags_at(block, row, do_dont_problems(row), {"dos": DO_DONT, "donts": DO_DONT})


def _getting_help(block):
    for passage in block.passages:
        for sentence in passage.sentences:
            if _GETTING_HELP.search(sentence.text):
                yield Flag(
                    NOT_FOR_HELP,
                    "Move how to get help to a care card, which stands out and says how urgent it is.",
                    quote=sentence.text,
                    block_id=block.id,
                    field=passage.field,
                )


def _line_problem(name, line):
    if not line:
        return "This line is empty. Write it, or take it out."
    if not _SAYS_NOT.match(line):
        is_upper = name == "donts" and line[:1].isupper()
        return "Begin with a small letter: readers see “do not” before it." if is_upper else ""
    if name == "dos":
        return "This says what not to do. Move it to “Do not”, without its first words."
    return "Readers see “do not” before this. Say only what they should not do, such as “drive on that day”."
