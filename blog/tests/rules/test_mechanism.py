import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.clinical_rules import Level, mechanism
from blog.tests.rules.contents import found, listed, section

PATHWAY = {
    "target": "Example receptor",
    "target_kind": "receptor",
    "action": "antagonist",
    "effect": "Some nerve cells may then send more signals.",
    "evidence_basis": "human_trial",
    "consensus": "leading_theory",
    "certainty": "moderate",
    "sources": listed(1),
}


def how(*pathways, caveat="Nobody knows for certain.", intro="", block_id="b1"):
    rows = listed(*(PATHWAY | pathway for pathway in pathways))
    return section("mechanism", block_id, intro=intro, pathways=rows, caveat=caveat)


def overview(text):
    return section("overview", "o1", body=f"<p>{text}</p>")


def test_a_complete_section_is_right():
    assert found(mechanism, how({})) == []


@pytest.mark.parametrize("sources", [[], None, listed(None), "1", 3])
def test_a_pathway_has_a_source(sources):
    expected = [("MECH-01", "b1", "pathways.1.sources", "Example receptor")]
    assert found(mechanism, how({}, {"sources": sources})) == expected


@pytest.mark.parametrize("name", list(mechanism.FACTS))
def test_a_pathway_is_complete(name):
    assert found(mechanism, how({name: ""})) == [("MECH-02", "b1", f"pathways.0.{name}", "")]


def test_a_choice_that_is_none_counts_as_missing():
    assert found(mechanism, how({"action": "explodes"})) == [("MECH-02", "b1", "pathways.0.action", "explodes")]


def test_what_is_not_known_stands_above_the_list():
    assert found(mechanism, how({}, caveat=" ")) == [("MECH-03", "b1", "caveat", "")]


@pytest.mark.parametrize(
    "doubt",
    [
        {"consensus": "disputed"},
        {"consensus": "speculative"},
        {"evidence_basis": "hypothesis"},
        {"evidence_basis": "animal"},
        {"evidence_basis": "in_vitro"},
    ],
)
@pytest.mark.parametrize(
    "fact", ["It restores balance.", "This is how mood lifts.", "It causes calm.", "It stimulates it."]
)
def test_a_theory_is_not_told_as_a_fact(doubt, fact):
    theory = how(doubt | {"effect": f"It may do something. {fact}"})
    assert found(mechanism, theory) == [("MECH-04", "b1", "pathways.0.effect", fact)]
    assert found(mechanism, how({"effect": fact})) == []


@pytest.mark.parametrize(
    "effect", ["It may restore balance.", "Some think that it restores balance.", "It seems that this is so."]
)
def test_a_theory_may_be_told_as_one(effect):
    assert found(mechanism, how({"consensus": "disputed", "effect": effect})) == []


TOLD = [
    "Research revealed that it triggers the brain to produce glutamate, which promotes the formation of connections.",
    "Its ability to rebalance glutamate and GABA levels plays a crucial role in restoring mental well-being.",
    "GABA is dependent on glutamate, and imbalances in these levels can lead to conditions like anxiety.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_running_text_does_not_tell_how_it_works_as_a_fact(sentence):
    assert found(mechanism, overview(f"A first sentence. {sentence}")) == [("MECH-05", "o1", "body", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It may trigger the brain to produce glutamate.",
        'It triggers nerve cells to make glutamate.<a linktype="citation" id="3">[1]</a>',
        "Glutamate is a signal between nerve cells.",
        "Exercise reduces stress.",
        "Nobody knows whether it raises glutamate.",
    ],
)
def test_a_theory_a_cited_fact_and_a_definition_are_right(sentence):
    assert found(mechanism, overview(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    ["It may reset the brain.", "It might be “rewiring” circuits.", "A chemical imbalance may be behind it."],
)
def test_pictures_that_mislead_are_banned_where_it_says_how_it_works(sentence):
    assert found(mechanism, how({"effect": sentence})) == [("MECH-06", "b1", "pathways.0.effect", sentence)]


def test_a_chemical_imbalance_is_banned_everywhere_and_other_metaphors_by_a_rule_of_their_own():
    assert found(mechanism, overview("You have a chemical imbalance.")) == [
        ("MECH-06", "o1", "body", "You have a chemical imbalance.")
    ]
    assert found(mechanism, overview("It resets you. You can reset your password.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Depression is not a chemical imbalance.",
        "The chemical imbalance is a myth.",
        "A balance of work and rest helps.",
    ],
)
def test_a_sentence_that_takes_the_picture_back_may_name_it(sentence):
    assert found(mechanism, overview(sentence)) == []


def test_text_alone_is_not_structured():
    assert found(mechanism, how(intro="<p>Nobody knows.</p>")) == [("MECH-07", "b1", "pathways", "")]
    assert found(mechanism, how(intro="<p></p>", caveat="")) == [("MECH-07", "b1", "pathways", "")]
    assert (mechanism.NOTHING_STRUCTURED.level, mechanism.NOTHING_STRUCTURED.waivable) == (Level.BLOCK, False)


def test_a_receptor_is_not_named_for_a_medicine():
    sentence = "It may act on Opiate Receptors."
    assert found(mechanism, overview(sentence)) == [("MECH-08", "o1", "body", "Opiate Receptor")]
    assert found(mechanism, overview("It may act on opioid receptors.")) == []


ODD = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.lists(st.integers(), max_size=2)
)
ROWS = st.lists(st.dictionaries(st.sampled_from([*PATHWAY, "source", "sources"]), ODD) | ODD, max_size=3) | ODD


@given(ROWS, ODD, st.booleans())
def test_no_section_makes_the_rules_raise(rows, odd, as_stored):
    rows = listed(*rows) if as_stored and isinstance(rows, list) else rows
    found(mechanism, section("mechanism", pathways=rows, caveat=odd, intro=odd))
