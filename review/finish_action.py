"""What Wagtail calls when a workflow is finished. Imports no models: Wagtail imports it while its own models load."""


def finish_workflow(workflow_state, user=None):
    """Do nothing for an article (its edition is sealed by the sign-off); publish anything else as Wagtail does."""
    from wagtail.workflows import publish_workflow_state

    specific_class = getattr(workflow_state.content_object, "specific_class", None)
    if getattr(specific_class, "is_manuscript", False):
        return
    publish_workflow_state(workflow_state, user=user)
