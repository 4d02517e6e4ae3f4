"""The sections with which a new article opens, by its type: in the order that readers need, with nothing in them.

Required sections: NHS medicine pages; DISCERN.
"""

from dataclasses import dataclass, field
from uuid import uuid4

from wagtail.blocks import CharBlock, StreamValue

from blog.enums import ArticleType, CareLevel, HealthAspect


@dataclass(frozen=True)
class Section:
    """A section of an outline: the block's name, and the choices and heading that tell it from others of its kind."""

    kind: str
    preset: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Outline:
    """What an article of a type is, in a sentence for its author, and the sections that it opens with."""

    about: str
    sections: tuple[Section, ...]


def _text(aspect, heading=""):
    return Section("overview", {"health_aspect": aspect.value, "section_heading": heading})


def _care(level):
    return Section("care_card", {"level": level.value})


_WHAT_IT_IS = _text(HealthAspect.OVERVIEW, "What it is")
_BALANCE = (
    Section("evidence"),
    Section("side_effects"),
    Section("who_should_not"),
    Section("interactions"),
    _care(CareLevel.EMERGENCY),
    _care(CareLevel.URGENT),
    Section("alternatives"),
    Section("questions"),
    Section("conclusion"),
)

# How many rows each list is shown with: the fewest that a finished article has.
BLANK_ROWS = {
    "key_points": {"points": 3},
    "mechanism": {"pathways": 1},
    "evidence": {"findings": 1},
    "side_effects": {"rows": 1},
    "who_should_not": {"rows": 1},
    "interactions": {"rows": 1},
    "care_card": {"bullets": 1},
    "do_dont": {"dos": 1, "donts": 1},
    "alternatives": {"options": 2},
    "questions": {"items": 3},
}

OUTLINES = {
    ArticleType.MEDICINE: Outline(
        "One medicine: what it is for, how well it works, what it may do to you and who should not have it.",
        (
            Section("key_points"),
            _WHAT_IT_IS,
            _text(HealthAspect.USAGE_OR_SCHEDULE, "How to take it"),
            Section("mechanism"),
            *_BALANCE,
        ),
    ),
    ArticleType.TREATMENT: Outline(
        "A treatment that a clinic gives: what happens, how well it works, its risks and the other choices.",
        (
            Section("key_points"),
            _WHAT_IT_IS,
            _text(HealthAspect.USAGE_OR_SCHEDULE, "What happens"),
            *_BALANCE,
        ),
    ),
    ArticleType.CONDITION: Outline(
        "An illness or a difficulty: how people notice it, where it comes from and what helps.",
        (
            Section("key_points"),
            _WHAT_IT_IS,
            _text(HealthAspect.SYMPTOMS, "Symptoms"),
            _text(HealthAspect.CAUSES, "Causes"),
            Section("alternatives", {"section_heading": "Treatments"}),
            _text(HealthAspect.SELF_CARE, "What you can do yourself"),
            _care(CareLevel.EMERGENCY),
            _care(CareLevel.URGENT),
            _care(CareLevel.NON_URGENT),
            Section("questions"),
            Section("conclusion"),
        ),
    ),
    ArticleType.WELLBEING: Outline(
        "Everyday advice for feeling well, or how the clinic works; it recommends no treatment.",
        (
            Section("key_points"),
            _WHAT_IT_IS,
            _text(HealthAspect.SELF_CARE, "What you can do yourself"),
            Section("do_dont"),
            Section("conclusion"),
        ),
    ),
    ArticleType.NEWS: Outline(
        "Something new that readers should hear about, and what it means for them.",
        (
            Section("key_points"),
            _text(HealthAspect.OVERVIEW, "What is new"),
            _text(HealthAspect.OVERVIEW, "What it means for you"),
            Section("conclusion"),
        ),
    ),
}


def outline_of(article_type, stream_block):
    """The body of a new article of `article_type`, blank, as the editor opens it.

    Lists hold as many blank rows as they need at least, so that their fields and the help beside them can be seen.
    """
    stored = [
        {
            "type": section.kind,
            # With ids from the start, so that what is said about a section leads to it before anything is saved.
            "id": str(uuid4()),
            "value": _blank(stream_block.child_blocks[section.kind], BLANK_ROWS.get(section.kind, {})) | section.preset,
        }
        for section in OUTLINES[article_type].sections
    ]
    return StreamValue(stream_block, stored, is_lazy=True)


def section_names(article_type, stream_block):
    """What the sections of an outline are called, in their order."""
    return [
        section.preset.get("section_heading") or _named(stream_block.child_blocks[section.kind], section)
        for section in OUTLINES[article_type].sections
    ]


def _named(block, section):
    level = section.preset.get("level")
    return f"{block.label}: {CareLevel(level).label.lower()}" if level else block.meta.default_heading or block.label


def _blank(block, rows):
    """The stored form of an empty section, with `rows` blank rows in the lists that it names."""
    return {
        name: [_blank_row(child) for _ in range(rows[name])] if name in rows else _default(child)
        for name, child in block.child_blocks.items()
    }


def _blank_row(list_block):
    return {"type": "item", "id": str(uuid4()), "value": _default(list_block.child_block)}


def _default(block):
    default = block.get_default()
    # A blank line is what the form sends of it: nothing else is found in it once somebody begins to write.
    return "" if default is None and isinstance(block, CharBlock) else block.get_prep_value(default)
