"""Words that come into an article by other ways than its editor: whoever wrote them cannot approve them."""

import json

import pytest
from django.urls import reverse

from blog.models import ArticlePage, ArticleReference
from blog.tests.factories import ReferenceFactory
from review.errors import NotAllowed
from review.tests import factories
from review.tests.editing import form_of

pytestmark = pytest.mark.django_db

THEIRS = "Words of the reviewer's own."


@pytest.fixture
def other_reviewer():
    return factories.reviewer("other")


def save(article, by, **fields):
    """The revision that `by` saved with `fields`; a list of references is put in their place."""
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft.save_revision(user=by)


def hand_in(article, by):
    return factories.submit(ArticlePage.objects.get(pk=article.pk), by)


@pytest.fixture
def left_out(author, reviewer, other_reviewer):
    """A revision with words of `reviewer` that is older than the text that `other_reviewer` approved."""
    article = factories.draft(author)
    revision = save(article, reviewer, summary=THEIRS)
    save(article, author, summary="Other words.")
    factories.approve(hand_in(article, author), other_reviewer)
    return revision


def revert_in_the_editor(client, revision):
    page = ArticlePage.objects.get(pk=revision.object_id)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
    client.post(url, form_of(page, summary=THEIRS))


def revert_by_the_api(client, revision):
    url = f"/admin/api/main/pages/{revision.object_id}/action/revert_to_page_revision/"
    client.post(url, json.dumps({"revision_id": revision.pk}), content_type="application/json")


@pytest.mark.parametrize("revert", [revert_in_the_editor, revert_by_the_api])
def test_words_brought_back_from_before_an_approval_are_still_theirs(client, left_out, author, reviewer, revert):
    client.force_login(author)
    revert(client, left_out)
    page = ArticlePage.objects.get(pk=left_out.object_id)
    submission = hand_in(page, author)
    assert submission.facts["summary"] == THEIRS
    with pytest.raises(NotAllowed, match="You wrote part of this article"):
        factories.approve(submission, reviewer)


def edit_reference(client, reference, title):
    fields = ("kind", "authors", "container", "year", "volume", "issue", "pages", "doi", "pmid", "url")
    data = {name: getattr(reference, name) for name in fields} | {"title": title, "accessed_on": ""}
    client.post(reverse("wagtailsnippets_blog_reference:edit", args=[reference.pk]), data)
    reference.refresh_from_db()
    assert reference.title == title


@pytest.fixture
def citing(author):
    article = factories.draft(author)
    save(article, author, references=[ArticleReference(reference=ReferenceFactory())])
    return article


def reference_of(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().references.get().reference


def test_who_edited_a_reference_of_the_article_does_not_approve_it(client, citing, author, reviewer):
    client.force_login(reviewer)
    edit_reference(client, reference_of(citing), THEIRS)
    submission = hand_in(citing, author)
    assert "Words of the reviewer" in submission.html
    with pytest.raises(NotAllowed, match="You wrote part of this article"):
        factories.approve(submission, reviewer)


def test_a_reference_that_another_clinician_approved_is_nobodys_new_work(
    client, citing, author, reviewer, other_reviewer
):
    client.force_login(reviewer)
    edit_reference(client, reference_of(citing), THEIRS)
    factories.approve(hand_in(citing, author), other_reviewer)
    save(citing, author, summary="A later change.")
    assert factories.approve(hand_in(citing, author), reviewer).number == 2
