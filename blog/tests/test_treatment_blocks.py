"""How it works, stages and other choices as authors fill them in and readers see them."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from blog.blocks import ArticleBody
from blog.rendering import render_body
from blog.tests.factories import ArticleFactory, ReferenceFactory, TopicFactory
from editions.tests.factories import edition

pytestmark = pytest.mark.django_db

BODY = ArticleBody()
PATHWAY = BODY.child_blocks["mechanism"].meta.preview_value["pathways"][0]
STAGE, LATER = BODY.child_blocks["stages"].meta.preview_value["items"]
THERAPY, MEDICINE, NONE = BODY.child_blocks["alternatives"].meta.preview_value["options"]


def section(name, **fields):
    block = BODY.child_blocks[name]
    return block, block.normalize({**block.meta.preview_value, **fields})


def printed(name, **fields):
    block, value = section(name, **fields)
    return BeautifulSoup(block.render(value), "html.parser")


def text_of(element):
    return " ".join(element.get_text().split())


def refused(name, **fields):
    """Paths of what keeps a section from being handed in."""
    block, value = section(name, **fields)
    with pytest.raises(ValidationError) as refusal:
        block.clean(value)
    return set(_paths(refusal.value))


def _paths(error, path=""):
    if not getattr(error, "block_errors", None):
        yield path.lstrip(".")
    for name, inner in (getattr(error, "block_errors", None) or {}).items():
        yield from _paths(inner, f"{path}.{name}")


# How it works


def test_what_is_not_known_stands_above_the_pathways():
    assert printed("mechanism").select_one(".caveat ~ .pathways")


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        ({"consensus": "disputed"}, "Some researchers think so, and others disagree:"),
        ({"consensus": "speculative"}, "Some researchers think, without proof so far:"),
        ({"evidence_basis": "animal"}, "From studies in animals, some researchers think:"),
        ({"evidence_basis": "in_vitro"}, "From studies of cells, some researchers think:"),
        ({"evidence_basis": "hypothesis"}, "Some researchers think, and nobody has tested it:"),
    ],
)
def test_readers_see_that_a_theory_is_one_whatever_its_author_wrote(doubt, words):
    shown = printed("mechanism", pathways=[PATHWAY | doubt | {"effect": "It lifts mood."}])
    assert text_of(shown.select_one(".pathway__effect")).startswith(f"{words} It lifts mood.")
    assert not printed("mechanism", pathways=[PATHWAY]).select(".pathway__wording")


def test_a_pathway_prints_each_of_its_sources():
    shown = printed("mechanism", pathways=[PATHWAY | {"sources": PATHWAY["sources"] * 2}])
    assert len(shown.select(".pathway__effect .cite")) == 2


def test_a_pathway_needs_a_source_and_the_section_its_caveat():
    assert refused("mechanism", pathways=[PATHWAY | {"sources": []}], caveat="") == {"pathways.0.sources", "caveat"}
    assert refused("mechanism", pathways=[]) == {"pathways"}


def test_a_draft_from_before_pathways_had_sources_prints():
    block, _value = section("mechanism")
    old = {"intro": "", "caveat": "", "pathways": [{k: v for k, v in PATHWAY.items() if k != "sources"}]}
    assert "send more signals" in block.render(block.to_python(old))


# Stages


def test_readers_see_one_theory_in_the_heading_and_in_the_contents():
    reference = ReferenceFactory()
    sourced = [STAGE | {"source": reference}, LATER | {"source": reference, "consensus": "established"}]
    for items, heading in (
        (sourced, "Three steps"),
        ([sourced[0], LATER | {"source": None}], "One theory: three steps"),
    ):
        value = {"section_heading": "Three steps", "items": items, "basis_statement": "One trial."}
        html, sections = render_body(ArticleFactory(body=[("stages", value)]))
        assert BeautifulSoup(html, "html.parser").h2.text == sections[0]["heading"] == heading


def test_a_citation_in_the_text_is_a_source_too():
    body = '<p>You rest.<a linktype="citation" id="7">[1]</a></p>'
    settled = [item | {"consensus": "established"} for item in (STAGE, LATER | {"source": None, "body": body})]
    assert printed("stages", items=settled).h2.text == "Stages"


def test_stages_say_what_they_rest_on():
    assert "What this rests on: One trial" in text_of(printed("stages").select_one(".basis"))


def test_errors_of_stages_stand_at_their_fields():
    twice = LATER | {"title": STAGE["title"], "timeframe": "during"}
    months = STAGE | {"title": "Later", "timeframe": "months"}
    fields = {"items": [months, STAGE, twice]}
    expected = {"items.1.timeframe", "items.2.timeframe", "items.2.title"}
    reference = ReferenceFactory()
    fields["items"] = [item | {"source": reference} for item in fields["items"]]
    assert refused("stages", **fields) == expected
    assert refused("stages", items=[STAGE | {"source": reference}]) == {"items"}


def test_a_stage_of_four_sentences_is_refused():
    long = STAGE | {"body": "<p>You rest. You eat.</p><p>You sleep. You go.</p>", "source": None}
    assert refused("stages", items=[long, LATER | {"source": None}]) == {"items.0.body"}


def test_a_line_break_ends_no_sentence_of_a_stage():
    reference = ReferenceFactory()
    body = "<p>You rest<br/>and eat.</p><p>You sleep.</p><p>You go.</p>"
    block, value = section("stages", items=[STAGE | {"source": reference, "body": body}, LATER | {"source": reference}])
    block.clean(value)


def test_stages_from_before_they_had_sources_print():
    block, _value = section("stages")
    old = {"section_heading": "", "intro": "", "items": [{k: v for k, v in STAGE.items() if k != "source"}] * 2}
    assert "One theory: stages" in block.render(block.to_python(old))


# Other choices


def test_choices_are_rows_of_one_table_in_their_authors_order():
    shown = printed("alternatives")
    rows = [text_of(row) for row in shown.select("tbody th")]
    assert [row.startswith(option["name"]) for row, option in zip(rows, (THERAPY, MEDICINE, NONE), strict=True)]
    assert "Offered at this clinic" in rows[0] and "Not offered at this clinic" in rows[1] and "ffered" not in rows[2]
    assert shown.select_one("h3").text == "Without treatment"
    assert shown.caption and len(shown.select('thead th[scope="col"]')) == 3


def test_a_kind_that_the_name_says_is_not_said_again():
    kinds = [text_of(cell) for cell in printed("alternatives").select(".options__kind")]
    assert "Talking therapy" not in kinds and "Medicine" not in kinds
    other = printed("alternatives", options=[THERAPY | {"name": "CBT"}, NONE])
    assert "Talking therapy" in [text_of(cell) for cell in other.select(".options__kind")]


def test_a_choice_leads_to_a_page_that_readers_can_open():
    topic, article = TopicFactory(title="Talking"), ArticleFactory()
    options = [THERAPY | {"link": topic}, MEDICINE | {"link": article}, NONE]
    assert [link["href"] for link in printed("alternatives", options=options).select("a")] == ["/talking/"]
    edition(article.pk)
    assert len(printed("alternatives", options=options).select("a")) == 2


def test_what_is_wrong_with_the_choices_is_told_at_their_field():
    assert refused("alternatives", options=[]) == {"options"}
    assert refused("alternatives", options=[THERAPY, MEDICINE]) == {"options"}
    assert refused("alternatives", options=[THERAPY, NONE]) == {"options"}
    assert refused("alternatives", what_if_no_treatment="") == {"what_if_no_treatment"}
    assert refused("alternatives", options=[THERAPY, MEDICINE | {"benefits": ""}, NONE]) == {"options.1.benefits"}


def test_questions_to_ask_stand_below_the_choices_under_a_heading_of_their_own():
    shown = printed("alternatives", questions_to_ask=["Who pays?", "", "What <else>?"])
    assert [text_of(item) for item in shown.select("h3 + .questions li")] == ["Who pays?", "What <else>?"]
    assert text_of(shown.select("h3")[-1]) == "Questions to ask"
    assert shown.select_one("table ~ .questions")
    without = printed("alternatives", questions_to_ask=[])
    assert [text_of(heading) for heading in without.select("h3")] == ["Without treatment"]
    assert not without.select(".questions")


def test_what_is_wrong_with_the_questions_to_ask_is_told_at_them():
    assert refused("alternatives", questions_to_ask=["Who pays?"]) == {"questions_to_ask"}
    assert refused("alternatives", questions_to_ask=["Who pays?", "How long", "What else?"]) == {"questions_to_ask.1"}
    block, value = section("alternatives", questions_to_ask=[])
    block.clean(value)


def test_choices_from_before_they_had_questions_print_and_gain_none():
    block, value = section("alternatives")
    stored = block.get_prep_value(value)
    del stored["questions_to_ask"]
    old = block.to_python(stored)
    assert "Questions to ask" not in block.render(old)
    assert block.get_prep_value(old)["questions_to_ask"] == []


# Running text


def test_a_text_without_a_heading_is_called_what_it_is_about():
    assert printed("overview").h2.text == "What it is"
    assert printed("overview", health_aspect="see_doctor").h2.text == "When to get help"
    assert printed("overview", health_aspect="see_doctor", section_heading="Whom to call").h2.text == "Whom to call"
    assert printed("overview", health_aspect="benefits").section["data-aspect"] == "benefits"


def test_a_text_from_before_it_had_an_aspect_prints():
    block, _value = section("overview")
    assert "What it is" in block.render(block.to_python({"section_heading": "", "body": "<p>x</p>"}))
