"""Every mark leads to a source that stands, and that readers can find."""

import pytest

from blog.clinical_rules import references
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import found, ids, listed, section

WORDS = "It may help some people."
MARK = '<a linktype="citation" id="7">[Example 2024]</a>'


def source(reference_id=7, **fields):
    return {
        "id": reference_id,
        "title": f"Trial {reference_id}",
        "year": 2024,
        "doi": "10.1000/1",
        "pmid": "",
        "url": "",
    } | fields


def cited(body=f"<p>{WORDS} {MARK}</p>", sources=None, **fields):
    sources = [source()] if sources is None else sources
    return found(references, section("overview", body=body), cited=sources, **fields)


def test_a_source_that_stands_is_no_finding():
    assert cited(evidence_checked_on="2026-01-01") == []


def test_a_mark_whose_source_is_gone_blocks():
    assert cited(sources=[]) == [("REF-01", "b1", "body", WORDS)]
    assert cited(f"<p>First. {WORDS} {MARK} Last.</p>", []) == [("REF-01", "b1", "body", WORDS)]
    assert not references.DANGLING.waivable


def test_a_chosen_source_that_is_gone_blocks_at_its_field():
    body = section(
        "side_effects",
        source=7,
        rows=listed({"term_plain": "nausea", "source": 9}, {"term_plain": "rash", "source": 7}),
    )
    assert found(references, body, cited=[source()]) == [("REF-01", "b1", "rows.0.source", "")]
    body = section("mechanism", pathways=listed({"target": "x", "sources": listed(7, 9)}))
    assert found(references, body, cited=[source()]) == [("REF-01", "b1", "pathways.0.sources", "")]


@pytest.mark.parametrize("retracted", [True, False, None, "no", 1])
def test_a_retracted_source_blocks_where_it_is_cited(retracted):
    flags = cited(sources=[source(retracted=retracted)])
    assert flags == ([("REF-02", "b1", "body", "Trial 7")] if retracted is True else [])
    assert not references.RETRACTED.waivable


def test_a_retracted_source_of_a_use_of_the_medicine_blocks():
    uses = [{"source": source(retracted=True)}, {"source": source(retracted=False)}, {"source": None}, None]
    about = {"id": 3, "generic_name": "examplamine", "uses": uses}
    assert found(references, medicine=about) == [("REF-02", "", "medicine", "Trial 7")]


def test_a_retracted_source_in_a_field_or_in_the_list_alone_blocks_too():
    body = section("key_points", points=listed({"text": "It may help.", "source": 7}))
    bad = source(retracted=True)
    assert found(references, body, cited=[bad]) == [("REF-02", "b1", "points.0.source", "Trial 7")]
    flags = found(references, references=[{"reference": bad}], article_type="news")
    assert flags == [("REF-02", "", "references", "Trial 7")]


@pytest.mark.parametrize("name", ["doi", "pmid", "url"])
def test_readers_find_a_source_by_one_of_three(name):
    nowhere = source(doi="")
    assert cited(sources=[nowhere]) == [("REF-03", "b1", "body", "Trial 7")]
    assert cited(sources=[nowhere | {name: "x"}]) == []


def test_a_source_that_no_sentence_cites_is_a_warning_on_clinical_articles():
    further = [{"reference": source(8)}]
    assert cited(references=further) == [("REF-04", "", "references", "Trial 8")]
    assert cited(references=further, article_type="news") == []
    assert cited(references=[{"reference": source(7)}]) == []
    assert references.UNCITED.level == Level.WARN


@pytest.mark.parametrize(
    ("newest", "searched", "old"),
    [
        (2020, "2026-01-01", True),
        (2021, "2026-12-31", False),
        (2020, None, False),
        (2020, "soon", False),
        (None, "2026-01-01", False),
    ],
)
def test_five_years_without_a_newer_source_want_a_reason(newest, searched, old):
    sources = [source(year=1999), source(8, year=newest)] if newest else [source(year=newest)]
    body = f'<p>{WORDS} {MARK}<a linktype="citation" id="8">[b]</a></p>' if newest else f"<p>{WORDS} {MARK}</p>"
    flags = cited(body, sources, evidence_checked_on=searched)
    assert flags == ([("REF-05", "", "references", str(newest))] if old else [])
    assert references.OLD.level == Level.WARN


def test_advertising_alone_supports_nothing():
    advert = source(promotional=True)
    assert cited(sources=[advert]) == [("REF-06", "b1", "body", WORDS)]
    both = f'<p>{WORDS} {MARK}<a linktype="citation" id="8">[b]</a></p>'
    assert cited(both, [advert, source(8)]) == []
    assert cited("<p>No source.</p>", [advert]) == []


def test_a_row_that_rests_on_advertising_is_told_at_the_row():
    body = section("key_points", points=listed({"text": "It may help.", "source": 7}))
    assert found(references, body, cited=[source(promotional=True)]) == [
        ("REF-06", "b1", "points.0.text", "It may help.")
    ]


@pytest.mark.parametrize(
    "odd", [None, [], {}, "x", 3, [None], [{"id": None}], [{"id": 7, "year": "x"}], [{"reference": 3}]]
)
def test_odd_drafts_do_not_raise(odd):
    body = section("overview", body=odd, source=odd, sources=odd, rows=odd)
    assert isinstance(ids(references, body, cited=odd, references=odd, evidence_checked_on=odd), list)
