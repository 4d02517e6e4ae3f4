"""Who wrote it, who paid for it, and when somebody last looked for newer evidence."""

import pytest

from blog.clinical_rules import authorship
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, ids

DISCLOSED = {"funding": "None", "competing_interests": "None declared", "evidence_checked_on": "2026-10-01"}


def person(name="Dr Example", **fields):
    known = {"post_nominals": "", "profession": "", "affiliation": "Example Clinic, Springfield"}
    return {"person": {"id": 1, "name": name} | known | fields}


QUALIFIED = person(profession="psychiatrist")


def in_article(**fields):
    return found(authorship, **{"authors": [QUALIFIED], **DISCLOSED} | fields)


@pytest.mark.parametrize("fields", [{"post_nominals": "MD"}, {"profession": "psychiatrist"}])
def test_letters_or_a_profession_qualify_an_author(fields):
    assert in_article(authors=[person(**fields)]) == []


@pytest.mark.parametrize("authors", [[], None, [person(name=" ")], [{}], "Dr Example", [None, 3]])
def test_an_article_names_its_author(authors):
    assert in_article(authors=authors) == [("AUTH-01", "", "authors", "")]
    assert not authorship.AUTHOR.waivable


def test_somebody_who_wrote_it_is_qualified():
    assert in_article(authors=[person(), person("A helper")]) == [("AUTH-02", "", "authors", "Dr Example")]
    assert not authorship.QUALIFIED.waivable


def test_an_author_without_letters_or_profession_is_told_beside_a_qualified_one():
    assert in_article(authors=[QUALIFIED, person("A helper")]) == [("AUTH-03", "", "authors", "A helper")]
    assert (authorship.EVERY_AUTHOR.level, authorship.EVERY_AUTHOR.waivable) == (Level.BLOCK, False)


@pytest.mark.parametrize("blank", [{"affiliation": ""}, {"affiliation": "  "}, {"affiliation": None}])
def test_each_author_says_where_they_work(blank):
    qualified = QUALIFIED["person"] | {"name": "A helper"}
    authors = [{"person": qualified | blank}, QUALIFIED, person("Dr Other", profession="nurse", **blank)]
    assert in_article(authors=authors) == [
        ("AUTH-04", "", "authors", "A helper"),
        ("AUTH-04", "", "authors", "Dr Other"),
    ]
    assert (authorship.WORKPLACE.level, authorship.WORKPLACE.waivable) == (Level.BLOCK, False)


def test_an_author_frozen_before_profiles_had_a_workplace_is_asked_for_it():
    older = {"id": 1, "name": "Dr Example", "post_nominals": "MD", "profession": "psychiatrist"}
    assert in_article(authors=[{"person": older}]) == [("AUTH-04", "", "authors", "Dr Example")]


@pytest.mark.parametrize(("name", "rule"), [("funding", "DISC-01"), ("competing_interests", "DISC-02")])
@pytest.mark.parametrize("blank", ["", "  ", None, 0, []])
def test_money_and_interests_are_disclosed(name, rule, blank):
    assert in_article(**{name: blank}) == [(rule, "", name, "")]
    assert in_article(article_type="news", **{name: blank}) == [(rule, "", name, "")]
    assert authorship.FUNDING.level == authorship.INTERESTS.level == Level.BLOCK


def test_none_is_a_disclosure():
    assert in_article(funding="None") == []


@pytest.mark.parametrize(("article_type", "asked"), [("treatment", True), ("condition", True), ("wellbeing", False)])
def test_clinical_articles_say_when_evidence_was_searched(article_type, asked):
    flags = in_article(article_type=article_type, evidence_checked_on=None)
    assert flags == ([("DISC-03", "", "evidence_checked_on", "")] if asked else [])
    assert authorship.EVIDENCE_CHECKED.level == Level.WARN


@pytest.mark.parametrize("odd", [None, [], {}, "x", 3, [[]], [{"person": []}], [{"person": {"name": 3}}]])
def test_odd_drafts_do_not_raise(odd):
    assert isinstance(ids(authorship, authors=odd, funding=odd, evidence_checked_on=odd), list)
