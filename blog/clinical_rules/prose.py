"""Which fields of a section are text that people read, in the order of print."""

import re
from typing import NamedTuple

RICH_TEXT = {"body", "intro", "answer"}
# Choices and identifiers, where their value looks like one: in other sections the same name may hold text.
CODES = {
    *("action", "agent_type", "band", "call_to_action", "certainty", "comparator", "consensus", "design", "direction"),
    *("effect_type", "evidence_basis", "health_aspect", "jurisdiction", "kind", "level", "not_known_reason", "onset"),
    *("reversible", "seriousness", "severity", "target_kind", "timeframe", "what_to_do"),
}
_CODE = re.compile(r"[a-z_]*")
_NO_TEXT = {"id", "type", "image", "link", "source", "sources", "terms", "phone", "p"}
# Names that are not here are read after those that are, by the alphabet: sealed content has lost its order.
ORDER = (
    *("section_heading", "heading", "lead", "intro", "basis_statement", "caveat", "body", "applies_to", "caption"),
    *("columns", "points", "findings", "pathways", "items", "rows", "options", "terms", "bullets", "dos", "donts"),
    *("question", "answer", "title", "timeframe_text", "name", "text", "claim", "target", "term_plain", "term_medical"),
    *("condition", "agent", "one_line", "effect", "reason", "action", "advice", "benefits", "downsides", "population"),
    *("intervention", "outcome_measure", "timepoint", "not_known", "limitations", "funding_of_study"),
    *("action_lines", "pregnancy", "breastfeeding", "age_limits", "driving", "what_if_no_treatment"),
    *("questions_to_ask", "table"),
)
_RANK = {name: rank for rank, name in enumerate(ORDER)}
# Sections are six levels deep; what lies deeper than this was not made by the editor.
_DEEPEST = 20
_WORDS = re.compile(r"[^\W\d_]|\d ?%")
# In the cells of a table digits alone say something; elsewhere they are values of typed fields.
_IN_CELL = re.compile(r"[^\W_]")


class Field(NamedTuple):
    """`path` as `rows.2.effect`; `sources` are the ids that the row names as its sources; `in_list` marks an item."""

    path: str
    text: str
    is_rich: bool
    sources: frozenset[int]
    in_list: bool


def fields_of(value):
    """The fields of a section's `value` that hold text; whatever else stands there is passed over."""
    return _in_dict(value, "", frozenset(), sources_named(value), 0) if isinstance(value, dict) else iter(())


def unwrapped(item):
    """The value of an item of a list or a stream."""
    return item["value"] if isinstance(item, dict) and "value" in item else item


def is_id(value):
    return isinstance(value, int) and not isinstance(value, bool)


def sources_named(row):
    """Ids of the references that the fields `source` and `sources` of a row name."""
    named = row.get("sources")
    named = [unwrapped(item) for item in named] if isinstance(named, list) else []
    return frozenset(filter(is_id, (row.get("source"), *named)))


def _in_dict(row, path, sources, for_rows, depth):
    """`sources` are the row's own; `for_rows` count for the rows in it that name none."""
    for name in sorted((name for name in row if isinstance(name, str)), key=_place):
        value = row[name]
        if name in _NO_TEXT and not isinstance(value, list):
            continue
        if isinstance(value, str):
            if name not in CODES or not _CODE.fullmatch(value):
                yield from _text(value, f"{path}{name}", name in RICH_TEXT, sources, False)
        elif depth < _DEEPEST:
            yield from _inside(value, f"{path}{name}.", for_rows, depth + 1)


def _inside(value, path, for_rows, depth):
    if isinstance(value, dict):
        own = sources_named(value) or for_rows
        yield from _in_dict(value, path, own, own, depth)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            item = unwrapped(item)
            if isinstance(item, str):
                yield from _text(item, f"{path}{position}", False, for_rows, True)
            elif depth < _DEEPEST:
                yield from _inside(item, f"{path}{position}.", for_rows, depth + 1)


def _text(value, path, is_rich, sources, in_list):
    if (_IN_CELL if path.startswith("table.") else _WORDS).search(value):
        yield Field(path, value, is_rich, sources, in_list)


def _place(name):
    return _RANK.get(name, len(ORDER)), name
