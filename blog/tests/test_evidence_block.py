from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from blog.blocks import ArticleBody
from blog.blocks.evidence_for_readers import people_rows
from blog.tests.factories import ReferenceFactory

pytestmark = pytest.mark.django_db

EVIDENCE = ArticleBody().child_blocks["evidence"]
FINDING = EVIDENCE.meta.preview_value["findings"][0]
NO_PEOPLE = dict.fromkeys(name for name in FINDING if name.startswith("absolute_"))


def section(*findings):
    return EVIDENCE.normalize(EVIDENCE.meta.preview_value | {"findings": list(findings)})


def printed(*findings, **context):
    return BeautifulSoup(EVIDENCE.render(section(*findings), context=context or None), "html.parser")


def text_of(element):
    return " ".join(element.get_text().split())


def facts(card):
    """The card's list as a dict of what is said by its name."""
    return {text_of(name): text_of(name.find_next_sibling("dd")) for name in card.find_all("dt")}


def errors(**fields):
    """Names of the fields of a finding that keep it from being handed in."""
    finding = EVIDENCE.child_blocks["findings"].child_block
    try:
        finding.clean(finding.normalize(FINDING | {"source": ReferenceFactory()} | fields))
    except ValidationError as error:
        return set(error.block_errors)
    return set()


def test_numbers_of_people_are_drawn_and_written_with_what_they_were_compared_with():
    arms = printed(FINDING).select(".finding__arm")
    assert [text_of(arm) for arm in arms] == [
        "41 in 100 with examplamine into a vein, once",
        "17 in 100 with an active placebo, which can be felt but does not treat",
    ]
    # The drawing says no more than the words below it.
    assert all(arm.svg["aria-hidden"] == "true" for arm in arms)
    assert [arm.select_one(".people-field__counted")["d"] for arm in arms] == [
        "M5 5h91M5 15h91M5 25h91M5 35h91M5 45h1",
        "M5 5h91M5 15h61",
    ]


@given(st.integers(min_value=0, max_value=100))
def test_a_field_has_a_dot_for_each_person(counted):
    assert sum((length + 9) // 10 for _y, length in people_rows(counted)) == counted
    assert all(0 < y < 100 and 1 <= length <= 91 for y, length in people_rows(counted))


def test_rounded_numbers_show_what_was_counted():
    card = printed(FINDING | {"absolute_intervention": 30, "absolute_intervention_of": 47})
    assert text_of(card.select_one(".finding__arm")).startswith("About 64 in 100 with examplamine")
    assert "(30 of 47)" in text_of(card.select_one(".finding__arm"))


def test_rare_events_are_written_on_one_scale_and_not_drawn():
    rare = {"absolute_intervention": 2, "absolute_intervention_of": 1450, "absolute_control": 0}
    card = printed(FINDING | rare)
    assert [text_of(rate) for rate in card.select(".finding__rate")] == ["About 1 in 1,000", "None of 100 people"]
    assert not card.svg


def test_a_finding_without_numbers_of_people_says_what_was_measured_and_compared():
    card = printed(FINDING | NO_PEOPLE | {"comparator": "none", "effect_type": "", "effect": None})
    said = facts(card)
    assert said["What was measured"] == "Symptoms fell by half or more, 24 hours after the infusion"
    assert said["What they were given"] == "Examplamine into a vein, once"
    assert said["Compared with"].startswith("Nothing: everybody had the same")
    assert not card.select(".finding__numbers")


def test_a_card_says_what_kind_of_study_how_sure_and_what_is_not_known():
    said = facts(printed(FINDING))
    assert "chance decided" in said["Kind of study"]
    assert said["Who took part"] == "200 people: adults whose depression two medicines had not helped"
    assert said["How sure are we?"] == "Low certainty We are not very sure. The true effect may be quite different."
    assert said["What we do not know"] == FINDING["not_known"]
    assert said["What weakens it"] == FINDING["limitations"]
    assert said["Who paid"] == "The maker of examplamine"
    assert len(printed(FINDING).select(".certainty__bar--full")) == 2


def test_the_claim_leads_to_its_source():
    assert "[1]" in text_of(printed(FINDING).h3)


@pytest.mark.parametrize(
    ("fields", "figures"),
    [
        ({}, "Risk ratio 2.41 (95% confidence interval 1.48 to 3.93), p <0.001"),
        (
            {"effect_type": "difference", "effect": "-3.16", "ci_low": "-8.54", "ci_high": "2.22", "p": "p=.25"},
            "Difference between the groups \u22123.16 (95% confidence interval \u22128.54 to 2.22), p = .25",
        ),
        ({"ci_low": None, "ci_high": None, "p": ""}, "Risk ratio 2.41"),
    ],
)
def test_the_effect_stands_as_the_source_gives_it(fields, figures):
    assert text_of(printed(FINDING | fields).select_one(".finding__figures")) == figures


@pytest.mark.parametrize(
    ("design", "where"), [("animal", "This was seen in animals."), ("in_vitro", "This was seen in cells.")]
)
def test_what_was_not_seen_in_people_says_so_and_draws_none(design, where):
    card = printed(FINDING | {"design": design})
    assert text_of(card.select_one(".finding__not-people")) == f"Not shown in people. {where}"
    assert [text_of(rate) for rate in card.select(".finding__rate")] == ["41 of 100", "17 of 100"]
    assert not card.svg and "people:" not in facts(card)["What was studied"]


def test_a_study_in_people_says_no_such_thing():
    assert "Not shown in people" not in printed(FINDING).text


def test_the_licence_stands_beside_the_findings():
    sentences = ["Examplamine is not approved for this use.", "<b>Ask your clinician.</b>"]
    found = printed(FINDING, licence=sentences)
    assert [text_of(line) for line in found.select(".licence p:not([class])")] == sentences
    assert not printed(FINDING).select(".licence")


def test_a_finding_that_is_right_can_be_handed_in():
    assert errors() == set()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"source": None}, {"source"}),
        ({"n": 0}, {"n"}),
        ({"absolute_intervention": 101}, {"absolute_intervention"}),
        ({"effect": Decimal("9")}, {"effect"}),
        ({"ci_low": Decimal("0.9")}, {"direction"}),
        ({"comparator": "none", "certainty": "high"}, {"certainty"}),
        (NO_PEOPLE, {"absolute_intervention", "absolute_control"}),
        ({"population": "", "not_known": ""}, {"population", "not_known"}),
    ],
)
def test_an_error_stands_at_the_field_that_caused_it(fields, wrong):
    assert errors(**fields) == wrong


def test_a_section_without_findings_is_refused_when_handed_in():
    with pytest.raises(ValidationError) as refusal:
        EVIDENCE.clean(section())
    assert set(refusal.value.block_errors) == {"findings"}


def test_a_draft_may_hold_anything():
    odd = FINDING | {
        "effect": Decimal("9"),
        "absolute_control": 500,
        "n": None,
        "design": "",
        "certainty": "",
        "p": None,
        "source": None,
    }
    value = section(odd, {})
    EVIDENCE.clean_deferred(value)
    assert "500" not in EVIDENCE.render(value)


def test_decimals_survive_being_stored():
    stored = EVIDENCE.get_prep_value(section(FINDING))
    assert EVIDENCE.to_python(stored)["findings"][0]["ci_low"] == Decimal("1.48")
    stored["findings"][0]["value"]["ci_low"] = "1.480"
    assert "1.480 to 3.93" in EVIDENCE.render(EVIDENCE.to_python(stored))
