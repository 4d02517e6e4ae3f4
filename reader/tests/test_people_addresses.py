"""Addresses of people: the id decides, any name in it leads to the right one, and nothing else is found."""

from urllib.parse import quote

import pytest

pytestmark = pytest.mark.django_db

ANN = {"id": 7, "name": "Ann Author", "post_nominals": "MSc", "profession": "psychologist"}
REA = {"id": 8, "name": "Rea Viewer", "post_nominals": "MD", "profession": "psychiatrist"}
NAMED = {"authors": [ANN], "reviewers": [REA]}
ANNS = "/people/7/ann-author/"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("李明", "liming"),
        ("!?", "profile"),
        ("../../evil", "evil"),
        ('<script>alert("x")</script>', "scriptalertxscript"),
        ("A" * 200, "a" * 80),
    ],
)
def test_any_name_has_an_address(shown, read, name, slug):
    shown("sleep", authors=[{**ANN, "name": name}], reviewers=[REA])
    assert f'href="/people/7/{slug}/"' in read("/articles/sleep/").text_shown
    response = read(f"/people/7/{slug}/")
    assert response.status_code == 200
    assert "<script>alert" not in response.text_shown


@pytest.mark.parametrize(
    "hostile",
    [
        *("anna", "ANN-AUTHOR", "-", "%00", "%0d%0aSet-Cookie:a=b", "..%5C..", "<script>", "https:", "ü" * 3000),
        *("ann-author%00", "%ff%fe", "{{7*7}}", "ann-author%0a"),
    ],
)
def test_wrong_name_leads_to_the_right_one_and_nowhere_else(shown, client, hostile):
    shown("sleep", **NAMED)
    response = client.get(f"/people/7/{quote(hostile, safe='%')}/")
    assert (response.status_code, response["Location"]) == (301, ANNS)
    assert client.get("/people/7/")["Location"] == ANNS


@pytest.mark.parametrize(
    "path",
    [
        "/people/999999999999999999999/",
        "/people/9999999999999999999/",
        "/people/9999999999999999999/ann-author/",
        "/people/0/ann-author/",
        "/people/07/ann-author/",
        "/people/-7/ann-author/",
        "/people/%D9%A7/ann-author/",
        "/people/%00/",
        "/people/7%00/ann-author/",
        "/people/7/ann-author/more/",
        "/people/7//evil.example/",
        "/people//evil.example/",
        "/people/ann-author/",
        "/people/6/ann-author/",
    ],
)
def test_addresses_of_nobody_are_not_found(shown, client, path):
    shown("sleep", **NAMED)
    assert client.get(path).status_code == 404


def test_address_without_a_slash_is_led_on_and_forms_are_refused(shown, client):
    shown("sleep", **NAMED)
    assert client.get(ANNS[:-1])["Location"] == ANNS
    assert client.get("/people")["Location"] == "/people/"
    for address in (ANNS, "/people/"):
        assert client.post(address).status_code == 405
        assert client.head(address).status_code == 200
