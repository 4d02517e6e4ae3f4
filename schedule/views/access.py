"""Who may stand at the publication desk."""

from django.core.exceptions import PermissionDenied

PERMISSION = "schedule.publish_editions"


class DeskAccess:
    """Refuses whoever may not publish editions, whatever the method; Wagtail turns it into its own refusal."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
