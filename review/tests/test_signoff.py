import pytest

from review.tests import factories

pytestmark = pytest.mark.django_db


def test_approval_seals_what_was_frozen():
    article, submission = factories.submitted_article()
    edition = factories.approve(submission)
    assert (edition.content, edition.html) == (submission.content, submission.html)
    assert edition.kind == "reviewed"
