import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.clinical_rules import stages
from blog.clinical_rules.stages import is_theory, order_problems, printed_heading
from blog.tests.rules.contents import found, listed, section

STAGE = {
    "title": "During the infusion",
    "timeframe": "during",
    "timeframe_text": "",
    "body": "<p>You rest in a chair.</p>",
    "evidence_basis": "human_trial",
    "consensus": "established",
    "source": 1,
}
AFTER = STAGE | {"title": "The hours after", "timeframe": "hours"}
UNSOURCED = AFTER | {"source": None}
CITED_IN_TEXT = AFTER | {"source": None, "body": '<p>You rest.<a linktype="citation" id="4">[1]</a></p>'}
THEORY = ("STAGE-09", "b1", "items", "")


def staged(*items, basis="One trial.", intro=""):
    return section("stages", intro=intro, items=listed(*items), basis_statement=basis)


def test_sourced_stages_in_order_are_right():
    assert found(stages, staged(STAGE, AFTER)) == []
    assert found(stages, staged(STAGE, CITED_IN_TEXT)) == []


@pytest.mark.parametrize("name", list(stages.FACTS))
def test_a_stage_is_complete(name):
    empty = {name: "<p></p>" if name == "body" else ""}
    assert ("STAGE-01", f"items.1.{name}") in [flag[::2] for flag in found(stages, staged(STAGE, AFTER | empty))]


def test_one_stage_is_none():
    assert found(stages, staged(STAGE)) == [("STAGE-02", "b1", "items", "")]


def test_titles_differ():
    twice = AFTER | {"title": "during  the Infusion"}
    assert found(stages, staged(STAGE, twice)) == [("STAGE-03", "b1", "items.1.title", "during  the Infusion")]


@pytest.mark.parametrize(
    ("times", "backwards"),
    [
        (["during", "minutes", "hours", "days", "weeks", "months"], []),
        (["hours", "hours"], []),
        (["hours", "not_established", "minutes"], [2]),
        (["weeks", "days", "hours", "months"], [1, 2]),
        (["not_established", "during"], []),
    ],
)
def test_time_does_not_run_backwards(times, backwards):
    rows = [STAGE | {"title": str(number), "timeframe": time} for number, time in enumerate(times)]
    assert sorted(order_problems(rows)) == backwards
    assert [(rule, field) for rule, _b, field, _q in found(stages, staged(*rows))] == [
        ("STAGE-04", f"items.{n}.timeframe") for n in backwards
    ]


def test_three_sentences_are_enough_for_a_stage():
    three = "You rest. You eat. You go home."
    assert found(stages, staged(STAGE, AFTER | {"body": f"<p>{three}</p>"})) == []
    four = AFTER | {"body": f"<p>{three}</p><p>You sleep.</p>"}
    assert found(stages, staged(STAGE, four)) == [("STAGE-05", "b1", "items.1.body", f"{three} You sleep.")]


def test_stages_say_what_they_rest_on():
    assert found(stages, staged(STAGE, AFTER, basis="")) == [("STAGE-06", "b1", "basis_statement", "")]


@pytest.mark.parametrize(
    "claim",
    [
        "Firstly, it calms you.",
        "In the second stage, levels rise.",
        "The final stage involves new links, potentially resetting the brain.",
        "Stage two comes after that.",
    ],
)
def test_the_order_of_a_theory_is_not_told_as_a_fact(claim):
    theory = staged(STAGE, UNSOURCED | {"body": f"<p>{claim} Some think so.</p>"})
    assert found(stages, theory) == [THEORY, ("STAGE-07", "b1", "items.1.body", claim)]
    settled = staged(STAGE, AFTER | {"body": f"<p>{claim}</p>"})
    assert found(stages, settled) == []


def test_a_first_step_to_take_is_no_order():
    step = UNSOURCED | {"body": "<p>It takes a first step to call. It may help.</p>"}
    assert found(stages, staged(STAGE, step)) == [THEORY]


def test_an_introduction_does_not_tell_the_order_of_a_theory_as_a_fact():
    intro, hedged = "Its action occurs in three stages:", "Some think that it works in three stages:"
    unsure = UNSOURCED | {"body": "<p>You may rest.</p>"}
    assert ("STAGE-07", "b1", "intro", intro) in found(stages, staged(STAGE, unsure, intro=f"<p>{intro}</p>"))
    assert found(stages, staged(STAGE, unsure, intro=f"<p>{hedged}</p>")) == [THEORY]


@pytest.mark.parametrize("doubt", [{"consensus": "disputed"}, {"consensus": "leading_theory"}, {"source": None}])
def test_what_is_not_settled_is_not_told_as_a_fact(doubt):
    told = found(stages, staged(STAGE, AFTER | doubt))
    assert ("STAGE-08", "b1", "items.1.body", "You rest in a chair.") in told
    hedged = found(stages, staged(STAGE, AFTER | doubt | {"body": "<p>You may rest.</p>"}))
    assert "STAGE-08" not in [flag[0] for flag in hedged]


@pytest.mark.parametrize(
    ("rows", "theory"),
    [
        ([STAGE, AFTER], False),
        ([STAGE, CITED_IN_TEXT], False),
        ([STAGE, UNSOURCED], True),
        ([STAGE, AFTER | {"consensus": "disputed"}], True),
        ([STAGE, AFTER | {"consensus": "speculative"}], True),
        ([STAGE, {}], False),
        ([], False),
    ],
)
def test_one_disputed_or_unsourced_stage_makes_a_theory_of_all(rows, theory):
    assert is_theory(rows) is theory


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("Stages", "One theory: stages"),
        ("Three stages", "One theory: three stages"),
        ("Examplamine in three steps", "One theory: Examplamine in three steps"),
        ("One theory: three stages", "One theory: three stages"),
        ("one theory of how it goes", "one theory of how it goes"),
        ("", ""),
    ],
)
def test_readers_see_that_stages_are_one_theory(heading, printed):
    assert printed_heading(heading, [STAGE, UNSOURCED]) == printed
    assert printed_heading(heading, [STAGE, AFTER]) == heading


ODD = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.lists(st.integers(), max_size=2)
)
ROWS = st.lists(st.dictionaries(st.sampled_from([*STAGE, "source", "sources"]), ODD) | ODD, max_size=3) | ODD


@given(ROWS, ODD, st.booleans())
def test_no_section_makes_the_rules_raise(rows, odd, as_stored):
    rows = listed(*rows) if as_stored and isinstance(rows, list) else rows
    found(stages, section("stages", items=rows, basis_statement=odd, intro=odd))
