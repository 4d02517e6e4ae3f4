import pytest

from blog.clinical_rules import licence
from blog.clinical_rules.flags import Level
from blog.licence import licence_sentences
from blog.tests.rules.contents import found, ids, section

DEPRESSION, ANXIETY = {"id": 1, "name": "depression"}, {"id": 2, "name": "anxiety"}
USE = {
    "condition": DEPRESSION,
    "jurisdiction": "us",
    "route": "",
    "licence_status": "off_label",
    "verified_on": "2026-01-10",
    "source": {"id": 5, "kind": "label"},
}
OFF_LABEL = "Examplamine is not approved by the FDA for depression. Using it for depression is off-label."


def medicine(*uses):
    return {"id": 3, "generic_name": "examplamine", "uses": list(uses)}


def article(**fields):
    about = {"medicine": medicine(USE), "conditions": [DEPRESSION], "jurisdiction": "us"}
    return {"evidence_checked_on": "2026-03-01", "article_type": "medicine"} | about | fields


def in_article(**fields):
    return found(licence, **article(**fields))


@pytest.mark.parametrize("article_type", ["medicine", "treatment"])
def test_a_use_with_its_status_is_right(article_type):
    assert in_article(article_type=article_type) == []


def test_an_article_about_a_medicine_names_it():
    assert in_article(medicine=None) == [("LIC-01", "", "medicine", "")]
    assert not licence.MEDICINE.waivable


@pytest.mark.parametrize("article_type", ["treatment", "condition", "wellbeing", "news"])
def test_others_need_not_be_about_a_medicine(article_type):
    assert in_article(article_type=article_type, medicine=None, conditions=[]) == []


@pytest.mark.parametrize("article_type", ["condition", "wellbeing", "news"])
def test_whatever_gives_a_medicine_for_a_condition_has_its_licence(article_type):
    assert in_article(article_type=article_type, medicine=medicine()) == [("LIC-03", "", "medicine", "depression")]
    assert in_article(article_type=article_type, medicine=medicine(), conditions=[]) == []


@pytest.mark.parametrize("article_type", ["treatment", "condition", "news"])
def test_a_medicine_in_the_title_is_chosen(article_type):
    about = {"article_type": article_type, "title": "What ketamine is for"}
    assert in_article(medicine=None, **about) == [("LIC-05", "", "title", "ketamine")]
    assert in_article(**about) == []


@pytest.mark.parametrize(("title", "name"), [("Xanax for panic", ["Xanax"]), ("Lithium-ion batteries", [])])
def test_a_medicine_is_known_by_its_brand_too(title, name):
    assert [flag[3] for flag in in_article(article_type="news", title=title, medicine=None)] == name


def test_a_medicine_in_a_heading_is_chosen_in_articles_about_treatments():
    body = [section("overview", section_heading="How sertraline works", body="<p>x</p>")]
    asked = [("LIC-05", "b1", "section_heading", "sertraline")]
    assert in_article(article_type="treatment", medicine=None, body=body) == asked
    assert in_article(article_type="condition", medicine=None, body=body) == []


@pytest.mark.parametrize("conditions", [[], None, "depression"])
def test_a_medicine_is_given_for_something(conditions):
    assert in_article(conditions=conditions) == [("LIC-02", "", "conditions", "")]


@pytest.mark.parametrize(
    "uses",
    [
        (),
        (USE | {"jurisdiction": "uk"},),
        (USE | {"condition": ANXIETY},),
        (USE | {"licence_status": ""},),
        (USE | {"licence_status": "perhaps"},),
        ({}, "use"),
    ],
)
def test_each_condition_has_a_use_where_the_readers_live(uses):
    assert in_article(medicine=medicine(*uses)) == [("LIC-03", "", "medicine", "depression")]
    assert not licence.STATUS.waivable


def test_each_condition_is_asked_for_alone():
    assert in_article(conditions=[DEPRESSION, ANXIETY]) == [("LIC-03", "", "medicine", "anxiety")]
    assert in_article(conditions=[DEPRESSION, ANXIETY], medicine=medicine(USE, USE | {"condition": ANXIETY})) == []


@pytest.mark.parametrize(
    ("verified_on", "checked_on", "old"),
    [
        ("2026-01-10", "2027-01-10", False),
        ("2026-01-10", "2027-01-11", True),
        ("2026-05-01", "2026-01-01", False),
        ("2020-01-01", None, False),
        ("2020-01-01", "soon", False),
        (None, "2026-01-01", False),
    ],
)
def test_a_licence_is_checked_within_a_year_of_the_evidence(verified_on, checked_on, old):
    flags = in_article(medicine=medicine(USE | {"verified_on": verified_on}), evidence_checked_on=checked_on)
    assert flags == ([("LIC-04", "", "medicine", "depression")] if old else [])
    assert licence.VERIFIED.level == Level.WARN


@pytest.mark.parametrize(
    "odd", [None, [], {}, "x", 3, [None, 3], [{"id": None}], {"uses": 3}, {"uses": [{"condition": 1}]}]
)
def test_odd_drafts_do_not_raise(odd):
    assert isinstance(ids(licence, **article(medicine=odd, conditions=odd, evidence_checked_on=odd)), list)
    assert licence_sentences(medicine(USE), [], "us") == []
    assert licence_sentences(odd, [DEPRESSION], "us") == []


def test_readers_are_told_of_a_use_off_label():
    assert licence_sentences(medicine(USE), [DEPRESSION], "us") == [OFF_LABEL]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("approved", None),
        ("not_approved", "Examplamine is not approved by the FDA for depression."),
        (
            "investigational",
            "Examplamine is not approved by the FDA for depression. Researchers are still testing it for this use.",
        ),
        (
            "withdrawn",
            "Examplamine is no longer approved by the FDA for depression. Its approval for this use was withdrawn.",
        ),
        ("", None),
    ],
)
def test_readers_are_told_of_every_other_status_than_approved(status, sentence):
    told = licence_sentences(medicine(USE | {"licence_status": status}), [DEPRESSION], "us")
    assert told == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("jurisdiction", "regulator"),
    [("us", "the FDA"), ("uk", "the MHRA"), ("eu", "the EMA"), ("canada", "Health Canada"), ("australia", "the TGA")],
)
def test_the_regulator_is_that_of_the_readers(jurisdiction, regulator):
    use = USE | {"jurisdiction": jurisdiction, "licence_status": "not_approved"}
    told = licence_sentences(medicine(use), [DEPRESSION], jurisdiction)
    assert told == [f"Examplamine is not approved by {regulator} for depression."]
    assert licence_sentences(medicine(use), [DEPRESSION], "elsewhere") == []


def test_ways_of_giving_it_are_told_apart():
    uses = USE | {"route": "through the nose", "licence_status": "approved"}, USE | {"route": "into a vein"}
    told = licence_sentences(medicine(*uses), [DEPRESSION], "us")
    assert told == [OFF_LABEL.replace("Examplamine", "Examplamine given into a vein")]


def test_the_same_sentence_is_told_once_and_in_the_order_of_the_conditions():
    uses = USE | {"condition": ANXIETY}, USE, USE
    told = licence_sentences(medicine(*uses), [DEPRESSION, ANXIETY], "us")
    assert told == [OFF_LABEL, OFF_LABEL.replace("depression", "anxiety")]
