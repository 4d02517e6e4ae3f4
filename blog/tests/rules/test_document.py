"""What the rules read of an article: its sections, passages and sentences, and what is cited where."""

import pytest

from blog.clinical_rules import check
from blog.clinical_rules.document import Block, Document, folded
from blog.clinical_rules.sentences import sentences, spans
from blog.clinical_rules.suicide import triggers
from blog.tests.rules.contents import content, listed, section

CITED = '<a linktype="citation" id="12">3</a>'


def passages(*body, **fields):
    return Document(content(*body, **fields)).passages


def overview(html, **value):
    return section("overview", body=html, **value)


def test_title_summary_and_sections_are_passages_in_the_order_of_print():
    found = passages(
        section("warning", "w", body="<p>Rest.</p>", heading="Important"), title="A title", summary="What it is"
    )
    assert [(passage.block_id, passage.kind, passage.field, passage.text) for passage in found] == [
        ("", "", "title", "A title"),
        ("", "", "summary", "What it is"),
        ("w", "warning", "heading", "Important"),
        ("w", "warning", "body", "Rest."),
    ]


def test_the_order_of_stored_fields_does_not_matter():
    value = {"section_heading": "Words", "intro": "<p>One.</p>", "caveat": "Two."}
    either_way = [dict(value), dict(sorted(value.items(), reverse=True))]
    texts = [[passage.text for passage in passages(section("mechanism", **way))] for way in either_way]
    assert texts[0] == texts[1] == ["Words", "One.", "Two."]


def test_each_paragraph_and_list_item_is_a_passage():
    found = passages(overview("<p>One &amp; two.</p><ul><li>Three</li><li>Four<ol><li>Five</li></ol></li></ul>"))
    assert [(passage.text, passage.list_item, passage.lists) for passage in found] == [
        ("One & two.", False, ()),
        ("Three", True, (1,)),
        ("Four", True, (1,)),
        ("Five", True, (1, 2)),
    ]


def test_each_line_of_a_plain_field_is_a_passage():
    found = passages(section("mechanism", caveat="One  line.\n\nAnother."))
    assert [(passage.field, passage.text, passage.is_rich) for passage in found] == [
        ("caveat", "One line.", False),
        ("caveat", "Another.", False),
    ]


def test_rows_are_passages_by_their_path():
    rows = listed({"term_plain": "Feeling sick", "band": "rare", "numerator": 3, "source": 12}, "odd", None)
    found = passages(section("side_effects", rows=rows))
    assert [(passage.field, passage.text, passage.cites) for passage in found] == [
        ("rows.0.term_plain", "Feeling sick", {12}),
        ("rows.1", "odd", frozenset()),
    ]


def test_a_row_without_a_source_has_that_of_its_section():
    rows = listed({"term_plain": "One", "source": 5}, {"term_plain": "Two", "source": None}, {"term_plain": "Three"})
    found = passages(section("side_effects", intro="<p>Some people feel sick.</p>", source=12, rows=rows))
    assert [set(passage.cites) for passage in found] == [set(), {5}, {12}, {12}]


def test_sources_of_a_row_may_be_a_list():
    pathway = {"target": "Example receptor", "sources": listed(12, None, "13", 14)}
    [target] = passages(section("mechanism", pathways=listed(pathway)))
    assert target.cites == target.row_cites == {12, 14}


@pytest.mark.parametrize("text", ["very_common", "not_known"])
def test_choices_are_no_text(text):
    assert passages(section("side_effects", rows=listed({"band": text}))) == []


def test_a_field_that_holds_a_choice_elsewhere_may_hold_text():
    [action] = passages(section("who_should_not", rows=listed({"action": "Tell your clinician."})))
    assert action.text == "Tell your clinician."


def test_a_mark_belongs_to_the_sentence_it_follows():
    [passage] = passages(overview(f"<p>It helped some.{CITED} Others felt sick {CITED}. Nobody knows.</p>"))
    assert passage.text == "It helped some. Others felt sick. Nobody knows."
    assert [set(sentence.cites) for sentence in passage.sentences] == [{12}, {12}, set()]
    assert passage.cites == {12}


def test_a_mark_alone_in_a_paragraph_belongs_to_the_one_above():
    [passage] = passages(overview(f"<p>It helped some.</p><p>{CITED}</p>"))
    assert passage.sentences[0].cites == {12}


def test_a_sentence_knows_its_place():
    [passage] = passages(overview("<p>One. Two is longer.</p>"))
    second = passage.sentences[1]
    assert (second.text, second.start, second.words) == ("Two is longer.", 5, ["Two", "is", "longer."])
    assert passage.sentence_at(4).text == "One."
    assert passage.sentence_at(5) is passage.sentence_at(18) is second


def test_links_glossary_and_bold_are_known():
    html = (
        '<p>See <a href="https://example.org/a?b=1&amp;c=2">the leaflet</a>, <a linktype="page" id="7">our page</a> '
        'and <a linktype="glossary" id="5">glutamate</a> in <b>two words</b>.</p>'
    )
    [passage] = passages(overview(html))
    assert passage.text == "See the leaflet, our page and glutamate in two words."
    assert passage.links == (("the leaflet", "https://example.org/a?b=1&c=2"), ("our page", "page:7"))
    assert (passage.glossary, passage.bold_words) == ((5,), 2)


def test_headings_are_known():
    found = passages(
        section("faq", section_heading="Common questions", items=listed({"question": "Why?", "answer": ""}))
    )
    assert [(passage.text, passage.is_heading) for passage in found] == [("Common questions", True), ("Why?", True)]


def test_a_block_gives_its_fields_whatever_they_hold():
    block = Block(
        section("overview", body="<p>One.</p><p>Two.</p>", caption=3, rows=listed({"a": 1}, "b"), section_heading=" H ")
    )
    assert (block.text("body"), block.text("caption"), block.text("none"), block.heading) == ("One.\nTwo.", "", "", "H")
    assert (block.rows("rows"), block.items("rows"), block.rows("body")) == ([{"a": 1}], ["b"], [])


def test_references_are_known_by_id():
    source, further = {"id": 12, "kind": "label"}, {"id": 13, "kind": "book"}
    document = Document(content(cited=[source, "odd"], references=[{"reference": further}, {"reference": None}]))
    assert (document.cited, document.references) == ({12: source}, {12: source, 13: further})
    assert document.cited.get([]) is document.cited.get(True) is None


@pytest.mark.parametrize("kind", ["medicine", "treatment", "condition", "wellbeing", "news", None, 3])
def test_clinical_articles_are_about_medicines_treatments_and_conditions(kind):
    document = Document(content(article_type=kind))
    assert document.is_clinical == (kind in ("medicine", "treatment", "condition"))
    assert document.is_treatment == (kind in ("medicine", "treatment"))


@pytest.mark.parametrize(
    ("fields", "text", "clinical"),
    [
        ({"medicine": {"id": 1, "generic_name": "x"}}, "Our rooms.", True),
        ({"conditions": [{"id": 1, "name": "depression"}]}, "Our rooms.", True),
        ({}, "In a study, 50% of people got better.", True),
        ({}, "Researchers at a clinic found that it helps.", True),
        ({}, "We read studies and check each of our articles every year.", False),
        ({}, "We are open from 9 to 5.", False),
    ],
)
@pytest.mark.parametrize("kind", ["news", "wellbeing"])
def test_what_an_article_says_makes_it_clinical(kind, fields, text, clinical):
    assert Document(content(overview(f"<p>{text}</p>"), article_type=kind, **fields)).is_clinical == clinical


def test_news_about_a_medicine_has_sources_risks_and_a_licence():
    claims = overview("<p>Examplamine treats depression. In a study, 50% of people got better.</p>")
    about = {"id": 3, "generic_name": "examplamine", "uses": []}
    found = check(content(claims, article_type="news", medicine=about, conditions=[{"id": 1, "name": "depression"}]))
    assert {"BAL-08", "BAL-18", "CITE-01", "CITE-02", "DISC-03", "LIC-03"} <= {flag.rule.id for flag in found}


def test_folding_moves_no_character():
    text = "\u0130stanbul\u2019s \u201cDose\u201d\xa0\u2011 5 MG \u1e9e"
    assert len(folded(text)) == len(text)
    assert folded("It\u2019s \u201cA\u2011B\u201d\xa0x") == 'it\'s "a-b" x'


def test_spans_leave_nothing_but_spaces_between_them():
    text = "Dr. A. Example said so.  It is e.g. this. “Really?” Yes! It is 5 p.m. now"
    assert [text[start:end] for start, end in spans(text)] == sentences(text)
    assert sentences(text) == ["Dr. A. Example said so.", "It is e.g. this.", "“Really?”", "Yes!", "It is 5 p.m. now"]


WARNING = "It may cause suicidal thoughts. Overdose can kill. Do not take more than 1.0 mg."


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"medicine": {"id": 3, "generic_name": "x", "boxed_warning": WARNING}}, ("", "medicine.boxed_warning")),
        ({"glossary": [{"id": 5, "term": "x", "plain_definition": WARNING}]}, ("", "glossary.5.plain_definition")),
    ],
)
def test_what_readers_are_shown_of_the_medicine_and_of_words_is_read(fields, place):
    found = check(content(**fields))
    assert {"ISMP-01", "SUIC-03"} <= {flag.rule.id for flag in found if (flag.block_id, flag.field) == place}
    assert triggers(Document(content(**fields)))


def test_explained_words_stand_where_their_section_is():
    document = Document(
        content(section("glossary", "g"), glossary=[{"id": 5, "term": "plasma", "plain_definition": "Part of blood."}])
    )
    assert [(passage.block_id, passage.text) for passage in document.passages] == [
        ("g", "plasma"),
        ("g", "Part of blood."),
    ]


def test_who_writes_the_article_answers_for_no_style_of_a_label():
    long = f"It blocks the receptor in 5 out of 10 people{' again and again' * 10}."
    found = check(content(medicine={"id": 3, "generic_name": "x", "boxed_warning": long}))
    assert [flag.rule.id for flag in found if flag.field == "medicine.boxed_warning"] == []
