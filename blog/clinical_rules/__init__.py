"""The rules that an article's content is checked by, a theme a file; `check` is the one verdict on a content.

The editor's panel, handing in, approval, the import and the audit all ask it. It is pure: what it needs stands in the
content, and it never raises, however odd that is.
"""

from blog.clinical_rules import (
    access,
    alternatives,
    authorship,
    balance,
    capitals,
    care_cards,
    claims,
    conclusion,
    contraindications,
    doses,
    evidence,
    glossary,
    headings,
    interactions,
    key_points,
    licence,
    mechanism,
    plain_numbers,
    promotion,
    questions,
    readability,
    references,
    required,
    side_effects,
    stages,
    suicide,
    warnings,
    words,
)
from blog.clinical_rules.document import Document
from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.told_once import told_once

__all__ = ["RULES", "THEMES", "Flag", "Level", "Rule", "check"]

THEMES = (
    required,
    *(authorship, references),
    *(balance, licence, key_points, side_effects, contraindications, interactions, warnings, care_cards),
    *(questions, glossary, conclusion),
    *(evidence, mechanism, stages, alternatives),
    *(suicide, claims, doses, promotion, readability, headings, access, capitals, words, plain_numbers),
)

RULES = {rule.id: rule for theme in THEMES for rule in theme.RULES}


def check(content):
    """Everything the rules find in `content`, as `blog.content.content` gives it: a list of flags in order of print."""
    document = Document(content)
    places = {block.id: number for number, block in enumerate(document.blocks, start=1)}
    found = told_once([flag for theme in THEMES for flag in theme.find(document)])
    return sorted(found, key=lambda flag: places.get(flag.block_id, 0))
