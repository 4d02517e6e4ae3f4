"""Pictures on their way: told about when handed in, shown to the reviewer, and previewed whatever became of them."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from blog.models import ArticlePage
from blog.tests.pictures import section, upload
from review.errors import NotReady
from review.models import Submission
from review.tests import factories
from review.tests.editing import edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(author, client):
    client.force_login(author)
    return author


def posted(image, **fields):
    """The section as a browser sends it: a box that is not ticked is not sent."""
    name, value = section(image, **fields)
    sent = {key: item for key, item in value.items() if key != "decorative"}
    return (name, sent | {"image": image.pk} | ({"decorative": "on"} if value["decorative"] else {}))


def message_at(response, field):
    """The errors that the editor is given for one field of the first section."""
    return response.context["form"].errors.as_data()["body"][0].block_errors[0].block_errors[field].messages


def test_an_article_with_a_picture_is_handed_in(client, author):
    image = upload()
    response = edit(client, factories.draft(author), "action-submit", sections=[posted(image)])
    assert response.status_code == 302
    assert Submission.objects.get().html.count("/record/") == 7
    assert Submission.objects.get().frozen_content["body"][0]["value"]["image"]["id"] == image.pk


def test_a_picture_whose_file_is_missing_is_told_at_its_field_and_the_draft_kept(client, author):
    image = upload()
    image.file.storage.delete(image.file.name)
    article = factories.draft(author)
    response = edit(client, article, "action-submit", sections=[posted(image)])
    assert response.status_code == 200
    assert message_at(response, "image") == [
        "The file of this picture is missing. Upload it again, or choose another picture."
    ]
    assert not Submission.objects.exists()
    assert edit(client, article, sections=[posted(image)]).status_code == 302


def test_passing_by_the_editor_does_not_hand_in_a_picture_whose_file_is_missing(author):
    image = upload()
    article = factories.draft(author, body=[section(image)])
    image.file.storage.delete(image.file.name)
    with pytest.raises(NotReady, match="file of this picture is missing"):
        factories.submit(article, author)


def test_a_picture_without_a_description_is_told_at_its_field(client, author):
    response = edit(client, factories.draft(author), "action-submit", sections=[posted(upload(), alt_text="")])
    assert message_at(response, "alt_text")[0].startswith("Describe the picture")
    decorative = posted(upload(), alt_text="", decorative=True)
    assert edit(client, factories.draft(author), "action-submit", sections=[decorative]).status_code == 302


@pytest.mark.parametrize("lost", ["nothing", "file", "row"])
def test_a_draft_has_a_preview_whatever_became_of_its_picture(client, author, lost):
    image = upload()
    article = factories.draft(author, body=[section(image)])
    if lost != "nothing":
        image.file.storage.delete(image.file.name)
    if lost == "row":
        image.delete()
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))
    body = BeautifulSoup(response.content, "html.parser").find(class_="article-body")
    assert response.status_code == 200
    assert bool(body.img) == (lost == "nothing")
    assert "A quiet room" in (body.img["alt"] if body.img else body.text)


def test_the_reviewer_sees_the_picture_that_readers_will_get(client, author):
    _article, submission = factories.submitted_article(author, body=[section(upload())])
    client.force_login(factories.reviewer())
    response = client.get(reverse("review:submission", args=[submission.pk]))
    picture = BeautifulSoup(response.content, "html.parser").find(class_="article-body").img
    assert picture["src"] in submission.html
    assert client.get(picture["src"]).status_code == 200


def test_what_was_frozen_is_signed_even_when_the_upload_is_gone(author):
    image = upload()
    article, submission = factories.submitted_article(author, body=[section(image)])
    image.file.storage.delete(image.file.name)
    image.delete()
    edition = factories.approve(submission)
    assert edition.html == submission.html
    assert ArticlePage.objects.get(pk=article.pk).body[0].value["image"] is None
