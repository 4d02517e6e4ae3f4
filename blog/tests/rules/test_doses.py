"""Doses and names of medicines that are misread. Source: ISMP's list of error-prone abbreviations."""

import pytest

from blog.clinical_rules import doses
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, listed, section


def in_text(text, **fields):
    return [
        (rule, quote)
        for rule, _block, _field, quote in found(doses, section("overview", body=f"<p>{text}</p>"), **fields)
    ]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("You have 1.0 mg.", [("ISMP-01", "1.0 mg")]),
        ("You have 1.0\u00a0mg/kg.", [("ISMP-01", "1.0\u00a0mg/kg")]),
        ("You have 1,000.00 mL.", [("ISMP-01", "1,000.00 mL")]),
        ("You have .5 mg.", [("ISMP-02", ".5 mg")]),
        ("You have 5 \u00b5g.", [("ISMP-03", "\u00b5g")]),
        ("You have 5 \u03bcg.", [("ISMP-03", "\u03bcg")]),
        ("You have 10 IU.", [("ISMP-03", "IU")]),
        ("You have 10IU.", [("ISMP-03", "IU")]),
        ("You have 5 cc.", [("ISMP-03", "cc")]),
        ("You have 10 U of insulin.", [("ISMP-03", "U")]),
        ("You have 10 mg QD.", [("ISMP-03", "QD")]),
        ("You have 10 mg Q.O.D. and rest.", [("ISMP-03", "Q.O.D.")]),
        ("You have 10 mg HS and SC.", [("ISMP-03", "HS"), ("ISMP-03", "SC")]),
        ("You have examplamine25 mg.", [("ISMP-04", "examplamine25 mg")]),
        ("You have 25mg.", [("ISMP-04", "25mg")]),
        ("It is &lt; 5 and \u2265 3.", [("ISMP-05", "< 5"), ("ISMP-05", "\u2265 3")]),
        ("You have 5000 mg.", [("ISMP-06", "5000 mg")]),
        ("You have 10000 units.", [("ISMP-06", "10000 units")]),
        ("You have 2.0 milligrams.", [("ISMP-01", "2.0 milligrams")]),
        ("You have 2.0 tablets.", [("ISMP-01", "2.0 tablets")]),
        ("You have 3.00 millilitres or 1.0 puff.", [("ISMP-01", "3.00 millilitres"), ("ISMP-01", "1.0 puff")]),
        ("You have 1.0 to 2 mg.", [("ISMP-01", "1.0 to 2 mg")]),
        ("You have 1.0\u20132.5 mg.", [("ISMP-01", "1.0\u20132.5 mg")]),
        ("You have 1 to 2.0 mg.", [("ISMP-01", "2.0 mg")]),
        ("You have .5 milligram.", [("ISMP-02", ".5 milligram")]),
        ("You have .5 to 1 mg.", [("ISMP-02", ".5 to 1 mg")]),
        ("You have 5 ug.", [("ISMP-03", "ug")]),
        ("You have 10 iu.", [("ISMP-03", "iu")]),
        ("You have 3 cc.", [("ISMP-03", "cc")]),
        ("You have 5 mg qd.", [("ISMP-03", "qd")]),
        ("You have 5 mg QHS.", [("ISMP-03", "QHS")]),
        ("You have 5 mg tiw.", [("ISMP-03", "tiw")]),
        ("You have 5 mg by mouth q.o.d. and rest.", [("ISMP-03", "q.o.d.")]),
        ("You have 5 mg hs and rest.", [("ISMP-03", "hs")]),
        ("You have MTX or MSO4.", [("ISMP-07", "MTX"), ("ISMP-07", "MSO4")]),
    ],
)
def test_what_is_misread(text, flags):
    assert in_text(text) == flags


@pytest.mark.parametrize(
    "text",
    [
        "0.5 mg, 0.5 mg/kg, 10.05 mg and 1,000 mg.",
        "1,000.5 mg of it.",
        "An IUD, an MSc, UK and US.",
        "Version 1.0 of it.",
        "In 2020, 4500 people had it.",
        "Multiple sclerosis (MS).",
        "Take 10 % less.",
        "The Q and D of it; quod.",
        "From 5 to 10 units.",
        "1 to 2 mg, 10 milligrams, 0.5 to 1 tablet.",
        "There are 5000 tablets in 2.5 boxes.",
        "Version 1.0 to 2 of it.",
    ],
)
def test_what_is_not(text):
    assert in_text(text) == []


def test_case_matters():
    assert in_text("It is CC, iu, qd, hs and Sc.") == []


def test_british_pages_may_write_the_unit_close_to_the_number():
    assert in_text("You have 25mg.", jurisdiction="uk") == []
    assert in_text("You have 1.0mg.", jurisdiction="uk") == [("ISMP-01", "1.0mg")]


def test_doses_in_fields_are_read_too():
    rows = section("side_effects", applies_to={"dose_range": "1.0 mg"}, rows=listed({"monitoring": "Take .5 mg."}))
    assert found(doses, rows, article_type="news") == [
        ("ISMP-01", "b1", "applies_to.dose_range", "1.0 mg"),
        ("ISMP-02", "b1", "rows.0.monitoring", ".5 mg"),
    ]


def test_what_has_killed_cannot_be_answered_with_a_reason():
    levels = {rule.id: (rule.level, rule.waivable) for rule in doses.RULES}
    assert levels["ISMP-01"] == levels["ISMP-02"] == (Level.BLOCK, False)
    assert levels["ISMP-03"] == levels["ISMP-07"] == (Level.BLOCK, True)
    assert {levels[name] for name in ("ISMP-04", "ISMP-05", "ISMP-06")} == {(Level.WARN, True)}
