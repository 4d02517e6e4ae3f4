import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from blog.blocks import ArticleBody
from blog.blocks.side_effects_for_readers import grouped
from blog.tests.factories import ReferenceFactory

pytestmark = pytest.mark.django_db

BODY = ArticleBody()
ROW = {
    "term_plain": "feeling sick",
    "term_medical": "nausea",
    "band": "very_common",
    "not_known_reason": "",
    "numerator": 27,
    "denominator": 100,
    "seriousness": "not_serious",
    "onset": "during",
    "what_to_do": "wait",
}
NOT_COUNTED = {"band": "not_known", "not_known_reason": "not_studied", "numerator": None, "denominator": None}
# What the import brings of a document that names effects and nothing more.
IMPORTED = ROW | NOT_COUNTED | {"seriousness": "", "onset": "not_known", "what_to_do": ""}
LICENCE = ["Examplamine is not approved by the FDA for depression. Using it for depression is off-label."]


def section(name, **fields):
    block = BODY.child_blocks[name]
    return block, block.normalize({**block.meta.preview_value, **fields})


def errors(name, **fields):
    """Paths of the fields at which handing in is refused, `rows.0.source`."""
    block, value = section(name, **fields)
    try:
        block.clean(value)
    except ValidationError as refusal:
        return set(paths(refusal))
    return set()


def paths(error, path=""):
    inner = getattr(error, "block_errors", {})
    for name, below in inner.items():
        yield from paths(below, f"{path}.{name}" if path else str(name))
    if not inner:
        yield path


def printed(name, context=None, **fields):
    block, value = section(name, **fields)
    return BeautifulSoup(block.render(value, context), "html.parser")


def words(html):
    return " ".join(html.text.split())


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"band": "common"}, {"band"}),
        ({"numerator": 101}, {"numerator"}),
        ({"numerator": None}, {"numerator"}),
        ({"denominator": None}, {"denominator"}),
        ({"numerator": None, "denominator": None}, set()),
        (NOT_COUNTED | {"not_known_reason": ""}, {"not_known_reason"}),
        (NOT_COUNTED, set()),
        ({"numerator": 0, "band": "very_rare"}, {"band"}),
        ({"seriousness": "serious"}, {"what_to_do"}),
        ({"seriousness": "serious", "what_to_do": "emergency"}, set()),
        ({"seriousness": "", "what_to_do": ""}, {"seriousness", "what_to_do"}),
        ({"comparator_numerator": 3}, {"comparator_denominator"}),
        ({"comparator_numerator": 30, "comparator_denominator": 20}, {"comparator_numerator"}),
    ],
)
def test_a_side_effects_numbers_band_and_advice_agree(fields, wrong):
    block = BODY.child_blocks["side_effects"].child_blocks["rows"].child_block
    try:
        block.clean(block.normalize(ROW | fields))
    except ValidationError as refusal:
        assert set(refusal.block_errors) == wrong
    else:
        assert not wrong


def test_a_draft_may_hold_numbers_that_make_no_sense():
    block, value = section("side_effects", rows=[ROW | {"numerator": 500}, ROW], source=None)
    block.clean_deferred(value)
    assert "500" not in block.render(value)


def test_the_same_effect_twice_is_refused_at_the_second():
    twice = [ROW, ROW | {"term_plain": " Feeling SICK "}]
    assert errors("side_effects", rows=twice, source=ReferenceFactory()) == {"rows.1.term_plain"}


def test_how_often_needs_a_source_in_its_row_or_above_all_rows():
    source = ReferenceFactory()
    assert errors("side_effects", rows=[ROW], source=None) == {"rows.0.source"}
    assert errors("side_effects", rows=[ROW], source=source) == set()
    assert errors("side_effects", rows=[ROW | {"source": source}], source=None) == set()


def test_a_long_term_effect_needs_a_source_that_followed_people():
    rows = [ROW | {"onset": "months_or_long_term"}]
    assert errors("side_effects", rows=rows, source=ReferenceFactory()) == {"rows.0.onset"}
    assert errors("side_effects", rows=rows, source=ReferenceFactory(follow_up_months=12)) == set()
    intro = "<p>Counted in people with repeated use.</p>"
    assert errors("side_effects", rows=rows, source=ReferenceFactory(), intro=intro) == set()


def test_a_table_says_what_it_is_about():
    nothing = dict.fromkeys(("medicine", "product", "route", "dose_range", "population"), "")
    assert errors("side_effects", rows=[ROW], source=ReferenceFactory(), applies_to=nothing) == {"applies_to"}


def test_serious_effects_come_first_then_the_most_frequent():
    rows = [
        ROW | {"term_plain": "rarely", "band": "rare", "numerator": None, "denominator": None},
        ROW | {"term_plain": "often"},
        ROW | {"term_plain": "more often", "numerator": 31},
        ROW | {"term_plain": "badly", "seriousness": "serious"},
        ROW | {"term_plain": "nobody said", "seriousness": ""},
    ]
    found = [(heading, [row["term_plain"] for row in members]) for heading, _caption, members in grouped(rows)]
    assert found == [
        ("Serious: get help", ["badly"]),
        ("Not serious", ["more often", "often", "rarely"]),
        ("Not known whether serious", ["nobody said"]),
    ]


def test_a_table_with_one_unnamed_group_has_no_heading():
    assert [heading for heading, _caption, _rows in grouped([ROW | {"seriousness": ""}])] == [""]


def test_all_rates_of_a_section_have_one_denominator():
    rows = [ROW, ROW | {"term_plain": "headache", "numerator": 1, "denominator": 10, "seriousness": "serious"}]
    assert [row["rate_text"] for _h, _c, members in grouped(rows) for row in members] == ["10 in 100", "27 in 100"]


def test_a_rate_with_placebo_has_the_same_denominator():
    [(_heading, _caption, [row])] = grouped([ROW | {"comparator_numerator": 9, "comparator_denominator": 1_000}])
    assert (row["rate_text"], row["comparator_text"]) == ("270 in 1,000", "With placebo: 9 in 1,000")


def test_nobody_with_placebo_is_said_in_people():
    [(_heading, _caption, [row])] = grouped([ROW | {"comparator_numerator": 0, "comparator_denominator": 120}])
    assert row["comparator_text"] == "With placebo: none of 120 people"


def test_an_unknown_rate_says_why():
    html = printed("side_effects", rows=[IMPORTED | {"not_known_reason": "source_does_not_say"}])
    assert words(html.td).startswith("Not known: the source gives no number")


def test_nobody_among_few_people_is_no_promise():
    html = printed("side_effects", rows=[ROW | {"numerator": 0, "denominator": 120, "band": "not_known"}])
    assert words(html.td) == "None of 120 people: too few to say how rare it is"


def test_how_bad_when_and_how_long_stand_below_the_advice():
    details = {
        "severity": "mild",
        "duration": "About 2 hours.",
        "reversible": "usually",
        "monitoring": "Staff ask you.",
    }
    advice = printed("side_effects", rows=[ROW | details]).find_all("td")[1]
    course = "Usually mild. Starts: during treatment. Lasts: about 2 hours. Usually goes away."
    assert words(advice) == f"Wait: it passes Staff ask you. {course}"


def test_a_row_names_whom_else_it_was_counted_in_and_its_own_source():
    source = ReferenceFactory()
    block, value = section("side_effects", rows=[ROW | {"counted_in": "115 older adults", "source": source}])
    # Within an article, whose renderer resolves them.
    html = BeautifulSoup(block.render(value, {"words": []}), "html.parser")
    assert "Counted in 115 older adults" in words(html)
    assert f"c{source.pk}" in html.td.text


def test_an_imported_table_has_two_columns_and_still_says_that_it_is_not_complete():
    html = printed("side_effects", rows=[IMPORTED], source=None, applies_to={})
    assert [words(head) for head in html.find_all("th", scope="col")] == ["What", "How many people"]
    assert "These are not all the side effects" in words(html)


def test_without_effects_nothing_is_said_to_be_incomplete():
    assert "These are not all" not in words(printed("side_effects", rows=[]))


def test_readers_are_told_where_to_report_a_side_effect_and_where_the_label_is():
    context = {
        "label_url": "https://example.org/label",
        "reporting": {"name": "Example Reports", "url": "https://example.org/report"},
    }
    links = {words(link): link["href"] for link in printed("side_effects", context).select(".not-complete a")}
    assert links == {
        "The label of the medicine": "https://example.org/label",
        "Example Reports": "https://example.org/report",
    }


def test_who_must_not_have_it_is_ruled_out_by_a_label_a_guideline_or_a_regulator():
    row = {"condition": "an aneurysm", "level": "must_not_use", "reason": "It could burst.", "action": "Tell us."}
    assert errors("who_should_not", rows=[row | {"source": ReferenceFactory(kind="article")}]) == {"rows.0.source"}
    assert errors("who_should_not", rows=[row]) == {"rows.0.source"}
    assert errors("who_should_not", rows=[row | {"source": ReferenceFactory(kind="guideline")}]) == set()


def test_somebody_must_not_have_it_and_everybodys_questions_are_answered():
    careful = {"condition": "high blood pressure", "level": "extra_care", "reason": "It rises.", "action": "Tell us."}
    rows = [careful | {"source": ReferenceFactory()}]
    assert errors("who_should_not", rows=rows, driving=" ", pregnancy="") == {"rows", "driving", "pregnancy"}


def test_the_strictest_conditions_come_first_and_then_what_everybody_asks():
    html = printed("who_should_not")
    assert [words(heading) for heading in html.find_all("h3")] == ["Do not have it", "Extra care is needed"]
    assert [words(title) for title in html.find_all("dt")] == ["Pregnancy", "Breastfeeding", "Age", "Driving"]


def test_a_dangerous_combination_needs_advice_and_a_source():
    row = {"agent": "Examplitol", "agent_type": "medicine", "severity": "major", "effect": "You may fall asleep."}
    rows = [row | {"advice": "Be aware of this."}]
    assert errors("interactions", rows=rows) == {"rows.0.advice", "rows.0.source"}
    rows = [row | {"advice": "Leave a day between.", "source": ReferenceFactory()}]
    assert errors("interactions", rows=rows) == set()


def test_alcohol_cannot_interact_and_not_interact():
    row = {"agent": "Alcohol", "agent_type": "alcohol", "severity": "major", "effect": "Sleep.", "advice": "Do not."}
    rows = [row | {"source": ReferenceFactory()}]
    assert errors("interactions", rows=rows, no_known_alcohol_interaction=True) == {"no_known_alcohol_interaction"}


def test_the_worst_combinations_come_first_and_are_told_in_words():
    html = printed("interactions")
    assert [words(name) for name in html.select("th[scope=row]")] == [
        "Examplitol medicine",
        "Alcohol",
        "Examplazepam medicine",
    ]
    labels = [words(label) for label in html.select(".combinations__severity")]
    assert labels == ["Do not combine", "Serious", "Moderate"]
    assert "Starts: within minutes" in words(html.td)


@pytest.mark.parametrize("rows", [[], [{"agent": "tea", "severity": "odd"}]])
def test_every_list_of_combinations_says_that_it_is_not_complete(rows):
    html = printed("interactions", rows=rows, no_known_alcohol_interaction=True)
    assert "This list is not complete. Tell your pharmacist or clinician" in words(html)
    assert "Alcohol: no interaction is known." in words(html)
    assert bool(html.table) is bool(rows)


def test_what_is_not_approved_stands_at_the_foot_of_the_key_points_and_beside_the_evidence():
    for name in ("key_points", "evidence"):
        assert LICENCE[0] in words(printed(name, {"licence": LICENCE}))
        assert "not approved" not in words(printed(name, {"licence": []}))


def test_the_boxed_warning_is_a_section_of_plain_text():
    context = {
        "section_id": "boxed-warning",
        "heading": "Boxed warning",
        "medicine": "examplamine",
        "text": "It can slow your breathing.\n\nSome people <misuse> it.",
    }
    html = BeautifulSoup(render_to_string("blocks/boxed_warning.html", context), "html.parser")
    assert html.section["data-kind"] == "boxed_warning"
    assert html.section["aria-labelledby"] == html.h2["id"] == "boxed-warning-heading"
    assert [words(line) for line in html.select(".prose p")] == [
        "It can slow your breathing.",
        "Some people <misuse> it.",
    ]
    assert "label of examplamine" in words(html)
