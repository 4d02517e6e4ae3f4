"""Forms that are too large are answered by a page of the site; a request that is wrong in itself by next to nothing."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_form_with_too_much_in_it_is_told_so(client):
    response = client.post("/admin/login/", {"username": "x" * 3_000_000})
    assert response.status_code == 413
    assert "Go back, send less of it, and the rest afterwards." in response.content.decode()


def test_so_is_one_with_too_many_fields(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    assert client.post("/admin/login/", {"a": 1, "b": 2, "c": 3}).status_code == 413


def test_a_request_for_a_host_that_is_not_ours_asks_nothing_of_the_site(client, settings, django_assert_num_queries):
    settings.ALLOWED_HOSTS = ["testserver"]
    with django_assert_num_queries(0):
        response = client.get("/", SERVER_NAME="elsewhere.example")
    assert response.status_code == 400
    assert "form" not in response.content.decode()
