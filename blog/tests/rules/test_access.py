"""Links, pictures and tables that everybody can use."""

import pytest

from blog.clinical_rules import access
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, section


def overview(html):
    return section("overview", body=f"<p>{html}</p>")


def link(text, target="https://example.org/"):
    return f'<a href="{target}">{text}</a>'


@pytest.mark.parametrize(
    "text", ["Click here", "here", "read more\u2026", "More", "this page.", "Learn more \u2192", "More info"]
)
def test_links_that_say_nothing(text):
    assert found(access, overview(f"See {link(text)} now.")) == [("A11Y-01", "b1", "body", text.strip())]
    assert access.LINK_TEXT.level == Level.BLOCK


@pytest.mark.parametrize("text", ["more about sleep", "the leaflet", "here is the leaflet"])
def test_links_that_say_where_they_lead(text):
    assert found(access, overview(f"See {link(text)}.")) == []


def test_addresses_are_no_text():
    address = "https://example.org/leaflet"
    assert found(access, overview(f"See {address}.")) == [("A11Y-02", "b1", "body", f"{address}.")]
    assert found(access, overview(f"See {link('the leaflet', address)}.")) == []


def test_one_text_leads_to_one_place():
    told = found(access, overview(f"{link('The leaflet')} and {link('the  leaflet', 'https://example.com/')}"))
    assert told == [("A11Y-03", "b1", "body", "the leaflet")]
    assert found(access, overview(f"{link('The leaflet')} and {link('the leaflet')}")) == []


def test_a_picture_is_described_or_decoration():
    picture = {"image": {"id": 1}, "alt_text": " ", "decorative": False}
    assert found(access, section("image", **picture)) == [("A11Y-04", "b1", "alt_text", "")]
    assert found(access, section("image", **picture | {"decorative": True})) == []
    assert found(access, section("image", **picture | {"alt_text": "A chair beside a window."})) == []
    assert (access.PICTURE.level, access.PICTURE.waivable) == (Level.BLOCK, False)


@pytest.mark.parametrize("text", ["Image of a chair", "photo of a chair", "IMG_1234.jpg"])
def test_a_description_says_what_is_to_be_seen(text):
    assert found(access, section("image", alt_text=text)) == [("A11Y-07", "b1", "alt_text", text)]


def test_a_table_has_a_caption_and_headings():
    row = {"values": ["Dizziness", "31"]}
    table = {"columns": [{"type": "text", "heading": "Effect"}, {"type": "text", "heading": " "}], "rows": [row]}
    assert found(access, section("table", caption="", table=table)) == [
        ("A11Y-05", "b1", "caption", ""),
        ("A11Y-06", "b1", "table.columns.1.heading", ""),
    ]
    assert (
        found(access, section("table", caption="What was seen", table=table | {"columns": table["columns"][:1]})) == []
    )
    for rule in (access.TABLE, access.COLUMN, access.GRID):
        assert (rule.level, rule.waivable) == (Level.BLOCK, False)


@pytest.mark.parametrize(
    ("columns", "cells"),
    [(0, []), (1, []), (9, [["a"]]), (2, [["a"]] * 61), (1, [["a" * 301]])],
)
def test_a_table_has_columns_and_rows_that_readers_can_take_in(columns, cells):
    table = {"columns": [{"type": "text", "heading": "Effect"}] * columns, "rows": [{"values": row} for row in cells]}
    assert found(access, section("table", caption="What was seen", table=table)) == [("A11Y-08", "b1", "table", "")]
