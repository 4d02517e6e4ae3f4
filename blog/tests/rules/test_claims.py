"""Numbers, findings, benefits and causes: the paragraph that states them cites a source."""

import pytest

from blog.clinical_rules import claims
from blog.clinical_rules.document import Document
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import content, flags, found, ids, listed, section

CITED = '<a linktype="citation" id="12">3</a>'
FIGURE = "It helped 27 in 100 people."


def overview(text, block_id="b1"):
    return section("overview", block_id, body=f"<p>{text}</p>")


def figures(text):
    return [hit.quote for hit in Document(content(overview(text))).figures]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("More than 50% of participants got better.", "50%"),
        ("About 14.3 percent had it.", "14.3 percent"),
        ("It rose by 10 to 20%.", "10 to 20%"),
        ("It helps 1 in 7 people.", "1 in 7"),
        ("7 out of 10 slept.", "7 out of 10"),
        ("Of these, 73 of 140 people answered.", "73 of 140"),
        ("One in five has it.", "One in five"),
        ("More than half felt better.", "More than half"),
        ("Half of the people relapse.", "Half of the people"),
        ("Half the people in it relapse.", "Half the people"),
        ("Two thirds of patients relapse.", "Two thirds of patients"),
        ("It is twice as likely.", "twice as"),
        ("It is 3 times more likely.", "3 times more"),
        ("A threefold rise.", "threefold"),
        ("In a trial of 73 adults.", "73 adults"),
        ("It was 65 depressed patients.", "65 depressed patients"),
        ("2 million people have it.", "2 million people"),
        ("Millions of people have it.", "Millions of people"),
        ("They had 0.5 mg/kg.", "0.5 mg/kg"),
        ("It rises by 20 mmHg.", "20 mmHg"),
        ("It fell by 4.5 points.", "4.5 points"),
    ],
)
def test_what_is_a_figure(text, figure):
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "You rest for 24 hours.",
        "It lasts 1 to 2 hours, or 24 of 48 hours.",
        "Call 988 at any time, or 1-800-555-0100.",
        "Text 85258 to reach somebody.",
        "Adults aged 18 to 65 can have it.",
        "People over 65 have a lower dose.",
        "For under-18 patients there is another.",
        "Step 2 of 5: breathe out.",
        "Level 2 of 3 is for adults.",
        "This is session 2 of 6 in 3 weeks.",
        "It has been used since the 1970s.",
        "It was approved on 1 May 2020, and changed in 2 of 2021.",
        "Wait for more than half an hour.",
        "Take half of the tablet three times a day.",
        "Bring 1 person with you.",
        "There are groups of 12 people.",
        "It is open 24 hours a day, 7 days a week.",
        "You get 20% off.",
        "It costs $400 of people's money.",
        "Drink 250 ml of water.",
        "Call at two in the morning.",
        "COVID-19 patients wait.",
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize("kind", ["medicine", "treatment", "condition"])
def test_a_figure_needs_a_source(kind):
    text = f"You rest. {FIGURE} You go home."
    assert found(claims, overview(text), article_type=kind) == [("CITE-01", "b1", "body", FIGURE)]
    assert (claims.FIGURE.level, claims.FIGURE.waivable) == (Level.BLOCK, True)


@pytest.mark.parametrize("kind", ["wellbeing", "news", "", None])
def test_other_articles_are_left_alone_until_they_make_claims(kind):
    assert found(claims, overview("We read each study twice. It may work for you."), article_type=kind) == []
    assert found(claims, overview(FIGURE), article_type=kind) == [("CITE-01", "b1", "body", FIGURE)]


def test_one_citation_anywhere_in_the_paragraph_is_enough():
    assert found(claims, overview(f"{FIGURE} You go home.{CITED}")) == []


def test_a_citation_in_another_paragraph_is_not():
    assert ids(claims, overview(f"Some rest.{CITED}</p><p>{FIGURE}")) == ["CITE-01"]


def test_items_of_a_list_rest_on_the_source_of_the_line_above_it():
    items = f"<ul><li>{FIGURE}</li><li>20% slept.</li></ul>"
    assert found(claims, section("overview", body=f"<p>In a study:{CITED}</p>{items}")) == []
    assert ids(claims, section("overview", body=f"<p>This was seen:</p>{items}")) == ["CITE-01", "CITE-01"]


def test_a_key_point_may_be_cited_by_its_source():
    points = listed({"text": FIGURE, "source": 12}, {"text": FIGURE, "source": None})
    assert found(claims, section("key_points", points=points)) == [("CITE-01", "b1", "points.1.text", FIGURE)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("evidence", {"findings": listed({"claim": FIGURE, "source": None})}),
        ("side_effects", {"applies_to": {"population": "227 adults"}, "rows": listed({"monitoring": "At 20 mmHg."})}),
        ("mechanism", {"pathways": listed({"effect": "It rises by 20%.", "sources": []})}),
        ("interactions", {"rows": listed({"effect": "Studies found 20% more of it."})}),
        ("who_should_not", {"rows": listed({"reason": "Studies found harm in 20%."})}),
    ],
)
def test_rows_that_are_asked_for_their_source_elsewhere_are_left_alone(kind, value):
    assert found(claims, section(kind, **value)) == []


@pytest.mark.parametrize("kind", ["care_card", "questions"])
def test_advice_and_questions_have_no_room_for_a_source(kind):
    assert found(claims, section(kind, items=listed("Did 20% of people in trials get better?"))) == []


def test_questions_to_ask_below_other_choices_have_no_room_for_one_either():
    asked = listed("Did 20% of people in trials get better?")
    assert found(claims, section("alternatives", questions_to_ask=asked)) == []
    assert ids(claims, section("alternatives", what_if_no_treatment="In trials 20% of people got better."))


def test_where_no_source_can_be_set_the_figure_agrees_with_one_that_has_it():
    [flag] = claims.find(Document(content(overview("You rest."), summary="It helps 27 in 100 people.")))
    assert (flag.rule.id, flag.block_id, flag.field) == ("CITE-01", "", "summary")
    assert "none can be set here" in flag.message
    assert found(claims, overview(f"{FIGURE}{CITED}"), summary="It helps 27 in 100 people.") == []
    assert ids(claims, overview(f"{FIGURE}{CITED}"), summary="It helps 28 in 100 people.") == ["CITE-01"]


def picture(**fields):
    return section("image", "p", **{"alt_text": "", "caption": "", "credit": ""} | fields)


@pytest.mark.parametrize("field", ["caption", "credit"])
def test_what_is_stated_beside_a_picture_needs_a_source_in_the_text(field):
    claim = "In one study, examplamine cured depression in 45% of people within 2 weeks."
    [flag, study] = flags(claims, picture(**{field: claim}))
    assert (flag.rule.id, flag.block_id, flag.field, flag.quote) == ("CITE-01", "p", field, claim)
    assert "Move it into the text, or state it there too, with its source." in flag.message
    assert (study.rule.id, study.field) == ("CITE-02", field)


def test_a_caption_repeats_what_the_text_above_states_with_its_source():
    caption = "In the study 27 in 100 people got better."
    assert found(claims, overview(f"{FIGURE}{CITED}"), picture(caption=caption)) == []
    [flag] = flags(claims, overview(f"{FIGURE}{CITED}"), picture(caption=caption.replace("27", "28")))
    assert (flag.rule.id, flag.field) == ("CITE-01", "caption")


def test_a_description_tells_what_a_chart_shows():
    alt_text = "A chart from a study: 45% of people got better with examplamine and 20% with placebo."
    assert found(claims, picture(alt_text=alt_text)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"credit": "Example Research Council, 2021, CC BY 4.0"},
        {"credit": "Office for Example Statistics, from 1998"},
        {"caption": "The ward in 1998. Somebody you trust can stay with you."},
    ],
)
def test_who_made_a_picture_and_when_is_no_claim(fields):
    assert found(claims, picture(**fields)) == []


def test_a_table_has_its_source_in_the_section_above():
    table = section("table", "t", table={"columns": [], "rows": [{"values": ["27 in 100", "20%"]}]})
    assert found(claims, table) == [("CITE-01", "t", "table.rows.0.values.0", "27 in 100; 20%")]
    assert found(claims, overview(f"This was counted.{CITED}"), table) == []


def test_an_answer_for_a_table_is_for_the_figures_that_it_had():
    def digest(*cells):
        [flag] = flags(claims, section("table", "t", table={"columns": [], "rows": [{"values": list(cells)}]}))
        return flag.quote_digest

    assert len({digest("50% better"), digest("50% better", "99% better"), digest("50%", "98% better")}) == 3


def test_a_cell_of_digits_alone_is_read():
    table = section("table", "t", table={"columns": ["Better"], "rows": [{"values": ["50%"]}, {"values": ["12"]}]})
    assert found(claims, table) == [("CITE-01", "t", "table.rows.0.values.0", "50%")]


@pytest.mark.parametrize(
    "text",
    [
        "Research suggests that it works.",
        "Studies were done.",
        "A trial is going on.",
        "There is no evidence for it.",
        "They found that people slept.",
        "It has been proven.",
        "Researchers found a change.",
        "It was better than placebo.",
        "A systematic review looked at it.",
        "Early results suggest that it lasts.",
        "According to a survey, people prefer it.",
        "Researchers say that it lasts.",
    ],
)
def test_what_studies_found_needs_a_source(text):
    assert found(claims, overview(text)) == [("CITE-02", "b1", "body", text)]


@pytest.mark.parametrize(
    "text",
    [
        "You can go back to work or study.",
        "You may like to study.",
        "It is a matter of trial and error.",
        "There is a free trial.",
        "This is an evidence-based talking therapy.",
        "You try behavioral experiments.",
        "As shown below, you sit in a chair.",
        "You may have found that sleep is hard.",
        "Researchers go on.",
        "Bring evidence of identity.",
        "Bring evidence of your address.",
        "If you study at night, rest first.",
        "You are shown to your room.",
    ],
)
def test_the_same_words_about_something_else(text):
    assert found(claims, overview(text)) == []


def test_headings_may_speak_of_research():
    assert found(claims, section("evidence", section_heading="What the research shows")) == []


def test_words_are_told_once_for_a_sentence():
    [flag] = claims.find(Document(content(overview("Research experiments revealed a change."))))
    assert flag.message.startswith("Cite a source in this paragraph for “Research”, “experiments”, “revealed”")


@pytest.mark.parametrize(
    "text",
    [
        "Examplamine relieves low mood.",
        "This treatment improves sleep.",
        "It can reduce pain.",
        "It helps with sleep.",
        "Infusions help people with low mood.",
    ],
)
def test_a_benefit_needs_a_source(text):
    medicine = {"generic_name": "examplamine"}
    assert found(claims, overview(text), medicine=medicine) == [("CITE-03", "b1", "body", text)]
    assert claims.BENEFIT.level == Level.WARN


@pytest.mark.parametrize(
    "text",
    [
        "Examplamine does not relieve low mood.",
        "This treatment never improves sleep.",
        "Your clinician may reduce the dose of examplamine.",
        "Walking improves sleep.",
        "Use effective contraception.",
        f"Examplamine relieves low mood.{CITED}",
    ],
)
def test_what_promises_no_benefit_of_a_treatment(text):
    assert found(claims, overview(text), medicine={"generic_name": "examplamine"}) == []


def test_other_choices_and_a_summary_of_sourced_text_may_name_a_benefit():
    text = "This treatment improves sleep."
    assert found(claims, section("alternatives", options=listed({"benefits": text}))) == []
    assert ids(claims, summary=text) == ["CITE-03"]
    assert ids(claims, overview(f"You rest.{CITED}"), summary=text) == []


def test_what_stages_rest_on_agrees_with_their_sources():
    stages = {"basis_statement": "One trial of examplamine.", "items": listed({"title": "First", "source": 12})}
    assert found(claims, section("stages", **stages)) == []
    assert ids(claims, section("stages", **stages | {"items": []})) == ["CITE-02"]


def test_a_paragraph_on_how_it_works_has_a_source():
    text = "It sets free a messenger in the brain. That may help."
    mechanism = section("mechanism", intro=f"<p>{text}</p>", caveat="There is much more to it than that.")
    assert found(claims, mechanism) == [
        ("CITE-04", "b1", "intro", "It sets free a messenger in the brain."),
    ]


@pytest.mark.parametrize(
    "text", ["Nobody knows how it works in the brain.", f"It acts on many cells at once.{CITED}", "It acts."]
)
def test_what_is_not_known_or_has_a_source_may_stand(text):
    assert found(claims, section("mechanism", intro=f"<p>{text}</p>")) == []
    assert found(claims, overview("It acts on many cells at once.")) == []


def test_a_cause_has_a_source():
    text = "Too little of it can lead to sadness."
    assert ("CITE-05", "b1", "intro", text) in found(claims, section("mechanism", intro=f"<p>{text}</p>"))
    assert found(claims, section("mechanism", intro=f"<p>{text}{CITED}</p>")) == []
    assert found(claims, overview("This can lead to sadness.")) == []


def test_a_date_of_history_has_a_source():
    assert found(claims, overview("It has been used since the 1970s.")) == [
        ("CITE-06", "b1", "body", "since the 1970s")
    ]
    assert claims.HISTORY.level == Level.NOTE
    assert found(claims, overview("It was last looked at on 1 May 2026.")) == []
