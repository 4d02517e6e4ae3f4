"""Mail about reviews: after the commit, to the right people, and never in the way."""

import smtplib

import pytest
from django.core import mail
from wagtail.models import Workflow

from blog.tests.factories import site_tree
from editions.models import Edition
from review import notices, signoff
from review.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def broken_mail(monkeypatch):
    def refuse(*args, **kwargs):
        raise smtplib.SMTPAuthenticationError(535, b"No")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", refuse)


def test_reviewers_hear_of_what_waits_once_it_is_committed(django_capture_on_commit_callbacks):
    factories.reviewer()
    with django_capture_on_commit_callbacks(execute=True):
        submission = factories.submitted_article(title="How to find us")[1]
        assert mail.outbox == []
    (message,) = mail.outbox
    assert message.to == ["reviewer@example.org"]
    assert message.subject == "To review: How to find us"
    assert f"/admin/review/{submission.pk}/" in message.body


def test_the_submitter_hears_of_the_decision(django_capture_on_commit_callbacks):
    first, second = (factories.submitted_article(title=title)[1] for title in ("How to find us", "Who we are"))
    with django_capture_on_commit_callbacks(execute=True):
        factories.approve(first)
        signoff.request_changes(second, factories.User.objects.get(username="reviewer"), "Shorter & plainer.")
    approved, sent_back = mail.outbox
    assert approved.to == sent_back.to == ["author@example.org"]
    assert approved.subject == "Approved: How to find us"
    assert "as edition 1" in approved.body
    assert "Shorter & plainer." in sent_back.body


def test_mail_that_fails_undoes_nothing(broken_mail, django_capture_on_commit_callbacks):
    factories.reviewer("other")
    with django_capture_on_commit_callbacks(execute=True):
        factories.approved_article()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("line_break", ["\r", "\n", "\r\n", "\u2028"])
def test_a_title_with_a_line_break_makes_no_header(line_break, django_capture_on_commit_callbacks):
    factories.reviewer()
    with django_capture_on_commit_callbacks(execute=True):
        factories.submitted_article(title=f"How to find us{line_break}Bcc: everybody@example.org")
    (message,) = mail.outbox
    assert message.subject.startswith("To review: How to find us")
    assert message.to == ["reviewer@example.org"]
    assert message.bcc == []


@pytest.mark.parametrize(("signal", "sender", "notifier", "uid"), notices.WAGTAILS_MAIL)
def test_wagtail_mails_through_ours_alone(signal, sender, notifier, uid):
    connected = [receiver for (found, _sender), receiver, *_rest in signal.receivers if found == uid]
    assert [receiver.__module__ for receiver in connected] == ["review.notices"]


def test_mail_about_other_pages_that_fails_undoes_nothing(broken_mail, django_capture_on_commit_callbacks):
    home, _index = site_tree()
    home.save_revision()
    by, other = factories.superuser(), factories.superuser("second")
    with django_capture_on_commit_callbacks(execute=True):
        state = Workflow.objects.get(name="Moderators approval").start(home, by)
        state.current_task_state.approve(user=other)
    state.refresh_from_db()
    assert state.status == "approved"
