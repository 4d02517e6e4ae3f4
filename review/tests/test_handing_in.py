"""Handing in through Wagtail's editor, and the standstill until the decision."""

import pytest
from django.urls import reverse
from wagtail.models import Revision

from blog.models import ArticlePage, Contribution
from blog.tests.factories import ArticleFactory, site_tree
from review import signoff
from review.models import Submission
from review.tests import factories
from review.tests.editing import autosave, edit, form_of, link_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(author, client):
    client.force_login(author)
    return author


def newest(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def test_an_author_hands_in_and_the_text_is_frozen(client, author):
    article = factories.draft(author)
    response = edit(client, article, "action-submit", title="How to find us")
    assert response.status_code == 302
    submission = Submission.objects.get()
    assert submission.is_open
    assert submission.facts["title"] == "How to find us"
    assert "The clinic is open." in submission.html
    assert submission.submitted_by == author.pk
    assert submission.is_as_frozen()


def test_a_new_article_can_be_handed_in_at_once(client, author):
    article = ArticleFactory.build(title="Straight away", slug="straight-away", summary="Short.")
    _home, index = site_tree()
    data = form_of(article, authors=[author.person]) | {"action-submit": "yes"}
    response = client.post(reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    assert Submission.objects.get().facts["title"] == "Straight away"


@pytest.mark.parametrize("is_new", [True, False])
def test_who_hands_in_is_told_what_that_means(client, author, is_new):
    article = factories.draft(author)
    if is_new:
        _home, index = site_tree()
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
        data = form_of(article, authors=[author.person], slug="another") | {"action-submit": "yes"}
        response = client.post(address, data, follow=True)
    else:
        response = edit(client, article, "action-submit")
        response = client.get(response.url)
    [told] = response.context["messages"]
    assert f"“{article.title}” is handed in for clinical review." in str(told)
    assert "moderation" not in response.content.decode()


@pytest.mark.parametrize("is_new", [True, False])
def test_who_may_not_hand_in_yet_is_told_so_and_where_to_look(client, author, is_new):
    article = factories.draft(author)
    if is_new:
        _home, index = site_tree()
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
        data = form_of(article, sections=(), slug="another") | {"action-submit": "yes"}
        response = client.post(address, data)
    else:
        response = edit(client, article, "action-submit", sections=())
    [told] = response.context["messages"]
    assert "Not handed in yet. What has to be put right first is marked." in str(told)
    assert "Go to the first error" in response.content.decode()


def test_a_summary_is_one_line(client, author):
    article = factories.draft(author)
    edit(client, article, summary="Where we are,\r\n and when.")
    assert newest(article).summary == "Where we are, and when."


def test_nothing_to_review_is_told_beside_the_sections(client, author):
    response = edit(client, factories.draft(author), "action-submit", sections=())
    assert response.status_code == 200
    assert "Add at least one section. There is nothing to review yet." in response.content.decode()
    assert not Submission.objects.exists()


def test_an_article_without_authors_is_not_handed_in(client, author):
    response = edit(client, factories.draft(author, authors=[]), "action-submit")
    text = response.content.decode()
    assert "Name at least one author. Readers are told who wrote the article." in text
    assert "Validation error" not in text
    assert not Submission.objects.exists()


def test_a_required_field_of_a_section_is_told_and_the_draft_kept(client, author):
    article = factories.draft(author)
    empty = ("overview", {"section_heading": "", "health_aspect": "overview", "body": "null"})
    response = edit(client, article, "action-submit", sections=[empty])
    assert response.status_code == 200
    assert "This field is required." in response.content.decode()
    assert not Submission.objects.exists()


def test_a_link_to_an_article_without_an_edition_is_told_at_its_section(client, author):
    other = factories.draft(author, title="Never approved")
    section = ("overview", {"section_heading": "Links", "health_aspect": "overview", "body": link_to(other.pk)})
    response = edit(client, factories.draft(author), "action-submit", sections=[section])
    assert response.status_code == 200
    assert "leads to a page that readers cannot open" in response.content.decode()
    assert not Submission.objects.exists()


def test_a_draft_may_be_as_incomplete_as_it_likes(client, author):
    article = factories.draft(author)
    assert edit(client, article, sections=(), authors=[]).status_code == 302


@pytest.fixture(params=["author", "reviewer", "admin", "superuser"])
def somebody(request, client):
    """Everybody in turn, after the author handed in."""
    factories.author()
    user = factories.User.objects.get(username="author") if request.param == "author" else None
    user = user or getattr(factories, request.param)()
    client.force_login(user)
    return user


@pytest.fixture
def in_review(somebody):
    return factories.submitted_article(title="As handed in")


def test_nobody_saves_a_draft_during_review(client, in_review):
    article, _submission = in_review
    before = newest(article).title, Revision.objects.count(), Contribution.objects.count()
    edit(client, article, title="Changed meanwhile")
    assert autosave(client, article, title="Changed meanwhile").json()["success"] is False
    revision = article.latest_revision
    autosave(client, article, title="Changed meanwhile", overwrite_revision_id=revision.pk)
    assert (newest(article).title, Revision.objects.count(), Contribution.objects.count()) == before


def test_nobody_reverts_during_review(client, in_review):
    article, _submission = in_review
    url = reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, article.latest_revision_id])
    edit_url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    before = Revision.objects.count()
    changed = form_of(article, title="Changed meanwhile")
    client.post(url, changed)
    client.post(edit_url, changed | {"revision": article.latest_revision_id})
    api = client.post(
        reverse("wagtailadmin_api:pages:action", args=[article.pk, "revert_to_page_revision"]),
        {"revision_id": article.latest_revision_id},
        content_type="application/json",
    )
    assert api.status_code == 403
    assert Revision.objects.count() == before


def test_a_lock_taken_during_review_gives_nobody_a_way_in(client, in_review):
    article, _submission = in_review
    client.post(reverse("wagtailadmin_pages:lock", args=[article.pk]))
    edit(client, article, title="Changed meanwhile")
    assert newest(article).title == "As handed in"


def test_the_editor_says_what_is_going_on(client, in_review):
    article, _submission = in_review
    page = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "This article is in clinical review." in page
    assert reverse("review:of_page", args=[article.pk]) in page


def test_a_lock_of_the_author_from_before_does_not_open_the_review(client, author):
    article = factories.draft(author)
    ArticlePage.objects.filter(pk=article.pk).update(locked=True, locked_by=author)
    factories.submit(ArticlePage.objects.get(pk=article.pk), author)
    edit(client, article, title="Changed meanwhile")
    assert newest(article).title != "Changed meanwhile"


def test_the_author_takes_it_back_from_the_editor(client, author):
    article, submission = factories.submitted_article(author)
    edit(client, article, "action-cancel-workflow")
    submission.refresh_from_db()
    assert submission.outcome == "taken_back"
    assert edit(client, article, title="Better now").status_code == 302
    assert newest(article).title == "Better now"


def test_the_editor_shows_what_the_reviewer_asked_for(client, author):
    article, submission = factories.submitted_article(author)
    signoff.request_changes(submission, factories.reviewer(), "Say <b>where</b> the entrance is.")
    page = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "Say &lt;b&gt;where&lt;/b&gt; the entrance is." in page


def test_handing_in_again_resumes_the_workflow(client, author):
    article, submission = factories.submitted_article(author)
    signoff.request_changes(submission, factories.reviewer(), "Shorter, please.")
    assert edit(client, article, "action-submit", title="Shorter").status_code == 302
    assert Submission.objects.open().get().facts["title"] == "Shorter"
