"""Looking references up: off by default, and never more than a convenience. No test asks the network."""

import json

import pytest

from blog.references import lookup
from blog.references.records import parse

FOUND = json.dumps(
    {
        "type": "journal-article",
        "title": ["A trial of examplamine"],
        "author": [{"family": "Example", "given": "Anna"}],
        "issued": {"date-parts": [[2024]]},
        "DOI": "10.1000/EXAMPLE.1",
    }
).encode()


class Connection:
    """Stands for http.client.HTTPSConnection; `answers` by host: (status, body), or an error to raise."""

    answers = {}
    asked = []

    def __init__(self, host, timeout):
        assert 0 < timeout <= lookup.TIMEOUT
        self.host = host

    def request(self, method, path, headers):
        self.asked.append((self.host, path))

    def getresponse(self):
        self.status, self.body = self.answers[self.host]
        if isinstance(self.body, Exception):
            raise self.body
        return self

    def read1(self, size):
        part, self.body = self.body[:size], self.body[size:]
        return part

    def close(self):
        self.closed = True


@pytest.fixture
def network(monkeypatch, settings):
    settings.REFERENCE_LOOKUP = True
    monkeypatch.setattr(Connection, "asked", [])
    monkeypatch.setattr(Connection, "answers", {})
    monkeypatch.setattr(lookup, "HTTPSConnection", Connection)
    return Connection


def looked_up(text):
    references = parse(text).references
    lookup.look_up(references)
    return references


def test_nothing_is_asked_unless_it_is_switched_on(network, settings):
    settings.REFERENCE_LOOKUP = False
    (found,) = looked_up("10.1000/example.1")
    assert network.asked == []
    assert found.fields == {"doi": "10.1000/example.1"}


def test_crossref_fills_in_a_doi(network):
    network.answers["api.crossref.org"] = (200, FOUND)
    (found,) = looked_up("10.1000/example.1")
    assert network.asked[0][1].startswith("/works/10.1000%2Fexample.1/")
    assert found.fields["title"] == "A trial of examplamine"
    assert found.fields["doi"] == "10.1000/example.1"
    assert (found.read_as, found.lacking) == ("Crossref", [])


def test_pubmed_fills_in_its_number(network):
    network.answers["api.ncbi.nlm.nih.gov"] = (200, FOUND)
    (found,) = looked_up("PMID: 77")
    assert network.asked == [("api.ncbi.nlm.nih.gov", "/lit/ctxp/v1/pubmed/?format=csl&id=77")]
    assert found.fields["pmid"] == "77"
    assert found.fields["doi"] == "10.1000/EXAMPLE.1"


def test_a_whole_record_is_not_looked_up(network):
    looked_up(json.dumps({"title": "Known", "DOI": "10.1000/1"}))
    assert network.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        (404, b"Resource not found."),
        (500, b""),
        (200, b"<html>not json</html>"),
        (200, b"[]"),
        (200, b"\xff" * 10),
        (200, b"[" * (lookup.LARGEST_ANSWER + 10)),
        (0, TimeoutError()),
        (0, ConnectionResetError()),
        (0, lookup.HTTPException()),
    ],
)
def test_whatever_fails_there_leaves_the_typing(network, answer):
    network.answers["api.crossref.org"] = answer
    (found,) = looked_up("10.1000/example.1")
    assert found.fields == {"doi": "10.1000/example.1"}
    assert found.missed == ["Crossref could not tell more about it just now. Type the rest by hand."]


def test_many_look_ups_end_together(network, monkeypatch):
    moments = iter(range(0, 1000, 5))
    monkeypatch.setattr(lookup.time, "monotonic", lambda: next(moments))
    network.answers["api.crossref.org"] = (200, FOUND)
    found = looked_up("\n".join(f"10.1000/{number}" for number in range(20)))
    assert len(network.asked) < 5
    assert found[-1].missed
