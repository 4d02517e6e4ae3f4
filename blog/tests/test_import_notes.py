"""Footnotes: a source is cited where its mark stood, anything else stays in the text."""

import pytest

from blog.importers import SiteLibrary, create_draft, read_document, read_file
from blog.importers.html import COMMENTS
from blog.importers.notes import source_fields
from blog.models import ArticlePage, Reference
from blog.tests.documents import heading, paragraph, run, word_file
from blog.tests.factories import ReferenceFactory, site_tree

VANCOUVER = "Example A, Example B. A trial of examplamine. Journal of Examples. 2024;12(3):45-52. doi:10.1000/example.1"
MARK = '<a linktype="citation" id="source:1">[Example 2024]</a>'


def body(imported):
    return imported.sections[0][1]["body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{VANCOUVER}. PMID: 123",
            {"authors": "Example A, Example B", "title": "A trial of examplamine", "container": "Journal of Examples"}
            | {"year": 2024, "volume": "12", "issue": "3", "pages": "45-52", "doi": "10.1000/example.1", "pmid": "123"},
        ),
        (
            "Example A, Example B (2023). What examplamine does? Journal of Examples, 12(3), 45\u201352. "
            "https://doi.org/10.1000/(example)",
            {"authors": "Example A, Example B", "title": "What examplamine does", "year": 2023, "volume": "12"}
            | {"pages": "45\u201352", "doi": "10.1000/(example)", "kind": "article"},
        ),
        (
            "Example Agency. About examplamine. Example site. 2022. https://agency.example/x. Accessed 3 March 2025.",
            {"kind": "web_page", "url": "https://agency.example/x", "accessed_on": "2025-03-03", "year": 2022}
            | {"authors": "Example Agency", "title": "About examplamine", "container": "Example site"},
        ),
        (
            "See the trial of 2021 (doi:10.1000/x)",
            {"title": "See the trial of 2021 (", "year": 2021, "doi": "10.1000/x"},
        ),
    ],
)
def test_a_footnote_is_taken_apart_into_a_source(text, expected):
    fields, missing = source_fields(text)
    assert missing == ""
    assert {name: fields[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Only in adults.", "no DOI"),
        ("10.1000/example.1", "number or address alone"),
        ("A trial of examplamine, https://a.example/x", "without a year"),
        (f"https://a.example/x 2024 {'word ' * 80}", "title can hold"),
        ("A trial. 1998. doi:10.1002/(SICI)1097-4571<693::AID-ASI4>3.0.CO;2-O", "a DOI with “<>” in it"),
        ("A trial. 1998. https://doi.org/10.1000/abc\N{EN DASH}def", "a DOI with “\N{EN DASH}” in it"),
    ],
)
def test_a_footnote_that_makes_no_source_says_why(text, reason):
    assert reason in source_fields(text)[1]


def test_the_address_of_a_doi_that_is_not_taken_stays_whole():
    url = "https://doi.org/10.1002/(SICI)1097-4571%3C693::AID-ASI4%3E3.0.CO;2-O"
    fields, missing = source_fields(f"Example A. A trial. Journal of Examples. 1998;49(8):693. {url}")
    assert (fields["url"], fields["doi"], missing) == (url, "", "")


def test_a_source_is_cited_where_its_mark_stood_and_other_words_stay_there():
    imported = read_document(
        f"# T\n\nIt helps.[^1] It is old[^2], they say.[^1]\n\n[^1]: {VANCOUVER}\n[^2]: Only in adults."
    )
    assert body(imported) == (
        f'<p data-block-key="i0001">It helps.{MARK} It is old (Only in adults.), they say.{MARK}</p>'
    )
    assert [(row.key, row.row_id, row.words) for row in imported.references] == [("source:1", None, VANCOUVER)]
    assert [remark.quote for remark in imported.remarks] == ["Only in adults."]


def test_words_footnotes_are_read_too():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2"><w:p>{run(VANCOUVER)}</w:p></w:footnote>'
    data = word_file(heading("T") + paragraph("It helps.", runs=reference + run(" It is new.")), word__footnotes=notes)
    imported = read_file("a.docx", data)
    assert body(imported) == f'<p data-block-key="i0001">It helps.{MARK} It is new.</p>'
    assert imported.remarks == []


@pytest.mark.parametrize(
    "html",
    [
        # As pandoc, Google Docs and Word write them.
        '<p>It helps.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section><ol><li id="fn1"><p>{}'
        '<a href="#fnref1">↩</a></p></li></ol></section>',
        '<p>It helps.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">'
        "[1]</a> {}</p></div>",
        '<p>It helps.<a href="#_ftn1" id="_ftnref1"><span><sup>[1]</sup></span></a></p><div id="ftn1"><p><a '
        'href="#_ftnref1" id="_ftn1">[1]</a> {}</p></div>',
        '<p>It helps.<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id=ftn1><p class=MsoFootnoteText><a '
        'href="#_ftnref1" name="_ftn1">[1]</a></p><p class=MsoFootnoteText>{}</p></div>',
    ],
)
def test_footnotes_of_web_pages_are_two_links_that_lead_to_each_other(html):
    imported = read_file("a.html", f"<h1>T</h1>{html.format(VANCOUVER)}".encode())
    assert body(imported) == f'<p data-block-key="i0001">It helps.{MARK}</p>'


def test_a_comment_of_google_docs_is_no_footnote():
    html = '<p>It helps.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div><p><a href="#cmnt_ref1" id="cmnt1">'
    imported = read_file("a.html", f"<h1>T</h1>{html}[a]</a><span>Does it?</span></p></div>".encode())
    assert body(imported) == '<p data-block-key="i0001">It helps.</p>'
    assert [(remark.message, remark.quote) for remark in imported.remarks] == [(COMMENTS, "Does it?")]


def test_words_in_links_between_a_text_and_its_note_are_kept():
    html = '<p>See <a href="#n" id="t">the list</a>.</p><p id="n"><a href="#t">Back</a> A note.</p>'
    imported = read_file("a.html", f"<h1>T</h1>{html}".encode())
    assert imported.sections[0][1]["body"] == (
        '<p data-block-key="i0001">See the list.</p><p data-block-key="i0002">Back A note.</p>'
    )
    html = '<p>It helps.<a href="#n" id="t">1</a></p><p id="n">A note. <a href="#t">Back</a></p>'
    assert "(A note. Back)" in body(read_file("a.html", f"<h1>T</h1>{html}".encode()))


def test_a_row_with_a_place_for_a_source_gets_it_and_others_go_to_the_further_sources():
    imported = read_document(
        "# T\n\n## Key points\n\n- One[^1]\n- Two\n- Three\n\n## Questions to ask[^1]\n\n- Why?\n- When?\n\n"
        f"## Side effects\n\n|Side effect|How often|\n|-|-|\n|dizziness[^1]|31 in 100|\n\n[^1]: {VANCOUVER}"
    )
    sections = dict(imported.sections)
    assert [point["source"] for point in sections["key_points"]["points"]] == ["source:1", None, None]
    assert sections["side_effects"]["rows"][0]["source"] == "source:1"
    assert imported.further == ["source:1"]
    assert "a mark has no place" in imported.remarks[0].message


def test_a_note_that_no_mark_refers_to_is_text_where_it_stands():
    assert "[^1]: A note." in body(read_document("# T\n\nText.\n\n[^1]: A note."))


@pytest.mark.django_db
def test_a_source_that_the_site_has_is_used_and_a_new_one_is_made():
    site_tree()
    known = ReferenceFactory(doi="10.1000/EXAMPLE.1", authors="Known A", year=2020)
    text = f"# T\n\nOne.[^1] Two.[^2] Three.[^3]\n\n[^1]: {VANCOUVER}\n[^2]: doi:10.1000/example.1\n[^3]: " + (
        "Example C. Another trial. Journal of Examples. 2025;1:2. doi:10.1000/example.2"
    )
    imported = read_document(text, SiteLibrary())
    assert [row.row_id for row in imported.references] == [known.pk, None]
    assert "title: “A trial of examplamine”" in imported.references[0].differs
    article = ArticlePage.objects.get(pk=create_draft(imported).pk)
    new = Reference.objects.exclude(pk=known.pk).get()
    assert (new.title, new.authors, new.year, new.doi) == ("Another trial", "Example C", 2025, "10.1000/example.2")
    html = article.body[0].value["body"].source
    assert html.count(f'id="{known.pk}">[Known 2020]</a>') == 2 and f'id="{new.pk}">[Example 2025]</a>' in html


@pytest.mark.django_db
def test_two_imports_that_bring_the_same_source_share_its_row():
    site_tree()
    text = f"# T\n\nOne.[^1]\n\n[^1]: {VANCOUVER}"
    imported = read_document(text, SiteLibrary()), read_document(text, SiteLibrary())
    for one in imported:
        create_draft(one)
    assert Reference.objects.count() == 1
