"""Whoever may write may upload, and nobody approves a file: so readers get none."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from blog.tests.factories import UserFactory, site_tree
from cms.uploads import upload
from review.tests import factories

pytestmark = pytest.mark.django_db

WORDS = b"Take twice the dose."


@pytest.fixture
def author():
    site_tree()
    return factories.author()


@pytest.fixture
def document(author):
    client = Client()
    client.force_login(author)
    data = {"title": "Doses", "file": SimpleUploadedFile("doses.txt", WORDS), "collection": 1}
    client.post(reverse("wagtaildocs:add"), data)
    return get_document_model().objects.get()


def test_a_document_that_an_author_uploads_is_not_there_for_readers(document, author):
    response = Client().get(document.url)
    assert response.status_code == 404
    assert WORDS not in response.content


def test_an_account_without_access_to_the_admin_is_a_reader(document):
    client = Client()
    client.force_login(UserFactory())
    assert client.get(document.url).status_code == 404


def test_staff_get_the_document(document, author, client):
    client.force_login(author)
    assert b"".join(client.get(document.url).streaming_content) == WORDS


def test_the_file_itself_is_for_staff_too(document, author, rf):
    request = rf.get("/media/" + document.file.name)
    request.user = AnonymousUser()
    with pytest.raises(Http404):
        upload(request, document.file.name)
    request.user = author
    response = upload(request, document.file.name)
    assert b"".join(response.streaming_content) == WORDS
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "sandbox" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "..", "%00", "\x00", "/etc/passwd", ""])
def test_nothing_outside_the_folder_of_uploads_is_served(author, rf, path):
    request = rf.get("/media/x")
    request.user = author
    with pytest.raises((Http404, SuspiciousFileOperation)):
        upload(request, path)
