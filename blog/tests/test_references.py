import pytest
from django.core.exceptions import ValidationError

from blog.tests.factories import ReferenceFactory

pytestmark = pytest.mark.django_db


def wrong_fields(**fields):
    reference = ReferenceFactory.build(**fields)
    try:
        reference.full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize(
    "pasted", ["10.1001/jama.2024.1", "https://doi.org/10.1001/jama.2024.1", "doi:10.1001/jama.2024.1."]
)
def test_a_doi_is_kept_bare_however_it_was_pasted(pasted):
    reference = ReferenceFactory.build(doi=pasted)
    reference.full_clean()
    assert reference.doi == "10.1001/jama.2024.1"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"doi": "11.1001/x"}, {"doi"}),
        ({"doi": "10.1001/a b"}, {"doi"}),
        ({"pmid": "012"}, {"pmid"}),
        ({"pmid": "PMC123"}, {"pmid"}),
        ({"pmid": "23982301"}, set()),
        ({"doi": ""}, {"__all__"}),
        ({"url": "http://example.com/"}, {"url"}),
        ({"url": "javascript:alert(1)"}, {"url"}),
        ({"kind": "web_page", "url": "https://example.com/"}, {"accessed_on"}),
        ({"retracted_on": "2026-11-01"}, {"retracted"}),
        ({"retracted_on": "2026-11-01", "retracted": True}, set()),
        ({"kind": "web_page", "url": "https://example.com/", "accessed_on": "2026-11-01"}, set()),
        ({"year": 2999}, {"year"}),
    ],
)
def test_a_reference_can_be_found_by_its_reader(fields, wrong):
    assert wrong_fields(**fields) == wrong


def test_one_paper_is_one_reference():
    ReferenceFactory(doi="10.1000/ABC", pmid="77")
    assert wrong_fields(doi="10.1000/abc") == {"doi"}
    assert wrong_fields(pmid="77") == {"pmid"}
    ReferenceFactory(doi="", pmid="", url="https://example.com/1")
    assert wrong_fields(doi="", pmid="", url="https://example.com/2") == set()
