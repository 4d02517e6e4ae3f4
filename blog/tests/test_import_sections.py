"""Which headings, lists and tables of somebody's document become which sections."""

import base64

import pytest

from blog.importers import Library, read_document, read_file
from blog.importers.library import Row
from blog.tests.pictures import picture_file


def read(text):
    return read_document(f"# T\n\n{text}")


def sections(text):
    return read(text).sections


def only(text):
    ((kind, value),) = sections(text)
    return kind, value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("## Common questions\n\n### Is it safe?\n\nAsk.\n\n### Is it new?\n\nNo.", "faq"),
        ("## FAQ\n\n**Is it safe?**\n\nAsk.\n\n**Is it new?**\n\nNo.", "faq"),
        ("## FAQ\n\nNo questions here.", "overview"),
        ("## Do and do not\n\nDo:\n\n- rest\n\nDo not:\n\n- drive", "do_dont"),
        ("## Dos and don'ts\n\n### Do\n\n- rest\n\n### Don't\n\n- Don't drive", "do_dont"),
        ("## Do and do not\n\nDo not:\n\n- never drive", "overview"),
        ("## Other choices\n\n- Talking therapy: you talk", "alternatives"),
        ("## Alternatives\n\nThere are some.", "alternatives"),
        ("## Taking it with other medicines\n\nAsk first.", "interactions"),
        ("## Questions to ask your clinician\n\n- Why?\n- When?", "questions"),
        ("## Questions to ask\n\n- Why?\n- Ask.", "overview"),
        ("## Glossary\n\n- GABA: a messenger\n- glutamate: another", "glossary"),
        ("## Glossary\n\n**GABA**\n\nA messenger.", "glossary"),
        ("## Glossary\n\nNothing to explain.", "overview"),
        ("## Call 911 now if:\n\n- you have chest pain", "care_card"),
        ("## Call 911 now if:\n\nYou have chest pain.", "overview"),
        ("## If you are in crisis\n\nYou are not alone.", "crisis_help"),
        ("## If you are in crisis\n\nCall 988.", "overview"),
        ("## What the research shows\n\nIn one trial it helped.", "overview"),
    ],
)
def test_a_heading_and_the_shape_of_its_text_say_what_a_section_is(text, kind):
    assert only(text)[0] == kind


def test_questions_have_their_answers_and_lines_of_two_lists_stay_apart():
    assert [
        (item["question"], item["answer"])
        for item in only("## FAQ\n\n### Is it safe?\n\nAsk **first**.\n\n### Is it new?\n\n- No")[1]["items"]
    ] == [
        ("Is it safe?", '<p data-block-key="i0001">Ask <b>first</b>.</p>'),
        ("Is it new?", '<ul><li data-block-key="i0001">No</li></ul>'),
    ]
    value = only("## Do and do not\n\nDo:\n\n- rest\n\nDo not:\n\n- Do not drive\n- drink")[1]
    assert (value["dos"], value["donts"]) == (["rest"], ["drive", "drink"])


@pytest.mark.parametrize(
    ("heading", "level"),
    [("Call 911 if:", "emergency"), ("Call your clinic today if:", "urgent"), ("Tell your clinic if:", "")],
)
def test_a_care_card_is_as_urgent_as_its_heading_says(heading, level):
    imported = read(f"## {heading}\n\n- you feel ill")
    value = imported.sections[0][1]
    assert (value["heading"], value["level"], value["bullets"]) == (heading, level, ["you feel ill"])
    assert bool(imported.remarks) is (level == "")


def test_a_call_for_help_inside_a_text_is_a_card_below_it():
    found = sections(
        "## When to get help\n\nMost people are fine.\n\nCall 911 if:\n\n- you faint\n\nCall us today if:\n\n- it hurts"
    )
    assert [(kind, value.get("heading") or value.get("section_heading")) for kind, value in found] == [
        ("overview", "When to get help"),
        ("care_card", "Call 911 if:"),
        ("care_card", "Call us today if:"),
    ]
    assert found[0][1]["health_aspect"] == "see_doctor"


def test_choices_have_names_and_what_happens_without_treatment_has_its_field():
    value = only(
        "## Other choices\n\nThere are three.\n\n- Talking therapy: you talk\n- No treatment \u2013 you wait\n\n"
        "Without treatment it may pass."
    )[1]
    assert [(row["name"], row["one_line"]) for row in value["options"]] == [
        ("Talking therapy", "you talk"),
        ("No treatment", "you wait"),
    ]
    assert value["what_if_no_treatment"] == "Without treatment it may pass."
    assert "There are three." in value["intro"]


def test_a_table_whose_columns_are_fields_is_the_sections_rows():
    kind, value = only(
        "## Side effects\n\nIn adults.\n\n| Side effect | How common | What to do |\n|-|-|-|\n"
        "| dizziness | 31 in 100 | Wait: it passes |\n| nausea | Not known | |"
    )
    assert kind == "side_effects" and "In adults." in value["intro"]
    assert [(row["term_plain"], row["band"], row["numerator"], row["what_to_do"]) for row in value["rows"]] == [
        ("dizziness", "very_common", 31, "wait"),
        ("nausea", "not_known", None, ""),
    ]
    value = only(
        "## Other medicines\n\n| With | What can happen | What to do |\n|-|-|-|\n"
        "| alcohol | sleepiness | Do not drink |"
    )[1]
    assert value["rows"][0]["agent"] == "alcohol" and value["rows"][0]["advice"] == "Do not drink"


def test_a_table_with_a_cell_or_a_column_that_is_no_field_stays_a_table():
    for row in ("| dizziness | sometimes |", "| | 31 in 100 |"):
        found = sections(f"## Side effects\n\nText.\n\n| Side effect | How common |\n|-|-|\n{row}")
        assert [kind for kind, _value in found] == ["side_effects", "table"]
    found = sections("## Side effects\n\nText.\n\n| Side effect | Price |\n|-|-|\n| dizziness | 5 |")
    assert found[1][1]["table"]["rows"] == [{"values": ["dizziness", "5"]}]


def test_other_tables_and_pictures_are_sections_below_the_text_of_their_heading():
    picture = base64.b64encode(picture_file(8, 8, "PNG")).decode()
    imported = read(
        "## Visits\n\nBefore.\n\n| Week | Visits |\n|-|-|\n| 1 | **2** |\n\n"
        f'![A room](data:image/png;base64,{picture} "Quiet")\n\nAfter.'
    )
    assert [(kind, value["section_heading"]) for kind, value in imported.sections] == [
        ("overview", "Visits"),
        ("table", ""),
        ("image", ""),
    ]
    assert "Before." in imported.sections[0][1]["body"] and "After." in imported.sections[0][1]["body"]
    table = imported.sections[1][1]["table"]
    assert [column["heading"] for column in table["columns"]] == ["Week", "Visits"]
    image = imported.sections[2][1]
    assert (image["alt_text"], image["caption"], image["image"]) == ("A room", "Quiet", "picture:1")
    assert imported.pictures["picture:1"].data == picture_file(8, 8, "PNG")
    assert "between paragraphs" in imported.remarks[0].message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# T\n\n- First\n- Second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter."),
        ("a.html", "<h1>T</h1><ul><li>First<li>Second</ul><table><tr><th>a<tr><td>1</table><p>After.</p>"),
    ],
)
def test_a_list_below_the_title_may_stand_above_a_table_and_text(name, text):
    imported = read_file(name, text.encode())
    assert [kind for kind, _value in imported.sections] == ["overview", "table"]
    assert imported.remarks[0].quote == "First"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("data:image/svg+xml,<svg/onload=1>", "data:image/svg+xml,<svg/onload=1>"),
        ("https://a.example/b_(c).png", "https://a.example/b_(c).png"),
        ("<b c.png>", "b c.png"),
    ],
)
def test_a_picture_that_is_left_out_is_named_with_its_address(address, said):
    imported = read(f"![A room]({address})\n\nText.")
    assert [kind for kind, _value in imported.sections] == ["overview", "image"]
    assert said in imported.remarks[0].message


def test_what_looks_like_a_picture_and_is_none_stays_as_it_was_typed():
    typed = "![A room](data:image/svg+xml;utf8,&lt;svg xmlns='x'&gt;&lt;/svg&gt;)"
    assert typed in only("![A room](data:image/svg+xml;utf8,<svg xmlns='x'></svg>)")[1]["body"]


def test_a_table_alone_under_its_heading_has_the_heading():
    assert only("## Visits\n\n| Week | Visits |\n|-|-|\n| 1 | 2 |")[1]["section_heading"] == "Visits"


def test_cells_beyond_the_last_column_are_not_lost():
    table = only("## Visits\n\n| Week |\n|-|\n| 1 | 2 |")[1]["table"]
    assert table["rows"] == [{"values": ["1", "2"]}]


def test_captions_and_merged_cells_come_along():
    html = (
        b"<h1>T</h1><h2>Visits</h2><table><caption>In a month</caption><tr><th>Week<th>Day<tr><td rowspan=2>1<td>Monday"
        b"<tr><td>Friday</table>"
    )
    value = read_file("a.html", html).sections[0][1]
    assert value["caption"] == "In a month"
    assert [row["values"] for row in value["table"]["rows"]] == [["1", "Monday"], ["", "Friday"]]


def test_a_word_that_the_site_explains_otherwise_keeps_the_section_as_text():
    class Knows(Library):
        def word(self, term):
            return Row(7, {"term": term, "plain_definition": "a messenger"}) if term == "GABA" else None

    same = read_document("# T\n\n## Glossary\n\n- GABA: a messenger\n- glutamate: another", Knows())
    assert same.sections[0][0] == "glossary" and [row.row_id for row in same.terms] == [7, None]
    other = read_document("# T\n\n## Glossary\n\n- GABA: something else", Knows())
    assert other.sections[0][0] == "overview" and "something else" in other.sections[0][1]["body"]
    assert other.terms == []


def test_bold_and_links_are_kept_and_a_plain_field_keeps_the_address():
    assert only("## Key points\n\n- **One**\n- See [us](https://a.example)\n- Three")[1]["points"][1]["text"] == (
        "See us (https://a.example)"
    )
    body = only("Read **[this](https://a.example/?a=1&b=2) now**.")[1]["body"]
    assert "<b>Read</b>" not in body
    assert body == (
        '<p data-block-key="i0001">Read <a href="https://a.example/?a=1&amp;b=2"><b>this</b></a> <b>now</b>.</p>'
    )
