"""What the review writes into a page's history, and how the history tells it."""

from wagtail.log_actions import LogFormatter, log

from blog.models import ArticlePage

SUBMITTED = "clinical_review.submitted"
APPROVED = "clinical_review.approved"
CHANGES_REQUESTED = "clinical_review.changes_requested"
TAKEN_BACK = "clinical_review.taken_back"
RELEASED = "clinical_review.released_unreviewed"

LABELS = {
    SUBMITTED: "Clinical review: handed in",
    APPROVED: "Clinical review: approved",
    CHANGES_REQUESTED: "Clinical review: changes requested",
    TAKEN_BACK: "Clinical review: ended without a decision",
    RELEASED: "Released without clinical review",
}


def record(submission, action, *, by, **data):
    """Add an act to the history of the submission's page, if the page still exists."""
    page = ArticlePage.objects.filter(pk=submission.page_id).first()
    if page:
        log(page, action, user=by, data=data | {"submission": submission.pk, "digest": submission.digest})


def record_release(article, *, by, edition, reason):
    log(article, RELEASED, user=by, data={"edition": edition, "reason": reason})


def sentence(action, data):
    """What happened, in words."""
    reason, edition = data.get("reason", ""), data.get("edition")
    if action == SUBMITTED:
        return "Handed in for clinical review"
    if action == APPROVED:
        return f"Approved as edition {edition}. It is not published yet"
    if action == CHANGES_REQUESTED:
        return f"Changes requested: “{reason}”"
    if action == RELEASED:
        return f"Sealed as edition {edition} without clinical review: “{reason}”"
    return f"Taken back from clinical review. {reason}".strip()


def register(actions):
    for action, label in LABELS.items():
        actions.register_action(action)(_formatter(action, label))


def _formatter(action, label_):
    class Formatter(LogFormatter):
        label = label_

        def format_message(self, log_entry):
            return sentence(action, log_entry.data)

    return Formatter
