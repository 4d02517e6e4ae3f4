"""What Wagtail calls when a workflow is finished. Imports no models: Wagtail imports it while its own models load."""


def finish_workflow(workflow_state, user=None):
    """Do nothing for an article (its edition is sealed by the sign-off); publish any other page as Wagtail does."""
    from wagtail.workflows import publish_workflow_state

    if workflow_state.content_object.specific_class.__name__ == "ArticlePage":
        return
    publish_workflow_state(workflow_state, user=user)
