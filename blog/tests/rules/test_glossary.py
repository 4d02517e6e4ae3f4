import pytest

from blog.clinical_rules import glossary
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, section

MARK = '<a linktype="glossary" id="5">glutamate</a>'


def term(term="glutamate", plain_definition="A signal between nerve cells.", term_id=5):
    return {"id": term_id, "term": term, "plain_definition": plain_definition}


def test_a_word_explained_in_other_words_is_right():
    assert found(glossary, section("glossary"), glossary=[term()]) == []
    assert found(glossary, glossary=[term("ion", "A station for charged parts.")]) == []


def test_a_word_is_not_explained_by_itself():
    definition = "What Glutamate does."
    flag = ("GLOS-01", "b1", "", definition)
    assert found(glossary, section("glossary"), glossary=[term(plain_definition=definition)]) == [flag]
    assert found(glossary, glossary=[term("cohort study", "A cohort study follows people.")])[0][:2] == ("GLOS-01", "")


def test_a_word_that_is_marked_is_explained():
    assert found(glossary, glossary=[term(plain_definition="")]) == [("GLOS-01", "", "", "glutamate")]


def test_an_explanation_that_is_hard_to_read_is_questioned():
    hard = "An excitatory neurotransmitter that mediates intercellular communication throughout neuronal networks."
    assert found(glossary, section("glossary"), glossary=[term(plain_definition=hard)]) == [("GLOS-02", "b1", "", hard)]
    easy = "It looks like a medicine, but there is no medicine in it. Some people in a trial get it."
    assert found(glossary, glossary=[term("placebo", easy)]) == []


def test_a_word_that_is_marked_again_is_noted():
    first = section("overview", "b1", body=f"<p>Cells use {MARK}.</p>")
    again = section("overview", "b2", body=f"<p>Other words. They use {MARK} a lot.</p>")
    note = ("GLOS-03", "b2", "body", "They use glutamate a lot.")
    assert found(glossary, first, again, glossary=[term()]) == [note]
    assert found(glossary, first, glossary=[term()]) == []
    assert glossary.MARKED_ONCE.level == Level.NOTE


def test_all_words_are_explained_in_one_section():
    again = found(glossary, section("glossary"), section("glossary", "b2"), glossary=[term()])
    assert again == [("GLOS-04", "b2", "", "")]


def test_a_section_of_words_explained_explains_some():
    assert found(glossary, section("glossary", "b1")) == [("GLOS-05", "b1", "terms", "")]
    assert found(glossary, section("overview", "b1")) == []


@pytest.mark.parametrize("row", [{}, {"id": 5}, {"id": 5, "term": None, "plain_definition": 3}])
def test_an_odd_entry_raises_nothing(row):
    found(glossary, section("overview", body=f"<p>{MARK}{MARK}</p><p>{MARK}</p>"), glossary=[row])
