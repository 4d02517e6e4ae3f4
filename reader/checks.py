"""System checks of what readers tell the clinic."""

from django.conf import settings
from django.core.checks import Error, register


@register
def check_days_of_feedback(app_configs, **kwargs):
    """Also before `purge_feedback`, which would delete today's."""
    if settings.FEEDBACK_DAYS < 1:
        return [
            Error(
                f"FEEDBACK_DAYS is {settings.FEEDBACK_DAYS}: what readers say would be deleted unread.",
                hint="Set it to the number of days for which their answers are kept, 1 or more.",
                id="reader.E001",
            )
        ]
    return []
