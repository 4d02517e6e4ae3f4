"""DOIs and PubMed numbers in a paste: each is taken whole, or named as left out."""

import json

import pytest

from blog.references.records import parse

BIBTEX = "@article{a, title={A trial}, doi={10.1000/bibtex}}"
RIS = "TY  - JOUR\nTI  - A trial\nDO  - 10.1000/ris\nER  - "
CSL = json.dumps([{"title": "A trial", "DOI": "10.1000/csl"}], indent=1)
PMC = "“PMC1234567” was left out: a PMC number belongs in the address."


def numbers(text):
    """What identifies each reference in `text`, of which nothing else is said."""
    pasted = parse(text)
    assert pasted.problems == []
    assert all(one.missed == [] for one in pasted.references)
    return [one.fields.get("doi") or one.fields.get("pmid") for one in pasted.references]


@pytest.mark.parametrize(
    "text",
    [
        "(doi:10.1056/NEJMoa1234567)",
        "<https://doi.org/10.1056/NEJMoa1234567>",
        "[10.1056/NEJMoa1234567](https://doi.org/10.1056/NEJMoa1234567)",
        "“10.1056/NEJMoa1234567”.",
        "https://doi.org/10.1056/NEJMoa1234567?source=example#part",
        "https://doi.org/10.1056%2FNEJMoa1234567",
        '<p><a href="https://doi.org/10.1056/NEJMoa1234567">https://doi.org/10.1056/NEJMoa1234567</a></p>',
    ],
)
def test_what_stands_around_a_doi_is_no_part_of_it(text):
    assert numbers(text) == ["10.1056/NEJMoa1234567"]


def test_a_bracket_that_was_opened_in_a_doi_is_part_of_it():
    assert numbers("(see 10.1016/S0140-6736(05)12345-6).") == ["10.1016/S0140-6736(05)12345-6"]
    assert numbers("10.1016/S0140-6736(05)") == ["10.1016/S0140-6736(05)"]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "<>"),
        ("https://doi.org/10.1002/(SICI)1097-4571%3C693::AID-ASI4%3E3.0.CO;2-O", "<>"),
        ("10.1234/abc\N{EN DASH}def", "\N{EN DASH}"),
        ("10.1234/abc<b>def</b>", "<>"),
    ],
)
def test_no_doi_is_cut_at_a_sign_that_is_not_taken(text, signs):
    pasted = parse(text)
    assert pasted.references == []
    (problem,) = pasted.problems
    assert f"was left out, for a DOI with “{signs}” in it is not taken." in problem
    assert text[:12].removeprefix("https://doi.") in problem


@pytest.mark.parametrize("text", ["110.1000/a", "PMID: 123456789", "PMID 0", "10.1000/" + "a" * 300, "10.1000/."])
def test_what_is_no_such_number_is_named(text):
    pasted = parse(text)
    assert (pasted.references, len(pasted.problems)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("10.5555/a.1, 10.5555/a.2", ["10.5555/a.1", "10.5555/a.2"]),
        ("10.5555/a.1,10.5555/a.2;doi:10.5555/a.3", ["10.5555/a.1", "10.5555/a.2", "10.5555/a.3"]),
        ("PMID: 1, PMID: 2", ["1", "2"]),
        ("PMIDs 12345, 12346 and 12347", ["12345", "12346", "12347"]),
        ("12345 12346", ["12345", "12346"]),
        ("10.5555/a.1 10.5555/a.2 PMID 12345", ["10.5555/a.1", "10.5555/a.2", "12345"]),
        ("10.5555/pmid12345", ["10.5555/pmid12345"]),
        ("[1] A trial. doi:10.5555/a.1\n[2] A trial. doi:10.5555/a.2", ["10.5555/a.1", "10.5555/a.2"]),
    ],
)
def test_each_of_several_on_a_line_is_taken(text, each):
    assert numbers(text) == each


def test_a_doi_and_a_pubmed_number_in_turns_are_of_one_reference():
    pasted = parse("10.5555/a.1 PMID: 5; 10.5555/a.2 PMID: 6")
    assert [one.fields for one in pasted.references] == [
        {"doi": "10.5555/a.1", "pmid": "5"},
        {"doi": "10.5555/a.2", "pmid": "6"},
    ]


def test_a_line_longer_than_a_field_loses_none():
    assert len(numbers(" ".join(f"10.5555/{'a' * 180}.{number}" for number in range(40)))) == 40


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (f"10.1000/above\n{BIBTEX}", ["10.1000/bibtex", "10.1000/above"]),
        (f"{BIBTEX}\nand 10.1000/below", ["10.1000/bibtex", "10.1000/below"]),
        (f"{RIS}\n\n{BIBTEX}", ["10.1000/ris", "10.1000/bibtex"]),
        (f"{BIBTEX}\n{RIS}\nPMID: 12345", ["10.1000/bibtex", "10.1000/ris", "12345"]),
        (f"{RIS.removesuffix('ER  - ')}\n{CSL}\n{BIBTEX}", ["10.1000/ris", "10.1000/csl", "10.1000/bibtex"]),
        (f"{CSL}\n10.1000/below\n{RIS}", ["10.1000/csl", "10.1000/ris", "10.1000/below"]),
        (f"{CSL},\n{CSL.replace('csl', 'second')}", ["10.1000/csl", "10.1000/second"]),
        (f"https://doi.org/10.1000/BIBTEX\n{BIBTEX}", ["10.1000/bibtex"]),
    ],
)
def test_forms_may_be_mixed(text, each):
    assert numbers(text) == each


def test_the_words_of_an_export_around_its_records_are_no_problem():
    assert numbers(f"Example index\nEXPORT DATE: 24 November 2026\n\n{BIBTEX}") == ["10.1000/bibtex"]


@pytest.mark.parametrize("text", ["PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"])
def test_a_pmc_number_belongs_in_the_address(text):
    pasted = parse(text)
    assert (pasted.references, pasted.problems) == ([], [PMC])


@pytest.mark.parametrize(
    "text",
    [
        "PMID: 12345678 PMCID: PMC1234567",
        "TY  - JOUR\nTI  - A trial\nC2  - PMC1234567\nER  - ",
        "@article{a, title={A trial}, pmcid={PMC1234567}}",
        json.dumps({"title": "A trial", "PMID": "PMC1234567", "PMCID": "PMC1234567"}),
    ],
)
def test_a_record_with_a_pmc_number_says_where_it_belongs(text):
    (found,) = parse(text).references
    assert found.missed == [PMC]


def test_an_address_whose_doi_is_not_taken_stays():
    url = "https://doi.org/10.1002/(SICI)1097-4571%3C693::AID-ASI4%3E3.0.CO;2-O"
    for text in (json.dumps({"title": "A trial", "URL": url}), f"TY  - JOUR\nTI  - A trial\nUR  - {url}\nER  - "):
        (found,) = parse(text).references
        assert (found.fields["url"], found.missed) == (url, [])
