"""Records as people paste them become the fields of a reference; what does not is told in words."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.models import Reference
from blog.references.records import LONGEST_PASTE, MOST_RECORDS, parse
from blog.references.records.record import LIMITS, MOST_AUTHORS, inverted_name, personal_name, text_of

RIS = """TY  - JOUR
AU  - Example, Anna Beth
AU  - Beispiel, C.
TI  - A trial of examplamine.
JO  - Journal of Examples
PY  - 2024/03/01/
VL  - 12
IS  - 3
SP  - 45
EP  - 52
DO  - https://doi.org/10.1000/example.1
N1  - PMID: 1234567
AB  - What it
  found
ER  -
"""
BIBTEX = r"""@string{je = "Journal of Examples"}
@article{example2024,
  author = {Example, Anna Beth and Carl Beispiel},
  title = {A {Trial} of examplamine \& placebo},
  journal = je, year = 2024, volume = {12}, number = {3}, pages = {45--52},
  doi = {10.1000/example\_1}, pmid = {1234567}
}"""
CSL = [
    {
        "type": "article-journal",
        "title": "A trial of <i>examplamine</i>",
        "author": [{"family": "Example", "given": "Anna Beth"}, {"family": "Beispiel", "given": "C."}],
        "container-title": "Journal of Examples",
        "issued": {"date-parts": [[2024, 3]]},
        "volume": 12,
        "issue": "3",
        "page": "45-52",
        "DOI": "10.1000/example.1",
        "PMID": "1234567",
    }
]
EXAMPLE = {
    "kind": "article",
    "title": "A trial of examplamine",
    "authors": "Example AB, Beispiel C",
    "container": "Journal of Examples",
    "year": 2024,
    "volume": "12",
    "issue": "3",
    "pages": "45-52",
    "doi": "10.1000/example.1",
    "pmid": "1234567",
}


def single(text):
    pasted = parse(text)
    assert pasted.problems == []
    (found,) = pasted.references
    return found


@pytest.mark.parametrize(
    ("text", "read_as"), [(RIS, "RIS"), (json.dumps(CSL), "CSL-JSON"), (json.dumps(CSL[0]), "CSL-JSON")]
)
def test_each_form_of_a_record_is_understood(text, read_as):
    found = single(text)
    assert (found.fields, found.read_as, found.lacking) == (EXAMPLE, read_as, [])


def test_bibtex_is_understood_with_its_abbreviations_and_accents():
    found = single(BIBTEX)
    changes = {"title": "A Trial of examplamine & placebo", "doi": "10.1000/example_1"}
    assert found.fields == EXAMPLE | changes
    assert single(r"@book{b, title={{\"U}ber {$\alpha$}}, author={M{\"u}ller, A}, year=2001}").fields == {
        "kind": "book",
        "title": "Über \N{GREEK SMALL LETTER ALPHA}",
        "authors": "Müller A",
        "year": 2001,
    }


def test_a_tag_with_single_spaces_and_no_end_is_still_ris():
    text = RIS.replace("  - ", " - ").replace("ER  -", "")
    assert single(text).fields == EXAMPLE


def test_what_a_reference_has_no_place_for_is_named():
    assert single(RIS).missed == ["Left aside, for a reference has no place for it: abstract."]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("10.1000/example.1", {"doi": "10.1000/example.1"}),
        ("https://doi.org/10.1000/example.1", {"doi": "10.1000/example.1"}),
        ("Example A. A trial. 2024. doi: 10.1000/example.1.", {"doi": "10.1000/example.1"}),
        ("PMID: 1234567", {"pmid": "1234567"}),
        ("1234567", {"pmid": "1234567"}),
        ("https://pubmed.ncbi.nlm.nih.gov/1234567/", {"pmid": "1234567"}),
    ],
)
def test_a_number_alone_is_enough_to_begin(text, fields):
    found = single(text)
    assert found.fields == fields
    assert found.lacking == ["the kind of source", "the title", "the authors", "the year"]


def test_several_numbers_stand_one_a_line_and_count_once():
    pasted = parse("10.1000/a\n\n10.1000/A\nPMID 77\nhello")
    assert [one.fields for one in pasted.references] == [{"doi": "10.1000/a"}, {"pmid": "77"}]
    assert pasted.problems == ["“hello” is neither a DOI nor a PubMed number."]


def test_one_broken_record_does_not_lose_the_others():
    pasted = parse(BIBTEX + "\n@article{broken, title={No end")
    assert len(pasted.references) == 1
    assert pasted.problems[0].startswith("One record could not be read as BibTeX")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "There is nothing to read."),
        ("no number here", "is neither a DOI nor a PubMed number"),
        ("{", "a bracket, comma or quote is missing"),
        ("[]", "No reference was found"),
        ("[[1]]", "Some of this JSON is no record"),
        ("PMID- 1234567\nTI  - A title", "PubMed's own format"),
        ("[" * 50_000, "nested too deeply"),
        ("x" * (LONGEST_PASTE + 1), "This is too long"),
        ("@article{a,", "could not be read as BibTeX"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(text, problem):
    pasted = parse(text)
    assert pasted.references == []
    assert problem in pasted.problems[0]


def test_more_records_than_can_be_looked_over_are_cut():
    pasted = parse("\n".join(f"10.1000/{number}" for number in range(MOST_RECORDS + 5)))
    assert len(pasted.references) == MOST_RECORDS
    assert pasted.problems == [f"Only the first {MOST_RECORDS} records were read. Paste the others afterwards."]


HOSTILE = {
    "abbreviations": '@string{a="' + "x" * 9_000 + '"}\n' + "@article{z%d, title=a, journal=a, author=a}\n" * 4_000,
    "abbreviations of abbreviations": "".join(f"@string{{a{i + 1} = a{i} # a{i}}}\n" for i in range(4_000)),
    "braces": "@article{a, title={" + "{" * 90_000 + "}" * 90_000 + "}}",
    "accents": "@article{a, title={" + r"\"{a}" * 39_000 + "}}",
    "records": "TY  - JOUR\n" * 18_000,
    "entries": "@a{" * 60_000,
    "names": "@article{a, author={" + "a and " * 30_000 + "}}",
    "lines": "1\n" * 99_000,
    "tags": "<a " * 60_000,
    "blank lines": "a" + "\n" * 199_000 + "b",
    "blank lines in RIS": "TY  - JOUR\n" + "\n" * 199_000 + "b",
    "numbers": "10.1000/a," * 19_000,
    "brackets": "10.1000/a" + ")" * 199_000,
    "many forms": "TY  - JOUR\nER  -\n@a{b, title={x}}\n" * 6_000,
    "objects": '{"a":' * 39_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_refused_or_cut_in_a_moment(kind):
    began = time.monotonic()
    pasted = parse(HOSTILE[kind][:LONGEST_PASTE])
    assert time.monotonic() - began < 10
    assert pasted.problems or len(pasted.references) == 1


def test_fields_fit_the_reference():
    assert {name: Reference._meta.get_field(name).max_length for name in LIMITS} == LIMITS
    names = "".join(f"AU  - Author{number}, A\n" for number in range(MOST_AUTHORS + 20))
    found = single(f"TY  - JOUR\n{names}TI  - {'t' * 400}\nPY  - 2024\nDO  - 10.1000/1\nVL  - {'v' * 30}\nER  - \n")
    assert all(len(found.fields[name]) <= LIMITS[name] for name in ("title", "authors", "volume"))
    assert found.fields["authors"].endswith(", et al")
    assert len(found.missed) == 3


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Example, Anna Beth", "Example AB"),
        ("Example, A.-B.", "Example AB"),
        ("Example, AB", "Example AB"),
        ("van der Beispiel, Carl, Jr", "van der Beispiel C"),
        ("World Health Organization", "World Health Organization"),
        ("", ""),
    ],
)
def test_names_are_printed_as_lists_of_references_do(name, printed):
    assert inverted_name(name) == printed


def test_a_name_without_a_family_is_kept():
    assert personal_name("", "Anna") == "Anna"
    assert personal_name(None, None) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a <i>b</i> &amp; c\n d", "a b & c d"),
        ("p < 0.05 and q > 2", "p < 0.05 and q > 2"),
        ("a\u202eb\u200bc\ue000d\x00", "abcd"),
        (12, "12"),
        (True, ""),
        (None, ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_text_is_one_plain_line(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("http://example.com/a", "https://example.com/a"),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("http://[::1", None),
        ("ftp://example.com/", None),
        ("https://doi.org/10.1000/x", None),
    ],
)
def test_only_addresses_of_pages_are_kept(url, kept):
    found = single(json.dumps({"title": "A page", "URL": url}))
    assert found.fields.get("url") == kept


def test_a_web_page_wants_its_day():
    page = {"type": "webpage", "title": "A page", "author": ["WHO"], "URL": "https://example.com/", "issued": "2024"}
    assert single(json.dumps(page)).lacking == ["the day on which it was read"]
    read = page | {"accessed": {"date-parts": [[2025, 2, 3]]}}
    assert single(json.dumps(read)).fields["accessed_on"] == "2025-02-03"


def test_a_title_that_says_retracted_is_told():
    found = single(json.dumps(CSL[0] | {"title": "RETRACTED: A trial of examplamine"}))
    assert "Its title says that it was retracted. Look before you cite it." in found.missed


PIECES = """TY  - |ER  - |AU  - |DO  - |\n|@article{|@string{|}|{|"|,|=|#|\\|$| and |[|]|"title":|"author":|"DOI":"""
WORDS = st.sampled_from([*PIECES.split("|"), "10.1000/", "PMID", "null", "1", "é", "\x00", "\ud800", "&amp;", "<i>"])


@given(st.one_of(st.text(), st.lists(WORDS).map("".join)))
def test_no_text_makes_it_raise(text):
    pasted = parse(text)
    assert pasted.references or pasted.problems
    for found in pasted.references:
        assert all(isinstance(value, str) and value for name, value in found.fields.items() if name != "year")
        assert all(len(found.fields.get(name, "")) <= limit for name, limit in LIMITS.items())


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*CSL[0], "date-parts", "family", "literal", "URL"]), inner)
    ),
)


@given(ANY_JSON)
def test_no_json_makes_it_raise(value):
    parse(json.dumps(value))
