"""The rules as a whole: their ids, and the page that lists them."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from blog.clinical_rules import RULES, THEMES, Level

PAGE = Path(settings.BASE_DIR) / "docs" / "features" / "clinical-rules.md"
ALL = [rule for theme in THEMES for rule in theme.RULES]
# Nobody may reason these away.
NEVER_ANSWERED = {"SUIC-01", "SUIC-02", "ISMP-01", "ISMP-02", "REF-02", "SE-01"}


def row_of(rule):
    answer = "-" if rule.level is Level.NOTE else "yes" if rule.waivable else "no"
    return f"| {rule.id} | {rule.level.value} | {answer} | {rule.title} | {rule.source} |"


def test_an_id_belongs_to_one_rule():
    assert len(ALL) == len(RULES)


@pytest.mark.parametrize("rule", ALL, ids=[rule.id for rule in ALL])
def test_a_rule_is_told_by_a_well_formed_id_a_title_and_a_source(rule):
    assert re.fullmatch(r"[A-Z]+[0-9]{0,2}[A-Z]*-[0-9]{2}", rule.id)
    assert rule.title and rule.source
    assert isinstance(rule.level, Level)


@pytest.mark.parametrize("rule", ALL, ids=[rule.id for rule in ALL])
def test_the_page_lists_the_rule(rule):
    assert row_of(rule) in PAGE.read_text(encoding="utf-8").splitlines()


def test_the_page_lists_no_other_rule():
    listed = re.findall(r"^\| ([A-Z0-9]+-[0-9]{2}) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(RULES)


def test_some_rules_take_no_reason():
    assert [
        rule.id for rule in ALL if rule.id in NEVER_ANSWERED and (rule.waivable or rule.level is not Level.BLOCK)
    ] == []
    assert set(RULES) >= NEVER_ANSWERED
