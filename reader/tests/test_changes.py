"""What is said to have changed between two editions: what can be computed, and nothing else."""

from types import SimpleNamespace

import pytest

from reader.changes import MOST_NAMED, changes
from reader.outlines import outline


def section(section_id, heading, words="Plain words.", kind="overview"):
    return (
        f'<section id="{section_id}" data-kind="{kind}"><h2 id="{section_id}-heading">{heading}</h2>'
        f'<div class="prose"><p>{words}</p></div></section>'
    )


def effects(*rows):
    body = "".join(
        f'<tr><th class="effects__name">\n  {name}\n  <span class="medical-term">latin</span></th>'
        f'<td class="effects__rate"><strong>{rate}</strong>, common<a class="cite" href="#reference-1">[1]</a>'
        '<span class="people" aria-hidden="true"><span class="person"></span></span>'
        '<span class="effects__note">With placebo: 9 in 100</span></td></tr>'
        for name, rate in rows
    )
    return (
        '<section id="side-effects" data-kind="side_effects"><h2>Side effects</h2>'
        f"<table><thead><tr><th>What</th></tr></thead><tbody>{body}</tbody></table></section>"
    )


def source(number, title, doi=""):
    link = f'<a href="https://doi.org/{doi}">doi:{doi}</a>' if doi else ""
    back = f'<a class="reference__back" href="#cite-{number}-1" aria-label="Back">↩</a>'
    return f'<li class="reference" id="reference-{number}">Author A. {title}.\nJournal. {link} {back}</li>'


def sources(*items):
    return f'<section id="references" data-kind="references"><h2>References</h2><ol>{"".join(items)}</ol></section>'


def told(before, after, facts_before=None, facts_after=None):
    first, second = (
        outline(SimpleNamespace(html=html, facts={"title": "Sleep"} | (facts or {}), is_reviewed=True))
        for html, facts in [(before, facts_before), (after, facts_after)]
    )
    return changes(first, second)


def test_same_text_has_no_change():
    html = section("a", "A") + effects(("nausea", "3 in 100")) + sources(source(1, "One", "10.1/one"))
    assert told(html, html) == []


def test_sections_that_came_went_and_changed_are_named():
    before = section("a", "What it is") + section("b", "How it works") + section("c", "Stages", "One two.")
    after = (
        section("a", "What it is", "Other words.") + section("c", "Stages", "One two.") + section("d", "Driving", "No.")
    )
    assert told(before, after) == [
        "New section: “Driving”.",
        "Section taken out: “How it works”.",
        "Section changed: “What it is”.",
    ]


def test_new_heading_over_the_same_words_is_no_new_section():
    assert told(section("stages", "Stages", "One two."), section("how", "How it goes", "One two.")) == [
        "The section “Stages” is called “How it goes” now."
    ]


def test_sections_in_another_order_are_told():
    one, two = section("a", "A"), section("b", "B", "Other.")
    assert told(one + two, two + one) == ["The sections stand in another order."]


def test_number_of_a_source_that_moved_is_no_change_of_the_text():
    cited = 'Words<a class="cite" id="cite-{0}-1" href="#reference-{0}">[{0}]</a> go on.'
    before = section("a", "A", cited.format(1)) + sources(source(1, "One", "10.1/one"))
    after = section("a", "A", cited.format(2)) + sources(source(1, "New", "10.1/new"), source(2, "One", "10.1/one"))
    assert told(before, after) == ["New source: “Author A. New. Journal”."]


def test_the_name_of_a_section_that_a_text_leads_to_is_no_change_of_the_text():
    way = '<p data-nosnippet>Read about the risks too: <a href="#side-effects">{}</a></p></section>'
    before, after = (
        section("a", "A").replace("</section>", way.format(name)) + section("side-effects", name)
        for name in ("Side effects", "What can go wrong")
    )
    assert told(before, after) == ["The section “Side effects” is called “What can go wrong” now."]


def test_source_without_a_link_is_told_by_its_words():
    before = sources(source(1, "One"), source(2, "Two"))
    assert told(before, sources(source(1, "Two"))) == ["Source taken out: “Author A. One. Journal”."]


def test_numbers_of_side_effects_are_told_before_and_now():
    before = effects(("nausea", "20 in 100"), ("headache", "9 in 100"))
    after = effects(("nausea", "27 in 100"), ("dizziness", "31 in 100"))
    assert told(before, after) == [
        "Section changed: “Side effects”.",
        "New side effect in the list: “dizziness”.",
        "Side effect no longer in the list: “headache”.",
        "The number for “nausea” changed. Before: 20 in 100, common. Now: 27 in 100, common.",
    ]


def test_side_effect_that_stands_twice_is_told_with_both_numbers():
    before = effects(("nausea", "20 in 100"), ("nausea", "1 in 100"))
    after = effects(("nausea", "20 in 100"), ("nausea", "2 in 100"))
    assert "Now: 20 in 100, common; 2 in 100, common." in told(before, after)[-1]


def test_picture_that_was_replaced_changes_its_section():
    before, after = (section("a", "A", f'<img src="/record/{digest}.webp" alt="A room">') for digest in "ab")
    assert told(before, after) == ["Section changed: “A”."]


def test_section_without_a_heading_is_called_by_what_names_it():
    html = '<section id="image" data-kind="image" aria-label="The room"><figure>{}</figure></section>'
    assert told(html.format("Old."), html.format("New.")) == ["Section changed: “The room”."]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({"title": "Rest"}, {}, "New title. Before: “Rest”."),
        ({"summary": "Old."}, {"summary": "New."}, "New summary."),
        ({"authors": [{"name": "A"}]}, {"authors": [{"name": "B"}, {"name": "C"}]}, "Written by B, C."),
        ({"authors": [{"name": "A"}]}, {"authors": []}, "No author is named any more."),
        ({}, {"funding": "A fund"}, "What is said about funding changed."),
        ({}, {"competing_interests": "None"}, "What is said about competing interests changed."),
    ],
)
def test_what_stands_round_the_text_is_told(before, after, sentence):
    assert told("", "", before, after) == [sentence]


def test_long_lists_end_with_a_count():
    after = "".join(section(f"s{n}", f"Section {n}", f"Words {n}.") for n in range(MOST_NAMED + 3))
    (sentence,) = told("", after)
    assert sentence.startswith("New sections: “Section 0”; ")
    assert sentence.endswith("; and 3 more.")


@pytest.mark.parametrize("html", ["", "<p>Old words.</p>", "<section data-kind='x'>", "<![x", "<tr><td>", "\x00"])
def test_any_sealed_text_has_an_outline(html):
    assert told(html, html) == []
