"""What an article's manuscript does because clinicians review it: it goes to them, and stands still meanwhile."""

from wagtail.models import Workflow, WorkflowState

from blog.refusals import Refused

IN_REVIEW = "This article is in clinical review, so its draft cannot be changed. Take it back first."
CLINICAL_TASK = {"app_label": "review", "model": "clinicalreviewtask"}


class UnderReview:
    """For the page class of articles; stands before `Page` among its bases."""

    def get_workflow(self):
        """The clinical review, whichever workflow is assigned to the pages round the article; None if it is off."""
        task = {f"workflow_tasks__task__content_type__{name}": value for name, value in CLINICAL_TASK.items()}
        return Workflow.objects.active().filter(workflow_tasks__task__active=True, **task).order_by("pk").first()

    def get_lock(self):
        """The lock of a review before any other: the holder of Wagtail's own lock may edit, and here nobody may."""
        task = self.current_workflow_task
        if getattr(task, "locks_everyone", False):
            return task.lock_class(self, task)
        return super().get_lock()

    def save_revision(self, user=None, **kwargs):
        """Save a draft; raises Refused during a review, whichever way the draft came.

        Wagtail's editor asks the lock, its API and its commands do not.
        """
        if self._is_under_review():
            raise Refused(IN_REVIEW)
        return super().save_revision(user=user, **kwargs)

    def _is_under_review(self):
        # Asked of the database, for the page may carry states that were read before the review began or ended.
        task = {f"current_task_state__task__content_type__{name}": value for name, value in CLINICAL_TASK.items()}
        states = WorkflowState.objects.for_instance(self).filter(status=WorkflowState.STATUS_IN_PROGRESS, **task)
        return states.exists()
