"""The lock that a review puts on a page, and how the editor explains it."""

from django.urls import reverse
from django.utils.html import format_html
from wagtail.locks import WorkflowLock


class ReviewLock(WorkflowLock):
    """Nobody may change the page; who handed it in may take it back."""

    def get_message(self, user):
        if not self.for_user(user):
            return None
        return format_html(
            "<b>This article is in clinical review.</b> Nobody can change it until the reviewer has decided. To change "
            'it now, take it back. <span class="buttons"><a class="button button-small button-secondary" '
            'href="{}">Open the review</a></span>',
            reverse("review:of_page", args=[self.object.pk]),
        )

    def get_icon(self, user, can_lock=False):
        return "lock"

    def get_locked_by(self, user, can_lock=False):
        return "Locked while in review"

    def get_description(self, user, can_lock=False):
        return "Nobody can change the article, reviewers neither, until it is approved, sent back or taken back."
