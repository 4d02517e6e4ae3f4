import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_healthy_while_the_database_answers_and_asks_it_once(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/health/")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_unhealthy_without_saying_why_when_the_database_does_not_answer(client, monkeypatch):
    def refuse(*arguments, **options):
        raise OperationalError("password of the database is wrong")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/health/")
    assert response.status_code == 503
    assert "no-store" in response["Cache-Control"]
    assert "password" not in response.content.decode()


@pytest.mark.django_db
def test_only_reads(client):
    assert client.post("/health/").status_code == 405
