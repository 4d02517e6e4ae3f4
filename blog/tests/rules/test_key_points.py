import pytest

from blog.clinical_rules import key_points
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, ids, listed, section

PLAIN = ["You have it in a clinic.", "It takes two hours.", "Somebody has to take you home."]
BENEFIT, RISK = "It may help some people for a while.", "Bladder problems are a risk of long use."


def points(*texts, block_id="b1", source=None):
    return section("key_points", block_id, points=listed(*({"text": text, "source": source} for text in texts)))


def test_three_to_five_short_points_are_right():
    assert found(key_points, points(*PLAIN)) == []
    assert found(key_points, points(*PLAIN, "x" * 160, "Ask us.")) == []


@pytest.mark.parametrize("count", [0, 1, 2, 6])
def test_too_few_and_too_many_points_are_refused(count):
    assert found(key_points, points(*["It takes two hours."] * count)) == [("KEY-01", "b1", "points", "")]


def test_a_long_point_and_an_empty_one_are_refused_at_the_point():
    long = "x" * 161
    assert found(key_points, points(PLAIN[0], long, " ")) == [
        ("KEY-01", "b1", "points.1.text", long),
        ("KEY-01", "b1", "points.2.text", ""),
    ]


def test_what_is_malformed_cannot_be_waived():
    assert key_points.FORM.level == Level.BLOCK and not key_points.FORM.waivable


def test_a_second_list_of_key_points_is_refused():
    assert found(key_points, points(*PLAIN), points(*PLAIN, block_id="b2"))[0] == ("KEY-02", "b2", "", "")


def test_key_points_stand_before_the_text():
    overview = section("overview", "b0", body="<p>Words.</p>")
    assert found(key_points, overview, points(*PLAIN), article_type="condition") == [("KEY-03", "b1", "", "")]
    assert found(key_points, points(*PLAIN), overview, article_type="condition") == []


def test_a_warning_may_stand_before_them():
    warning = section("warning", "b0", body="<p>Do not drive.</p>")
    assert found(key_points, warning, points(*PLAIN), article_type="condition") == []


def test_a_benefit_without_a_risk_is_refused():
    assert found(key_points, points(*PLAIN, BENEFIT)) == [("KEY-04", "b1", "points.3.text", BENEFIT)]
    assert key_points.BALANCE.waivable


@pytest.mark.parametrize(
    "benefit",
    ["It improves sleep.", "It relieves low mood.", "In a trial 4 in 10 felt better.", "It works within hours."],
)
def test_a_benefit_is_told_in_many_ways(benefit):
    assert ids(key_points, points(*PLAIN, benefit)) == ["KEY-04"]


@pytest.mark.parametrize(
    "risk", [RISK, "Feeling sick is very common on the day.", "It is not safe with alcohol.", "It may cause seizures."]
)
def test_a_benefit_with_a_risk_beside_it_is_right(risk):
    assert found(key_points, points(*PLAIN, BENEFIT, risk)) == []


@pytest.mark.parametrize(
    "none",
    [
        "No side effects have been reported.",
        "It has no known risks.",
        "It works without side effects.",
        "It is not addictive.",
        "Side effects have not been seen.",
        "It does not make you sleepy or dizzy.",
        "It is free of serious side effects.",
        "It is risk-free.",
        "It lowers the risk of relapse.",
        "It is for people with severe depression.",
        "There is no risk of dependence.",
        "Serious side effects do not happen.",
    ],
)
def test_a_risk_that_is_denied_is_none(none):
    assert ids(key_points, points(BENEFIT, none, "Ask us.")) == ["KEY-04"]


@pytest.mark.parametrize(
    "risk",
    [
        "It is not without risk.",
        "No treatment is free of side effects.",
        "Do not drive if you feel dizzy.",
        "It is not known whether it is addictive.",
        "It has no effect on sleep and can cause nausea.",
        "Some people feel sick or dizzy.",
        "You may get a headache or feel sleepy.",
        "Nobody knows the risks of long use.",
        "Do not ignore side effects.",
    ],
)
def test_a_risk_beside_a_denial_of_something_else_is_one(risk):
    assert found(key_points, points(BENEFIT, risk, "Ask us.")) == []


def test_an_effect_of_the_articles_own_table_is_a_risk():
    table = section("side_effects", "b2", rows=listed({"term_plain": "hazy vision"}))
    told = points(*PLAIN, BENEFIT, "Hazy vision happens to some.")
    assert ids(key_points, told) == ["KEY-04"]
    assert found(key_points, told, table) == []


@pytest.mark.parametrize(
    "neutral", ["Get help if you feel low.", "Nobody knows how it works.", "Ask about treatments."]
)
def test_words_for_help_are_no_benefit(neutral):
    assert found(key_points, points(*PLAIN, neutral)) == []


@pytest.mark.parametrize(("design", "expected"), [("animal", 3), ("in_vitro", 3), ("rct", 0), ("", 0)])
def test_a_point_does_not_rest_on_animals_or_cells(design, expected):
    cited = [{"id": 7, "design": design}]
    flags = found(key_points, points(*PLAIN, source=7), cited=cited)
    assert flags == [("KEY-05", "b1", f"points.{n}.source", PLAIN[n]) for n in range(expected)]


def test_a_finding_on_animals_that_the_article_reports_is_left_to_the_rule_for_findings():
    finding = section("evidence", "b2", findings=listed({"design": "animal", "source": 7}))
    assert found(key_points, points(*PLAIN, source=7), finding, cited=[{"id": 7, "design": "animal"}]) == []
