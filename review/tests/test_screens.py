"""The review desk and the review screen, as the people who use them meet them."""

import pytest
from django.urls import reverse

from blog.models import ArticlePage, Contribution
from editions.models import Edition
from people.models import Credential, Person
from review import signoff
from review.models import Submission
from review.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    return factories.submitted_article(title="How to find us")[1]


@pytest.fixture
def reviewer(client):
    user = factories.reviewer()
    client.force_login(user)
    return user


def url(name, submission):
    return reverse(f"review:{name}", args=[submission.pk])


def page(client, submission):
    return client.get(url("submission", submission)).content.decode()


def approve(client, submission, digest=None):
    return client.post(url("approve", submission), {"digest": submission.digest if digest is None else digest})


def test_the_reviewer_sees_the_frozen_bytes_and_their_digest(client, waiting, reviewer):
    text = page(client, waiting)
    assert waiting.html in text
    assert f'name="digest" value="{waiting.digest}"' in text
    assert waiting.short_digest in text


def test_the_reviewer_sees_in_whose_name_they_sign(client, waiting, reviewer):
    assert "You are signing as Reviewer, MD. Your credential is in date until 30 Jun 2030." in page(client, waiting)


def test_the_screen_tells_who_wrote_it_and_when_it_was_handed_in(client, waiting, reviewer):
    text = page(client, waiting)
    assert "<b>Author</b>" in text
    assert "New York (E" in text


def test_the_screen_tells_all_that_somebody_did_once(client, waiting, reviewer):
    author = Person.objects.get(name="Author").user
    article = ArticlePage.objects.get(pk=waiting.page_id)
    for source in ("snippet", "saved", "snippet"):
        Contribution.objects.record(article, author, source)
    text = page(client, waiting)
    assert text.count("<b>Author</b>") == 1
    assert "<span>Saved the draft; Edited a text that it uses. Last on" in text


def test_approval_seals_and_says_so(client, waiting, reviewer):
    response = client.post(url("approve", waiting), {"digest": waiting.digest}, follow=True)
    assert "is approved as edition 1." in response.content.decode()
    edition = Edition.objects.get()
    assert edition.html == waiting.html
    assert edition.made_by == reviewer.pk


def test_a_second_click_seals_nothing_more_and_says_what_happened(client, waiting, reviewer):
    approve(client, waiting)
    response = approve(client, waiting)
    assert response.status_code == 409
    assert "This text was closed before: approved." in response.content.decode()
    assert Edition.objects.count() == 1


def test_another_digest_than_shown_is_refused(client, waiting, reviewer):
    for digest in ("", "0" * 64):
        response = approve(client, waiting, digest)
        assert response.status_code == 409
        assert "This is not the text that you were shown." in response.content.decode()
    assert not Edition.objects.exists()


def test_an_old_page_leads_to_the_text_that_replaced_it(client, waiting, reviewer):
    by = factories.User.objects.get(username="author")
    signoff.take_back(waiting, by)
    article = signoff.ArticlePage.objects.get(pk=waiting.page_id)
    newer = factories.submit(article, by)
    response = approve(client, waiting)
    assert response.status_code == 409
    assert url("submission", newer) in response.content.decode()
    assert not Edition.objects.exists()


def test_changes_need_a_reason_and_nothing_typed_is_lost(client, waiting, reviewer):
    response = client.post(url("request_changes", waiting), {"reason": "   "})
    assert response.status_code == 422
    assert " autofocus " in str(response.context["changes_form"]["reason"])
    assert "Say what has to change. The authors see your words." in response.content.decode()
    assert Submission.objects.get().is_open
    signoff.take_back(waiting, factories.User.objects.get(username="author"))
    response = client.post(url("request_changes", waiting), {"reason": "Say where the entrance is."})
    assert response.status_code == 409
    assert "Say where the entrance is." in response.content.decode()


def test_changes_are_requested(client, waiting, reviewer):
    client.post(url("request_changes", waiting), {"reason": "Say where the entrance is."})
    submission = Submission.objects.get()
    assert (submission.outcome, submission.note) == ("changes_requested", "Say where the entrance is.")


def refused(client, submission, sentence):
    """Whether the screen says the sentence, offers no approval, and the server refuses one all the same."""
    text = page(client, submission)
    assert sentence in text
    assert "Approve this text" not in text
    assert "Request changes" not in text
    assert approve(client, submission).status_code == 409
    assert client.post(url("request_changes", submission), {"reason": "Shorter."}).status_code == 409
    assert Submission.objects.get(pk=submission.pk).is_open
    assert not Edition.objects.exists()


def test_who_wrote_part_of_it_is_refused(client, reviewer):
    article = factories.draft(factories.author())
    article.get_latest_revision_as_object().save_revision(user=reviewer)
    submission = factories.submit(article, factories.User.objects.get(username="author"))
    refused(client, submission, "You wrote part of this article, so a different clinician must approve it.")


def test_who_handed_it_in_is_refused(client, reviewer):
    submission = factories.submit(factories.draft(factories.author()), reviewer)
    refused(client, submission, "You handed in this article, so a different clinician must approve it.")


def test_who_is_named_as_author_is_refused(client, reviewer):
    submission = factories.submitted_article(authors=[reviewer.person])[1]
    refused(client, submission, "You are named as an author of this article, so a different clinician must approve it.")


def test_an_expired_credential_is_refused_with_its_date(client, waiting, reviewer):
    Credential.objects.update(valid_until="2021-01-31")
    refused(client, waiting, "Your credential expired on 31 Jan 2021.")


def test_no_profile_is_refused(client, waiting, reviewer):
    reviewer.person.delete()
    refused(client, waiting, "Your account has no public profile")


@pytest.mark.parametrize("role", ["superuser", "admin"])
def test_power_is_no_appointment(client, waiting, role):
    client.force_login(getattr(factories, role)())
    refused(client, waiting, "You are not one of the reviewers.")


def test_the_author_reads_and_takes_back(client, waiting):
    client.force_login(factories.User.objects.get(username="author"))
    assert "Take it back" in page(client, waiting)
    client.post(url("take_back", waiting))
    assert Submission.objects.get().outcome == "taken_back"


def test_a_reviewer_takes_nothing_back(client, waiting, reviewer):
    assert "Take it back" not in page(client, waiting)
    assert client.post(url("take_back", waiting)).status_code == 409
    assert Submission.objects.get().is_open


@pytest.mark.parametrize("name", ["submission", "approve", "request_changes", "take_back"])
def test_other_authors_get_no_screen(client, waiting, name):
    client.force_login(factories.author("stranger"))
    method = client.get if name == "submission" else client.post
    # Wagtail's admin answers a refusal by leading away with a message.
    assert method(url(name, waiting)).status_code == 302
    assert client.get(reverse("review:desk")).context["rows"] == []


@pytest.mark.parametrize("name", ["submission", "approve", "request_changes", "take_back"])
def test_nobody_gets_in_without_an_account(client, waiting, name):
    for method in (client.get, client.post):
        response = method(url(name, waiting))
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("wagtailadmin_login"))
    assert Submission.objects.get().is_open


def test_a_reload_after_a_refusal_leads_to_the_screen(client, waiting, reviewer):
    assert client.get(url("approve", waiting))["Location"] == url("submission", waiting)


def test_an_altered_text_is_told_and_not_offered_for_approval(client, waiting, reviewer, monkeypatch):
    monkeypatch.setattr(Submission, "is_as_frozen", lambda self: False)
    assert "Approve this text" not in page(client, waiting)
    assert "so it cannot be approved" in approve(client, waiting).content.decode()


def test_the_desk_tells_what_waits_and_what_stands_in_the_way(client, waiting, reviewer):
    mine = factories.submit(factories.draft(reviewer, title="Written by the reviewer"), reviewer)
    text = client.get(reverse("review:desk")).content.decode()
    assert "How to find us" in text and "You may approve" in text
    assert mine.facts["title"] in text and "You wrote part of this article" in text


def test_the_menu_counts_what_waits(client, waiting, reviewer):
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Review desk, 1 waiting" in text


def test_the_screen_is_never_kept_by_a_cache(client, waiting, reviewer):
    assert "no-store" in client.get(url("submission", waiting))["Cache-Control"]


def test_a_page_leads_to_its_newest_review(client, waiting, reviewer):
    response = client.get(reverse("review:of_page", args=[waiting.page_id]))
    assert response["Location"] == url("submission", waiting)
    assert client.get(reverse("review:of_page", args=[999999])).status_code == 404


def test_history_screen_tells_the_acts(client, waiting, reviewer):
    approve(client, waiting)
    text = client.get(reverse("wagtailadmin_pages:history", args=[waiting.page_id])).content.decode()
    assert "Handed in for clinical review" in text
    assert "Approved as edition 1. It is not published yet" in text
    # Wagtail tells the same steps in the words of its workflows.
    assert "Next step" not in text and "Approved at" not in text
