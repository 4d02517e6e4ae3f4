"""The workflow of a new installation."""

from wagtail.models import Workflow, WorkflowTask

from review.models import ClinicalReviewTask

NAME = "Clinical review"


def create_missing_workflow():
    """Make the workflow with its one task, unless the task exists; what administrators switched off stays off.

    It needs no page: articles find it wherever they are (`blog.under_review`), and other pages keep their own.
    """
    if ClinicalReviewTask.objects.exists():
        return
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=ClinicalReviewTask.objects.create(name=NAME), sort_order=0)
